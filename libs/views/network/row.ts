export interface Place {
  readonly trajectory: string;
  readonly since: string;
  /** Until the expected decision; the reason is in the event. */
  readonly reservation: { readonly decisionExpectedOn: string; readonly event: string } | null;
}

/** Who has a place, who waits in which order, what is proposed: as one day or one ordinal has it. */
export interface NetworkState {
  readonly minimum: number;
  readonly target: number;
  readonly maximum: number;
  readonly places: readonly Place[];
  /** Tentative places, up to and including their day. */
  readonly held: readonly {
    readonly trajectory: string;
    readonly since: string;
    readonly until: string;
    readonly event: string;
  }[];
  /** The first in line stands first. */
  readonly waiting: readonly { readonly trajectory: string; readonly since: string }[];
  /** Freed places that wait for the lead's decision; of a day, without those that are held for another meanwhile. */
  readonly proposals: readonly { readonly trajectory: string; readonly freedBy: string; readonly since: string }[];
  readonly rejected: readonly { readonly trajectory: string; readonly event: string }[];
  readonly referred: readonly { readonly trajectory: string; readonly to: string; readonly event: string }[];
}

/**
 * A decision of the network, with the day on which it was taken and the event that holds the reason; or that somebody
 * `applied` anew, whom it had turned away.
 */
export type NetworkDecision = { readonly on: string; readonly event: string } & (
  | { readonly what: 'sizes'; readonly minimum: number; readonly target: number; readonly maximum: number }
  | { readonly what: 'given'; readonly trajectory: string; readonly decisionExpectedOn: string | null }
  | { readonly what: 'held'; readonly trajectory: string; readonly until: string }
  | {
      readonly what: 'released' | 'lifted' | 'waiting' | 'rejected' | 'freed' | 'declined' | 'applied';
      readonly trajectory: string;
    }
  | { readonly what: 'referred'; readonly trajectory: string; readonly to: string }
  | { readonly what: 'proposed'; readonly trajectory: string; readonly freedBy: string }
);

/** The state after all decisions, and the decisions, in the order in which they were taken: `networkOn` goes back to a day. */
export interface NetworkRow extends NetworkState {
  readonly network: string;
  readonly programme: string;
  readonly name: string;
  readonly region: string;
  /** The opening is the first: it sets the sizes. */
  readonly decisions: readonly NetworkDecision[];
}
