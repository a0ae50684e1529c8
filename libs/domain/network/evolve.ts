import { never } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import type { NetworkEvent } from './events.ts';
import { freePlaces, type Leaving, type NetworkState, type OpenNetwork, type Place } from './state.ts';

export function evolve(state: NetworkState, event: Recorded<NetworkEvent>): NetworkState {
  if (event.type === 'network.opened.v1') {
    return {
      status: 'open',
      ...event.data,
      places: [],
      held: [],
      waiting: [],
      proposals: [],
      declined: [],
      left: new Map(),
    };
  }
  return state.status === 'unknown' ? state : evolveOpen(state, event);
}

type Later = Exclude<Recorded<NetworkEvent>, { type: 'network.opened.v1' }>;

function evolveOpen(state: OpenNetwork, event: Later): OpenNetwork {
  switch (event.type) {
    case 'network.places-changed.v1': {
      const { minimum, target, maximum } = event.data;
      return withoutIdleProposals({ ...state, minimum, target, maximum });
    }
    case 'network.place-given.v1': {
      const decisionExpectedOn = event.data.reservation?.decisionExpectedOn;
      const place: Place = { trajectory: event.data.trajectory, decisionExpectedOn };
      const rest = without(state, place.trajectory);
      return withoutIdleProposals({ ...rest, places: [...rest.places, place] });
    }
    case 'network.place-held.v1': {
      const { trajectory, until } = event.data;
      return { ...state, held: [...notHeld(state, trajectory), { trajectory, until }] };
    }
    case 'network.place-released.v1':
      return { ...state, held: notHeld(state, event.data.trajectory) };
    case 'network.reservation-lifted.v1': {
      const { trajectory } = event.data;
      return { ...state, places: state.places.map((p) => (p.trajectory === trajectory ? { trajectory } : p)) };
    }
    case 'network.put-on-waiting-list.v1': {
      // Whoever waits may have a tentative place meanwhile.
      const rest = { ...without(state, event.data.trajectory), held: state.held };
      return { ...rest, waiting: [...rest.waiting, event.data.trajectory] };
    }
    case 'network.rejected.v1':
      return gone(state, event.data.trajectory, { place: 'rejected' });
    case 'network.referred.v1':
      return gone(state, event.data.trajectory, { place: 'referred', to: event.data.to });
    case 'network.place-freed.v1':
      return freed(state, event.data);
    case 'network.place-proposed.v1':
      return { ...state, proposals: [...state.proposals, event.data] };
    case 'network.proposal-declined.v1':
      return declined(state, event.data.trajectory);
    default:
      return never(event);
  }
}

/** Without any place, turn or way of leaving of this trajectory: it has at most one of them. */
function without(state: OpenNetwork, trajectory: string): OpenNetwork {
  const left = new Map(state.left);
  left.delete(trajectory);
  return {
    ...state,
    places: state.places.filter((place) => place.trajectory !== trajectory),
    held: notHeld(state, trajectory),
    waiting: state.waiting.filter((other) => other !== trajectory),
    proposals: state.proposals.filter((proposal) => proposal.trajectory !== trajectory),
    left,
  };
}

function notHeld({ held }: OpenNetwork, trajectory: string): OpenNetwork['held'] {
  return held.filter((place) => place.trajectory !== trajectory);
}

function gone(state: OpenNetwork, trajectory: string, how: Leaving): OpenNetwork {
  const rest = without(state, trajectory);
  return { ...rest, left: new Map(rest.left).set(trajectory, how) };
}

/** A place that is freed anew may be proposed to those who declined it before. */
function freed(state: OpenNetwork, data: { trajectory: string; cause: 'withdrawn' | 'stopped' | 'passed-on' }) {
  const rest = gone(state, data.trajectory, { place: 'freed', cause: data.cause });
  return { ...rest, declined: rest.declined.filter(({ freedBy }) => freedBy !== data.trajectory) };
}

function declined(state: OpenNetwork, trajectory: string): OpenNetwork {
  const proposal = state.proposals.find((p) => p.trajectory === trajectory);
  if (!proposal) return state;
  return {
    ...state,
    proposals: state.proposals.filter((p) => p !== proposal),
    declined: [...state.declined, proposal],
  };
}

/** When a place went to another than was proposed, the last proposals have no place left to propose. */
function withoutIdleProposals(state: OpenNetwork): OpenNetwork {
  return { ...state, proposals: state.proposals.slice(0, Math.max(0, freePlaces(state))) };
}
