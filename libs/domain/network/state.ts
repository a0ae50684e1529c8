/** A place that was given; with `decisionExpectedOn` it has a reservation until that decision. */
export interface Place {
  readonly trajectory: string;
  readonly decisionExpectedOn?: string | undefined;
}

/** A tentative place, up to and including that day. */
export interface HeldPlace {
  readonly trajectory: string;
  readonly until: string;
}

/** A free place that is proposed to the lead for the first in line. */
export interface PlaceProposal {
  readonly trajectory: string;
  /** The trajectory that left the place. */
  readonly freedBy: string;
}

/** How a trajectory left: it has neither a place nor a place in the line. */
export type Leaving =
  | { readonly place: 'rejected' }
  | { readonly place: 'referred'; readonly to: string }
  | { readonly place: 'freed'; readonly cause: 'withdrawn' | 'stopped' | 'passed-on' };

export interface OpenNetwork {
  readonly status: 'open';
  readonly network: string;
  readonly programme: string;
  readonly name: string;
  readonly region: string;
  readonly minimum: number;
  readonly target: number;
  readonly maximum: number;
  readonly places: readonly Place[];
  /** Those of which the day has passed too: whoever decides knows what day it is. */
  readonly held: readonly HeldPlace[];
  /** In the order of being put on it. */
  readonly waiting: readonly string[];
  /** Never more than there are free places. */
  readonly proposals: readonly PlaceProposal[];
  readonly declined: readonly PlaceProposal[];
  readonly left: ReadonlyMap<string, Leaving>;
}

export type NetworkState = { readonly status: 'unknown' } | OpenNetwork;

/** What the network says of one trajectory: at most one of a place, the waiting list, and a way of leaving. */
export type PlaceState =
  | { readonly place: 'none' }
  | { readonly place: 'given'; readonly decisionExpectedOn?: string | undefined }
  /** `number` is 1 for the first in line; `proposed` when a free place is proposed for it. */
  | { readonly place: 'waiting'; readonly number: number; readonly proposed: boolean }
  | Leaving;

export function placeOf(state: NetworkState | undefined, trajectory: string): PlaceState {
  if (!state || state.status === 'unknown') return { place: 'none' };
  const given = state.places.find((place) => place.trajectory === trajectory);
  if (given) return { place: 'given', decisionExpectedOn: given.decisionExpectedOn };
  const index = state.waiting.indexOf(trajectory);
  if (index !== -1) {
    return { place: 'waiting', number: index + 1, proposed: state.proposals.some((p) => p.trajectory === trajectory) };
  }
  return state.left.get(trajectory) ?? { place: 'none' };
}

export function freePlaces(state: OpenNetwork): number {
  return state.maximum - state.places.length;
}

/** Tentative places that count on that day, without that of the trajectory itself. */
export function heldForOthers({ held }: OpenNetwork, trajectory: string, today: string): HeldPlace[] {
  return held.filter((place) => place.trajectory !== trajectory && place.until >= today);
}

/** The first in line for whom no place is proposed yet, and who did not decline this one. */
export function nextInLine(state: OpenNetwork, freedBy: string): string | undefined {
  return state.waiting.find(
    (trajectory) =>
      !state.proposals.some((p) => p.trajectory === trajectory) &&
      !state.declined.some((p) => p.trajectory === trajectory && p.freedBy === freedBy),
  );
}
