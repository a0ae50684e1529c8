/** Sizes of a run. The goals count at full size; the small one is for daily use. */
export interface Size {
  readonly rounds: number;
  /** How long one side is measured in one round, in milliseconds. */
  readonly span: number;
  /** Events in the log when it is read. */
  readonly events: number;
  /** Events that one round of reading takes. */
  readonly reading: number;
  /** Round trips of the latency figure, per round. */
  readonly pings: number;
  /** Events of the whole streams that are read and folded. */
  readonly lengths: number[];
}

export const FULL: Size = {
  rounds: 5,
  span: 4000,
  events: 1_000_000,
  reading: 100_000,
  pings: 500,
  lengths: [100, 1_000, 10_000],
};
export const QUICK: Size = { rounds: 3, span: 450, events: 50_000, reading: 15_000, pings: 60, lengths: [100, 1_000] };
