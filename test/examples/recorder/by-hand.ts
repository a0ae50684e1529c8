/** Where a trajectory is, how many milestones it reached, and its status; `none` where there is none. */
export type ProgressLine = readonly [participation: string, reached: number, status: string];

/** Figures of an example as they were worked out by hand, from its story and the rules of the trade. */
export interface ByHand {
  readonly moments: readonly MomentByHand[];
  /** Items of the dossier by kind, at the end. */
  readonly items: Readonly<Record<string, number>>;
  /** By line of work, in whole euros, at the end. */
  readonly money: Readonly<Record<string, MoneyByHand>>;
}

export interface MomentByHand {
  /** The day that is asked. */
  readonly day: string;
  /** The end of that day in the Netherlands, UTC: nothing that was recorded later counts. */
  readonly knownAt: string;
  /** Milestones due. */
  readonly expected: number;
  /** The version of the template by which all are judged; 1 where none is named. */
  readonly judgedBy?: number;
  /** By the name of the organisation. */
  readonly lines: Readonly<Record<string, ProgressLine>>;
}

export interface MoneyByHand {
  readonly budgeted: number;
  readonly committed: number;
  readonly spent: number;
  readonly left: number;
}
