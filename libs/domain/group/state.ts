export interface KnownGroup {
  readonly status: 'composed' | 'frozen';
  readonly group: string;
  readonly programme: string;
  readonly network: string;
  readonly name: string;
  /** Trajectories, in the order in which the lead named them. */
  readonly members: readonly string[];
}

export type GroupState = { readonly status: 'unknown' } | KnownGroup;
