import { never } from '#domain/kernel/decision';
import { heldOn, proposalsKept, proposalsLeft } from '#domain/network/state';
import { changed } from '../folding.ts';
import type { NetworkDecision, NetworkRow, NetworkState } from './row.ts';

/** Before the first decision: not there yet. */
export const noNetwork: NetworkState = {
  minimum: 0,
  target: 0,
  maximum: 0,
  places: [],
  held: [],
  waiting: [],
  proposals: [],
  rejected: [],
  referred: [],
};

/** The last day that was asked of a row: a list asks for every trajectory that waits in the network, of the same one. */
const asked = new WeakMap<NetworkRow, { readonly day: string; readonly network: NetworkRow | undefined }>();

/**
 * The network as it was at the end of that day, without tentative places that had lapsed, nor proposals of which the place was
 * held for another; undefined before it was opened.
 */
export function networkOn(row: NetworkRow, day: string): NetworkRow | undefined {
  const known = asked.get(row);
  if (known?.day === day) return known.network;
  const network = asOfDay(row, day);
  asked.set(row, { day, network });
  return network;
}

function asOfDay({ decisions, ...row }: NetworkRow, day: string): NetworkRow | undefined {
  const taken = decisions.filter(({ on }) => on <= day);
  if (taken.length === 0) return undefined;
  const state = taken.reduce(after, noNetwork);
  const held = heldOn(state, day);
  const proposals = proposalsLeft(state.proposals, { free: unfilled(state), held });
  return { ...row, ...state, held, proposals, decisions: taken };
}

/** Places that can still be given: neither given nor held. */
export function freePlaces({ maximum, places, held }: Pick<NetworkState, 'maximum' | 'places' | 'held'>): number {
  return Math.max(maximum - places.length - held.length, 0);
}

/** What a decision makes of the network. */
export function after(now: NetworkState, decision: NetworkDecision): NetworkState {
  switch (decision.what) {
    case 'sizes': {
      const { minimum, target, maximum } = decision;
      return withoutIdleProposals({ ...now, minimum, target, maximum }, decision);
    }
    case 'given':
      return given(now, decision);
    case 'held': {
      const { trajectory, on, until, event } = decision;
      const held = [...without(now.held, trajectory), { trajectory, since: on, until, event }];
      return { ...now, held };
    }
    case 'released':
      return { ...now, held: without(now.held, decision.trajectory) };
    case 'lifted':
      return { ...now, places: withoutReservation(now, decision.trajectory) };
    case 'waiting': {
      const out = { ...takenOut(now, decision.trajectory), held: now.held };
      return { ...out, waiting: [...out.waiting, { trajectory: decision.trajectory, since: decision.on }] };
    }
    case 'rejected': {
      const out = takenOut(now, decision.trajectory);
      return { ...out, rejected: [...out.rejected, { trajectory: decision.trajectory, event: decision.event }] };
    }
    case 'referred': {
      const { trajectory, to, event } = decision;
      const out = takenOut(now, trajectory);
      return { ...out, referred: [...out.referred, { trajectory, to, event }] };
    }
    case 'freed':
      return takenOut(now, decision.trajectory);
    case 'applied': {
      const { rejected, referred } = takenOut(now, decision.trajectory);
      return { ...now, rejected, referred };
    }
    case 'proposed': {
      const { trajectory, freedBy, on } = decision;
      return { ...now, proposals: [...without(now.proposals, trajectory), { trajectory, freedBy, since: on }] };
    }
    case 'declined':
      return { ...now, proposals: without(now.proposals, decision.trajectory) };
    default:
      return never(decision);
  }
}

function given(now: NetworkState, decision: NetworkDecision & { readonly what: 'given' }): NetworkState {
  const { trajectory, on, event, decisionExpectedOn } = decision;
  const out = takenOut(now, trajectory);
  const reservation = decisionExpectedOn === null ? null : { decisionExpectedOn, event };
  return withoutIdleProposals({ ...out, places: [...out.places, { trajectory, since: on, reservation }] }, decision);
}

function withoutReservation({ places }: NetworkState, trajectory: string): NetworkState['places'] {
  return changed(
    places,
    (place) => place.trajectory === trajectory,
    (place) => ({ ...place, reservation: null }),
  );
}

const without = <T extends { trajectory: string }>(list: readonly T[], trajectory: string) =>
  list.filter((item) => item.trajectory !== trajectory);

/** A trajectory stands in one place of the network at a time. */
function takenOut(now: NetworkState, trajectory: string): NetworkState {
  return {
    ...now,
    places: without(now.places, trajectory),
    held: without(now.held, trajectory),
    waiting: without(now.waiting, trajectory),
    proposals: without(now.proposals, trajectory),
    rejected: without(now.rejected, trajectory),
    referred: without(now.referred, trajectory),
  };
}

/** When a place went to another than was proposed, the last proposals have none left; one that is only held may lapse. */
function withoutIdleProposals(now: NetworkState, { on }: NetworkDecision): NetworkState {
  const left = { free: unfilled(now), held: heldOn(now, on) };
  return { ...now, proposals: proposalsKept(now.proposals, left) };
}

/** Places that are not given, held or not. */
function unfilled({ maximum, places }: NetworkState): number {
  return maximum - places.length;
}
