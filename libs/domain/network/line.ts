import { dataOf } from '../kernel/command.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { New } from '../kernel/event.ts';
import { nothingChanged } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import { subjectsNamed } from '../kernel/subjects-named.ts';
import { type NetworkContext, refuseAnyDecision } from './admission.ts';
import type { NetworkCommand } from './commands.ts';
import type { NetworkEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { noProposal } from './refusals.ts';
import { nextInLine, type OpenNetwork, placeOf } from './state.ts';
import { belowTheMinimum } from './warnings.ts';

type Command<T extends NetworkCommand['type']> = Extract<NetworkCommand, { type: T }>;
type TurnedAway = Extract<NetworkEvent, { type: 'network.rejected.v1' | 'network.referred.v1' }>;

/** An event of this network, with the subjects that it concerns. */
export function happen(state: OpenNetwork, event: NetworkEvent): New<NetworkEvent> {
  const own = [subject('programme', state.programme), subject('network', state.network)];
  return { ...event, subjects: [...new Set([...own, ...subjectsNamed(event.data)])] };
}

/** Rejected or referred; a place that was proposed to it goes to the next in line. */
export function turnAway(event: TurnedAway, state: OpenNetwork, context: NetworkContext): Decision<NetworkEvent> {
  const { trajectory } = event.data;
  const refused = refuseAnyDecision(trajectory, state, context);
  if (refused) return refuse(refused);
  const now = placeOf(state, trajectory);
  const same =
    event.type === 'network.rejected.v1'
      ? now.place === 'rejected'
      : now.place === 'referred' && now.to === event.data.to;
  return same ? refuse(nothingChanged()) : accept(withNextProposal(state, trajectory, happen(state, event)));
}

/**
 * Frees the place, the turn in the line, or the tentative place, of a trajectory that left. What is not held is not freed: an empty
 * decision, so that a reaction may send it again. A freed place is proposed for the first in line, never given.
 */
export function freePlace(command: Command<'free-place'>, state: OpenNetwork): Decision<NetworkEvent> {
  const { trajectory } = command;
  const { place } = placeOf(state, trajectory);
  if (place !== 'given' && place !== 'waiting') return accept(releasing(state, trajectory));
  const freed = happen(state, { type: 'network.place-freed.v1', data: dataOf(command) });
  if (place === 'waiting') return accept(withNextProposal(state, trajectory, freed));
  const given = state.places.length - 1;
  return accept(
    [freed, ...proposal(after(state, freed), trajectory)],
    given < state.minimum ? [belowTheMinimum(given, state.minimum)] : [],
  );
}

/** A place that was held for whoever left is nobody's any more. */
function releasing(state: OpenNetwork, trajectory: string): New<NetworkEvent>[] {
  if (!state.held.some((held) => held.trajectory === trajectory)) return [];
  return [happen(state, { type: 'network.place-released.v1', data: { trajectory } })];
}

/** The one who declines stays on the list; this place is proposed for the next in line. */
export function declineProposal(command: Command<'decline-proposal'>, state: OpenNetwork): Decision<NetworkEvent> {
  const { trajectory } = command;
  if (!state.proposals.some((p) => p.trajectory === trajectory)) return refuse(noProposal(trajectory));
  const declined = happen(state, { type: 'network.proposal-declined.v1', data: dataOf(command) });
  return accept(withNextProposal(state, trajectory, declined));
}

/** The event, and, when a place was proposed for this trajectory, that place proposed for the next in line. */
function withNextProposal(state: OpenNetwork, trajectory: string, event: New<NetworkEvent>): New<NetworkEvent>[] {
  const open = state.proposals.find((p) => p.trajectory === trajectory);
  return open ? [event, ...proposal(after(state, event), open.freedBy)] : [event];
}

function proposal(state: OpenNetwork, freedBy: string): New<NetworkEvent>[] {
  const next = nextInLine(state, freedBy);
  if (next === undefined) return [];
  return [happen(state, { type: 'network.place-proposed.v1', data: { trajectory: next, freedBy } })];
}

/** The state as it will be once this event is recorded. */
function after(state: OpenNetwork, event: New<NetworkEvent>): OpenNetwork {
  const next = evolve(state, { ...event, id: '', recordedAt: '' });
  return next.status === 'open' ? next : state;
}
