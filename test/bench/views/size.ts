/** Sizes of a run. The goals count at full size; the small one is for daily use. */
export interface Size {
  readonly rounds: number;
  /** How long live folding is measured at a steady rate in one round, in milliseconds. */
  readonly span: number;
  /** Events of a burst. */
  readonly burst: number;
  /** Events of the two logs, about ten for each trajectory. */
  readonly small: number;
  readonly large: number;
  /** Programmes that run side by side in a year. */
  readonly programmes: number;
  /** How often each question is asked in a round. */
  readonly questions: number;
}

export const FULL: Size = {
  rounds: 3,
  span: 15_000,
  burst: 20_000,
  small: 100_000,
  large: 1_000_000,
  programmes: 412,
  questions: 300,
};

export const QUICK: Size = {
  rounds: 1,
  span: 1_500,
  burst: 800,
  small: 2_000,
  large: 6_000,
  programmes: 9,
  questions: 30,
};
