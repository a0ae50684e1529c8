/** Where a trajectory is, how many milestones it reached, and its status; `none` where there is none. */
export type ProgressLine = readonly [participation: string, reached: number, status: string];

/** Figures of an example as they were worked out by hand, from its story and the rules of the trade. */
export interface ByHand {
  readonly moments: readonly MomentByHand[];
  /** Items of the dossier by kind, at the end. */
  readonly items: Readonly<Record<string, number>>;
  /** By line of work, in whole euros, at the end. */
  readonly money: Readonly<Record<string, MoneyByHand>>;
  /** How many steps were recorded with a warning of that code. */
  readonly warned: Counts;
  /** What the overviews say, by the day that is asked. */
  readonly days: Readonly<Record<string, DayByHand>>;
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

/** What was worked out of one day: each part that is there is compared with the overview of that name. */
export interface DayByHand {
  /** By the name of the group. */
  readonly groups?: Readonly<Record<string, GroupByHand>>;
  /** Groups that had not ended and their members, by sort. */
  readonly sorts?: Readonly<Record<string, readonly [groups: number, members: number]>>;
  /** By level; `percent` in whole percent. */
  readonly reach?: Readonly<Record<string, readonly [reached: number, of: number, percent: number]>>;
  /** Of units that were counted by themselves, by the name that the timeline gives the unit. */
  readonly reachOfUnits?: Readonly<Record<string, readonly [reached: number, of: number, percent: number]>>;
  readonly assignments?: Counts;
  readonly knowledge?: Counts;
  /** How many items stand at a step, by `kind/step`. */
  readonly steps?: Counts;
  /** The step of the one organisation's commitment, by layer. */
  readonly commitments?: Readonly<Record<string, string>>;
  /** Items of the dossier, by the name that the timeline gives them. */
  readonly items?: Readonly<Record<string, ItemByHand>>;
  /** Who else has a question, by the name that the timeline gives the question. */
  readonly alike?: Readonly<Record<string, readonly AlikeByHand[]>>;
  /** By the name that the timeline gives the meeting. */
  readonly meetings?: Readonly<Record<string, readonly [kind: string, state: string, date: string, status: string]>>;
  /** At how many meetings each role of the one organisation sat at the table until then. */
  readonly roles?: Counts;
}

export type Counts = Readonly<Record<string, number>>;

/** What is not named is not compared. */
export interface GroupByHand {
  readonly sort?: string;
  readonly open?: boolean;
  readonly endedOn?: string | null;
  /** `role of whom`, those who came first first. */
  readonly members?: readonly string[];
  readonly ambassadors?: readonly string[];
  readonly goals?: readonly (readonly [goal: string, due: string | null, reachedOn: string | null])[];
  /** By the number of the round, `phase day`. */
  readonly rounds?: Readonly<Record<number, readonly string[]>>;
  /** The cross-section as it was counted last, by part. */
  readonly parts?: Readonly<Record<string, readonly [represented: number, there: number, percent: number]>>;
}

export interface ItemByHand {
  readonly step: string;
  /** Some of what the last fact of a name says, by that name. */
  readonly facts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Protected texts as they read in the story of the item, by type of event and field. */
  readonly texts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type AlikeByHand = readonly [organisation: string, sameCategory: boolean, tags: readonly string[]];
