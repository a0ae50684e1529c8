import type { Sentence } from '#domain/kernel/decision';
import type { Stale } from '#views/query/as-of';

/** What the figures rest on: for the same ordinal, day and folds they are the same, whenever they are asked. */
export interface ReportBasis {
  readonly ordinal: number;
  /** The moment (UTC) up to which the log was known at that ordinal. */
  readonly knownAt: string;
  readonly validOn: string;
  /** The id of the log. */
  readonly log: string;
  /** The views and their versions, as one hash. */
  readonly folds: string;
  readonly template: { readonly key: string; readonly version: number } | null;
  /** The day of the release of the organisation register. */
  readonly register: string | null;
  /** Rows that could not be made when the report was: figures may lack what they say. Absent when there are none. */
  readonly stale?: Stale;
  /** The moment that was asked for has not been, or only just: a later report may hold more. Absent when it is final. */
  readonly provisional?: true;
}

/** How many of something, by its key. */
export type Counts = Readonly<Record<string, number>>;

export interface NetworkFigures {
  readonly network: string;
  readonly name: string;
  readonly minimum: number;
  readonly target: number;
  readonly maximum: number;
  readonly given: number;
  readonly withReservation: number;
  readonly free: number;
  readonly waiting: number;
  /** Free places that are proposed and wait for the lead. */
  readonly proposed: number;
  readonly region: string;
}

/** Why a status is what it is. The code is a figure; the sentence is for people, and a release may say it better. */
export interface StatusReason extends Sentence {
  readonly code: string;
  /** The milestone or the layer that it is about. */
  readonly about?: string;
}

export interface TrajectoryFigures {
  readonly trajectory: string;
  readonly organisation: string;
  readonly cbs: string | null;
  readonly participation: string;
  readonly milestonesReached: number;
  /** Those that were due by that day. */
  readonly milestonesExpected: number;
  readonly milestones: number;
  readonly status: Status;
  readonly reasons: readonly StatusReason[];
  /** The lead's own judgement, beside the computed status. */
  readonly judgement: string | null;
  readonly lastContactOn: string | null;
  readonly supportMinutes: number;
}

export type Status = 'on-schedule' | 'attention' | 'behind' | 'none';

export interface MilestoneFigures {
  readonly key: string;
  readonly label: Sentence;
  /** Of the trajectories that are measured: how many reached it, and for how many it was due. */
  readonly reached: number;
  readonly due: number;
}

export interface LateCommitment {
  readonly trajectory: string;
  readonly organisation: string;
  readonly layer: string;
  readonly due: string;
  readonly daysOver: number;
}

export interface Attendance {
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  /** Present of those expected, in thousandths, rounded; null when nobody was expected. */
  readonly presentPerMille: number | null;
}

export interface MeetingFigures extends Attendance {
  readonly meeting: string;
  readonly kind: string;
  readonly title: string;
  /** On which it was held, once it was, and is planned otherwise; of one that was held in a month, a day in it. */
  readonly date: string;
  /** How often the date was moved. */
  readonly moves: number;
  readonly held: boolean;
  readonly state: 'planned' | 'held' | 'cancelled';
}

/** Requests for local support; minutes, never hours with a comma. */
export interface SupportFigures {
  readonly requested: number;
  readonly matched: number;
  readonly completed: number;
  readonly plannedMinutes: number;
  readonly deliveredMinutes: number;
  /** Entered by the expert and approved. */
  readonly approvedMinutes: number;
  /** Of each request the approved minutes where there are any, and those that were delivered otherwise: none twice. */
  readonly countedMinutes: number;
}

/** A fact that stands, and was recorded more days after it happened than the product calls late. */
export interface LateFact {
  readonly ordinal: number;
  readonly type: string;
  readonly organisation: string | null;
  /** When it was first recorded, whatever was corrected afterwards. */
  readonly recordedAt: string;
  /** As its last correction has it. */
  readonly occurredOn: string;
  readonly daysLate: number;
  /** The title of the meeting that it is about. */
  readonly meeting: string | null;
}

/**
 * The management report of a programme, format 1. Whole numbers only, no moment of making: the same bytes for the same
 * basis. A new figure is added at the end of its group; a changed meaning is a new format.
 */
export interface ManagementReport {
  readonly report: 'management';
  readonly format: 1;
  /** From an example log: nothing in it happened. */
  readonly fictitious: boolean;
  readonly basis: ReportBasis;
  readonly programme: {
    readonly id: string;
    readonly name: string;
    readonly client: string;
    readonly from: string;
    readonly until: string;
  };
  readonly networks: readonly NetworkFigures[];
  /** Trajectories that had begun by that day, as all others here, by where they are. */
  readonly participation: Counts;
  /** Trajectories by status; `none` for those that have no place (yet, or any more). */
  readonly status: Counts;
  readonly milestones: readonly MilestoneFigures[];
  readonly trajectories: readonly TrajectoryFigures[];
  /** By layer, the trajectories by where their commitment is. */
  readonly commitments: Readonly<Record<string, Counts>>;
  readonly lateCommitments: readonly LateCommitment[];
  readonly meetings: readonly MeetingFigures[];
  /** Of all meetings that were held. */
  readonly attendance: Attendance;
  readonly support: SupportFigures;
  /** Questions by category of the template. */
  readonly questions: Counts;
  readonly recordedLate: readonly LateFact[];
  readonly corrections: number;
  readonly retractions: number;
  /** What the template calls the layers and the categories that stand above by their keys. */
  readonly labels: {
    readonly layers: Readonly<Record<string, Sentence>>;
    readonly categories: Readonly<Record<string, Sentence>>;
  };
}
