import { dataOf } from '../kernel/command.ts';
import { dayOf } from '../kernel/days.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { New } from '../kernel/event.ts';
import { nothingChanged } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import { subjectsNamed } from '../kernel/subjects-named.ts';
import { type NetworkContext, placeOfApplication, refuseAnyDecision } from './admission.ts';
import type { NetworkCommand } from './commands.ts';
import type { NetworkEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { noPlaceHeld, noProposal } from './refusals.ts';
import { canPropose, freePlaces, nextInLine, type OpenNetwork, placeOf, proposalsOn } from './state.ts';
import { belowTheMinimum } from './warnings.ts';

type Command<T extends NetworkCommand['type']> = Extract<NetworkCommand, { type: T }>;
type PlaceReleased = Extract<NetworkEvent, { type: 'network.place-released.v1' }>;

/** An event, and the moment (UTC) at which it is recorded. */
interface Happened {
  readonly event: New<NetworkEvent>;
  readonly at: string;
}

/** An event of this network, with the subjects that it concerns. */
export function happen(state: OpenNetwork, event: NetworkEvent): New<NetworkEvent> {
  const own = [subject('programme', state.programme), subject('network', state.network)];
  return { ...event, subjects: [...new Set([...own, ...subjectsNamed(event.data)])] };
}

/** Rejected or referred; a place that was proposed to it, or held for it, goes to the next in line. */
export function turnAway(
  command: Command<'reject'> | Command<'refer'>,
  state: OpenNetwork,
  context: NetworkContext,
): Decision<NetworkEvent> {
  const { trajectory, at } = command;
  const refused = refuseAnyDecision(trajectory, state, context);
  if (refused) return refuse(refused);
  const now = placeOfApplication(trajectory, state, context);
  const same = command.type === 'reject' ? now.place === 'rejected' : now.place === 'referred' && now.to === command.to;
  if (same) return refuse(nothingChanged());
  return accept(withNextProposal(state, trajectory, { event: happen(state, turnedAway(command)), at }));
}

function turnedAway(command: Command<'reject'> | Command<'refer'>): NetworkEvent {
  return command.type === 'reject'
    ? { type: 'network.rejected.v1', data: dataOf(command) }
    : { type: 'network.referred.v1', data: dataOf(command) };
}

/**
 * Frees the place, the turn in the line, or the tentative place, of a trajectory that left. What is not held is not freed: an empty
 * decision, so that a reaction may send it again. A freed place is proposed for the first in line, never given; where it is
 * held for another, that rests until it lapses.
 */
export function freePlace(command: Command<'free-place'>, state: OpenNetwork): Decision<NetworkEvent> {
  const { trajectory, at } = command;
  const { place } = placeOf(state, trajectory);
  if (place !== 'given' && place !== 'waiting') {
    return accept(isHeldFor(state, trajectory) ? released({ trajectory }, state, at) : []);
  }
  const freed: Happened = { event: happen(state, { type: 'network.place-freed.v1', data: dataOf(command) }), at };
  if (place === 'waiting') return accept(withNextProposal(state, trajectory, freed));
  const given = state.places.length - 1;
  return accept(
    [freed.event, ...passedOn(after(state, freed), trajectory, at)],
    given < state.minimum ? [belowTheMinimum(given, state.minimum)] : [],
  );
}

function isHeldFor({ held }: OpenNetwork, trajectory: string): boolean {
  return held.some((place) => place.trajectory === trajectory);
}

/** The lead lets go of a tentative place. */
export function releasePlace(command: Command<'release-place'>, state: OpenNetwork): Decision<NetworkEvent> {
  const { trajectory } = command;
  return isHeldFor(state, trajectory)
    ? accept(released(dataOf(command), state, command.at))
    : refuse(noPlaceHeld(trajectory));
}

/**
 * A place that was held for one, of which the day may have passed, is proposed for the first in line, who may have been passed
 * over for it. Not for the one itself, of whom it is let go; and what was proposed to that one still is.
 */
function released(data: PlaceReleased['data'], state: OpenNetwork, at: string): New<NetworkEvent>[] {
  const { trajectory } = data;
  const event = happen(state, { type: 'network.place-released.v1', data });
  const next = after(state, { event, at });
  const isProposed = state.proposals.some((p) => p.trajectory === trajectory);
  const isNext = nextInLine(next, trajectory, dayOf(at)) === trajectory;
  return isProposed || isNext ? [event] : [event, ...proposal(next, trajectory, at)];
}

/** The one who declines stays on the list; this place is proposed for the next in line. */
export function declineProposal(command: Command<'decline-proposal'>, state: OpenNetwork): Decision<NetworkEvent> {
  const { trajectory } = command;
  const proposed = proposalsOn(state, dayOf(command.at));
  if (!proposed.some((p) => p.trajectory === trajectory)) return refuse(noProposal(trajectory));
  const event = happen(state, { type: 'network.proposal-declined.v1', data: dataOf(command) });
  return accept(withNextProposal(state, trajectory, { event, at: command.at }));
}

/** The event, and, when a place was proposed to or held for this trajectory, that place proposed for the next in line. */
function withNextProposal(state: OpenNetwork, trajectory: string, happened: Happened): New<NetworkEvent>[] {
  const { event, at } = happened;
  const open = state.proposals.find((p) => p.trajectory === trajectory);
  if (!open && !isHeldFor(state, trajectory)) return [event];
  const next = after(state, happened);
  return [event, ...(open ? passedOn(next, open.freedBy, at) : proposal(next, trajectory, at))];
}

/** Proposed also while the place is held for another: nothing is recorded when that lapses, so until then it rests. */
function passedOn(state: OpenNetwork, freedBy: string, at: string): New<NetworkEvent>[] {
  return freePlaces(state) > state.proposals.length ? proposedNext(state, freedBy, at) : [];
}

function proposal(state: OpenNetwork, freedBy: string, at: string): New<NetworkEvent>[] {
  return canPropose(state, dayOf(at)) ? proposedNext(state, freedBy, at) : [];
}

function proposedNext(state: OpenNetwork, freedBy: string, at: string): New<NetworkEvent>[] {
  const next = nextInLine(state, freedBy, dayOf(at));
  if (next === undefined) return [];
  return [happen(state, { type: 'network.place-proposed.v1', data: { trajectory: next, freedBy } })];
}

/** The state as it will be once this event is recorded. */
function after(state: OpenNetwork, { event, at }: Happened): OpenNetwork {
  const next = evolve(state, { ...event, id: '', recordedAt: at });
  return next.status === 'open' ? next : state;
}
