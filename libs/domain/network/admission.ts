import { dayOf } from '../kernel/days.ts';
import type { Refusal, Warning } from '../kernel/decision.ts';
import { nothingChanged, trajectoryUnknown } from '../kernel/refusals.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { courseOf, endedSteps } from '../trajectory/course.ts';
import type { KnownTrajectory, TrajectoryState } from '../trajectory/state.ts';
import type { NetworkCommand } from './commands.ts';
import * as refusals from './refusals.ts';
import { freePlaces, heldForOthers, type Left, type OpenNetwork, type PlaceState, placeOf } from './state.ts';
import * as warnings from './warnings.ts';

/** What was read from other streams: the programme, and the trajectory that the command names. */
export interface NetworkContext {
  readonly programme: ProgrammeState;
  readonly trajectory?: TrajectoryState | undefined;
}

type HoldPlace = Extract<NetworkCommand, { type: 'hold-place' }>;
type GivePlace = Extract<NetworkCommand, { type: 'give-place' }>;

/** What every decision about a trajectory asks: it applied for this network, it goes on, and it has no place yet. */
export function refuseAnyDecision(id: string, state: OpenNetwork, { trajectory }: NetworkContext): Refusal | undefined {
  if (trajectory?.status !== 'known') return trajectoryUnknown(id);
  if (placeOf(state, id).place === 'given') return refusals.alreadyHasAPlace(id);
  if (!trajectory.course.some(({ fact }) => fact === 'applied')) return refusals.notApplied(id);
  if (trajectory.network !== state.network) return refusals.trajectoryElsewhere(id);
  const course = courseOf(trajectory.course);
  return course && endedSteps.includes(course.step) ? refusals.trajectoryEnded(id, course.step) : undefined;
}

/**
 * What the network says of the application that stands: who was turned away and applies anew, begins anew. That goes by the
 * moments of recording, as the views go by the log: an application that was recorded afterwards was not decided about,
 * whatever day it tells.
 */
export function placeOfApplication(id: string, state: OpenNetwork, { trajectory }: NetworkContext): PlaceState {
  const place = placeOf(state, id);
  const left = state.left.get(id);
  const isAnew = left && trajectory?.status === 'known' && appliedAnew(trajectory, left);
  return isAnew && (place.place === 'rejected' || place.place === 'referred') ? { place: 'none' } : place;
}

function appliedAnew({ appliedAt }: KnownTrajectory, { at }: Left): boolean {
  return appliedAt !== undefined && appliedAt > at;
}

export function refuseAdmission(command: GivePlace, state: OpenNetwork, context: NetworkContext): Refusal | undefined {
  const refused = refuseAnyDecision(command.trajectory, state, context);
  if (refused) return refused;
  const { trajectory } = context;
  if (trajectory?.status === 'known' && !trajectory.course.some(({ fact }) => fact === 'intake-held')) {
    return refusals.intakeNotHeld(command.trajectory);
  }
  const today = dayOf(command.at);
  const full = refuseWhenFull(command.trajectory, state, today);
  if (full) return full;
  const expected = command.reservation?.decisionExpectedOn;
  return expected !== undefined && expected < today ? refusals.decisionExpectedInThePast(expected, today) : undefined;
}

/** A tentative place takes up a free one, for everybody but whom it is held for. */
function refuseWhenFull(trajectory: string, state: OpenNetwork, today: string): Refusal | undefined {
  const free = freePlaces(state);
  const isWaiting = state.waiting.includes(trajectory);
  if (free <= 0) return refusals.networkFull(state, isWaiting);
  const [first, ...rest] = heldForOthers(state, trajectory, today)
    .map(({ until }) => until)
    .sort();
  if (first === undefined || free > rest.length + 1) return undefined;
  return refusals.restIsHeld(rest.length + 1, first, isWaiting);
}

/** Asked before the intake too: a place is held for somebody of whom one cannot decide yet. */
export function refuseHolding(command: HoldPlace, state: OpenNetwork, context: NetworkContext): Refusal | undefined {
  const { trajectory, until } = command;
  const refused = refuseAnyDecision(trajectory, state, context);
  if (refused) return refused;
  const today = dayOf(command.at);
  if (until < today) return refusals.heldUntilThePast(until, today);
  const same = state.held.some((place) => place.trajectory === trajectory && place.until === until);
  return same ? nothingChanged() : refuseWhenFull(trajectory, state, today);
}

/** The lead decides who gets a place; those who have been waiting longer are pointed out. */
export function warnOfAdmission(trajectory: string, state: OpenNetwork, context: NetworkContext): Warning[] {
  const turn = state.waiting.indexOf(trajectory);
  const longer = turn === -1 ? state.waiting.length : turn;
  const { place } = placeOfApplication(trajectory, state, context);
  return [
    ...(longer > 0 ? [warnings.notFirstInLine(longer)] : []),
    ...(place === 'rejected' || place === 'referred' ? [warnings.turnedAwayBefore()] : []),
  ];
}
