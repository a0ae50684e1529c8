import { dayOf } from '../kernel/days.ts';
import { never } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import type { NetworkEvent } from './events.ts';
import {
  freePlaces,
  heldOn,
  type Leaving,
  type NetworkState,
  type OpenNetwork,
  type Place,
  proposalsKept,
} from './state.ts';

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
type PlaceFreed = Extract<NetworkEvent, { type: 'network.place-freed.v1' }>;

/** Of the event by which a trajectory leaves. */
interface Gone {
  readonly data: { readonly trajectory: string };
  readonly recordedAt: string;
}

function evolveOpen(state: OpenNetwork, event: Later): OpenNetwork {
  switch (event.type) {
    case 'network.places-changed.v1': {
      const { minimum, target, maximum } = event.data;
      return withoutIdleProposals({ ...state, minimum, target, maximum }, event);
    }
    case 'network.place-given.v1': {
      const decisionExpectedOn = event.data.reservation?.decisionExpectedOn;
      const place: Place = { trajectory: event.data.trajectory, decisionExpectedOn };
      const rest = without(state, place.trajectory);
      return withoutIdleProposals({ ...rest, places: [...rest.places, place] }, event);
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
      return gone(state, event, { place: 'rejected' });
    case 'network.referred.v1':
      return gone(state, event, { place: 'referred', to: event.data.to });
    case 'network.place-freed.v1':
      return freed(state, event);
    case 'network.place-proposed.v1':
      return { ...state, proposals: [...notProposed(state, event.data.trajectory), event.data] };
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
    proposals: notProposed(state, trajectory),
    left,
  };
}

function notHeld({ held }: OpenNetwork, trajectory: string): OpenNetwork['held'] {
  return held.filter((place) => place.trajectory !== trajectory);
}

function notProposed({ proposals }: OpenNetwork, trajectory: string): OpenNetwork['proposals'] {
  return proposals.filter((proposal) => proposal.trajectory !== trajectory);
}

function gone(state: OpenNetwork, { data, recordedAt }: Gone, how: Leaving): OpenNetwork {
  const rest = without(state, data.trajectory);
  return { ...rest, left: new Map(rest.left).set(data.trajectory, { how, at: recordedAt }) };
}

/** A place that is freed anew may be proposed to those who declined it before. */
function freed(state: OpenNetwork, event: Recorded<PlaceFreed>): OpenNetwork {
  const { trajectory, cause } = event.data;
  const rest = gone(state, event, { place: 'freed', cause });
  return { ...rest, declined: rest.declined.filter(({ freedBy }) => freedBy !== trajectory) };
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

/** A place that is only held takes no proposal away: it may lapse. Until then it counts for whom it is held. */
function withoutIdleProposals(state: OpenNetwork, { recordedAt }: Pick<Later, 'recordedAt'>): OpenNetwork {
  const held = heldOn(state, dayOf(recordedAt));
  return { ...state, proposals: proposalsKept(state.proposals, { free: freePlaces(state), held }) };
}
