import { dayOf } from '../kernel/days.ts';
import type { Refusal, Warning } from '../kernel/decision.ts';
import { trajectoryUnknown } from '../kernel/refusals.ts';
import type { ProgrammeState } from '../programme/state.ts';
import { courseOf, endedSteps } from '../trajectory/course.ts';
import type { TrajectoryState } from '../trajectory/state.ts';
import type { NetworkCommand } from './commands.ts';
import * as refusals from './refusals.ts';
import { freePlaces, type OpenNetwork, placeOf } from './state.ts';
import * as warnings from './warnings.ts';

/** What was read from other streams: the programme, and the trajectory that the command names. */
export interface NetworkContext {
  readonly programme: ProgrammeState;
  readonly trajectory?: TrajectoryState | undefined;
}

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

export function refuseAdmission(command: GivePlace, state: OpenNetwork, context: NetworkContext): Refusal | undefined {
  const refused = refuseAnyDecision(command.trajectory, state, context);
  if (refused) return refused;
  const { trajectory } = context;
  if (trajectory?.status === 'known' && !trajectory.course.some(({ fact }) => fact === 'intake-held')) {
    return refusals.intakeNotHeld(command.trajectory);
  }
  if (freePlaces(state) <= 0) return refusals.networkFull(state);
  const expected = command.reservation?.decisionExpectedOn;
  const today = dayOf(command.at);
  return expected !== undefined && expected < today ? refusals.decisionExpectedInThePast(expected, today) : undefined;
}

/** The lead decides who gets a place; those who have been waiting longer are pointed out. */
export function warnOfAdmission(trajectory: string, state: OpenNetwork): Warning[] {
  const turn = state.waiting.indexOf(trajectory);
  const longer = turn === -1 ? state.waiting.length : turn;
  const { place } = placeOf(state, trajectory);
  return [
    ...(longer > 0 ? [warnings.notFirstInLine(longer)] : []),
    ...(place === 'rejected' || place === 'referred' ? [warnings.turnedAwayBefore()] : []),
  ];
}
