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

/** How and when (UTC) a trajectory left. */
export interface Left {
  readonly how: Leaving;
  readonly at: string;
}

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
  /** Never more than there are free places. Those of which the place is held for another rest meanwhile: `proposalsOn`. */
  readonly proposals: readonly PlaceProposal[];
  readonly declined: readonly PlaceProposal[];
  readonly left: ReadonlyMap<string, Left>;
}

export type NetworkState = { readonly status: 'unknown' } | OpenNetwork;

/** What the network says of one trajectory: at most one of a place, the waiting list, and a way of leaving. */
export type PlaceState =
  | { readonly place: 'none' }
  | { readonly place: 'given'; readonly decisionExpectedOn?: string | undefined }
  /** `number` is 1 for the first in line; `proposed` when a free place is proposed for it, also while that rests. */
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
  return state.left.get(trajectory)?.how ?? { place: 'none' };
}

export function freePlaces(state: OpenNetwork): number {
  return state.maximum - state.places.length;
}

/** Tentative places that count on that day. */
export function heldOn<H extends HeldPlace>({ held }: { readonly held: readonly H[] }, today: string): H[] {
  return held.filter(({ until }) => until >= today);
}

/** Without that of the trajectory itself. */
export function heldForOthers(state: OpenNetwork, trajectory: string, today: string): HeldPlace[] {
  return heldOn(state, today).filter((place) => place.trajectory !== trajectory);
}

/** Free places that nobody waits for and that are held for nobody else; who waits and has one held counts once. */
export function unclaimedPlaces(state: OpenNetwork, trajectory: string, today: string): number {
  const held = heldForOthers(state, trajectory, today).map((place) => place.trajectory);
  return freePlaces(state) - new Set([...held, ...state.waiting]).size;
}

/** Whether a free place is neither held nor proposed; a place that is proposed to whom it is held for counts once. */
export function canPropose(state: OpenNetwork, today: string): boolean {
  const promised = [...heldOn(state, today), ...state.proposals].map(({ trajectory }) => trajectory);
  return freePlaces(state) > new Set(promised).size;
}

/**
 * The proposals that still have a place to propose: the last ones have none when places went to others than was
 * proposed, or are held for them.
 */
export function proposalsLeft<P extends { readonly trajectory: string }>(
  proposals: readonly P[],
  { free, held }: { readonly free: number; readonly held: readonly { readonly trajectory: string }[] },
): readonly P[] {
  const holders = new Set(held.map(({ trajectory }) => trajectory));
  const others = proposals.filter(({ trajectory }) => !holders.has(trajectory));
  const idle = new Set(others.slice(Math.max(0, free - holders.size)));
  return proposals.filter((proposal) => !idle.has(proposal)).slice(0, Math.max(0, free));
}

/** What is proposed on that day, without what rests because the place is held for another: it goes on when that one lapses. */
export function proposalsOn(state: OpenNetwork, today: string): readonly PlaceProposal[] {
  return proposalsLeft(state.proposals, { free: freePlaces(state), held: heldOn(state, today) });
}

/** The proposals that still have a place, proposed or held for others: the last ones have none when others got theirs. */
export function proposalsKept<P extends { readonly trajectory: string }>(
  proposals: readonly P[],
  { free, held }: { readonly free: number; readonly held: readonly { readonly trajectory: string }[] },
): readonly P[] {
  const proposed = new Set(proposals.map(({ trajectory }) => trajectory));
  return proposalsLeft(proposals, { free, held: held.filter(({ trajectory }) => proposed.has(trajectory)) });
}

/**
 * The first in line for whom no place is proposed yet, and who did not decline this one. Of a place that is not held itself,
 * those who have another one held are passed over: the place would be kept from whoever waits behind them.
 */
export function nextInLine(state: OpenNetwork, freedBy: string, today: string): string | undefined {
  const inLine = state.waiting.filter(
    (trajectory) =>
      !state.proposals.some((p) => p.trajectory === trajectory) &&
      !state.declined.some((p) => p.trajectory === trajectory && p.freedBy === freedBy),
  );
  const passedOver = canPropose(state, today) ? heldOn(state, today).map(({ trajectory }) => trajectory) : [];
  return inLine.find((trajectory) => !passedOver.includes(trajectory)) ?? inLine[0];
}
