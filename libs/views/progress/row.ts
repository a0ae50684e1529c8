import type { Attendance } from '#domain/meeting/events';
import type { ToldFact } from '#domain/progress/inputs';
import type { CourseFact } from '#domain/trajectory/course';
import type { AboutApplication } from '#domain/trajectory/participation';
import type { TracedCommitmentFact } from '../commitment/view.ts';
import type { AttendanceDay } from '../meeting/attendance-day.ts';
import type { Said } from '../question/said.ts';

/**
 * A fact of participation, and the event that tells it; of an intake also whether its report is on record, of an interest or
 * an application for which network it is (null for none).
 */
export type TracedCourseFact = CourseFact & {
  readonly event: string;
  readonly reported?: boolean;
  readonly network?: string | null;
};

/** What the network decided about a trajectory, and when. Which number it has in the line is in the network's row. */
export type PlaceDecision = AboutApplication & { readonly event: string; readonly network: string } & (
    | { readonly place: 'given'; readonly decisionExpectedOn: string | null }
    | { readonly place: 'waiting' | 'rejected' }
    | { readonly place: 'referred'; readonly to: string }
    | { readonly place: 'freed'; readonly cause: 'withdrawn' | 'stopped' | 'passed-on' }
  );

export interface BroughtQuestion {
  readonly question: string;
  /** In the order in which it happened; the first is the day on which it was brought in. */
  readonly said: readonly Said[];
}

/** Which expert was found for support, and for how long. */
export interface SupportMatch {
  readonly on: string;
  readonly expert: string;
  readonly plannedMinutes: number;
}

export interface Support {
  readonly support: string;
  readonly requestedOn: string | null;
  /** In the order in which they happened; the last one up to a day counts on that day. */
  readonly matches: readonly SupportMatch[];
  readonly deliveries: readonly { readonly on: string; readonly minutes: number }[];
  readonly completedOn: string | null;
  /** The last event about it. */
  readonly event: string;
}

export interface LocalChange {
  readonly name: string;
  readonly stage: string;
  readonly ownerRole: string;
}

/** What was said of a local change on a day, and by which item of the dossier; null for the trajectory's own word. */
export interface LocalChangeSaid {
  readonly on: string;
  readonly item: string | null;
  readonly said: Partial<LocalChange>;
}

export interface Contact {
  readonly on: string;
  readonly kind: 'phone' | 'video' | 'visit' | 'mail' | 'other';
  readonly roles: readonly string[];
  readonly event: string;
}

/** The lead's own judgement, which stands beside the computed status; the reason is in the event. */
export interface Judgement {
  readonly on: string;
  readonly judgement: 'on-schedule' | 'attention' | 'behind';
  readonly event: string;
}

/**
 * Everything that progress is computed from, with the days on which it was so. Nothing in it depends on today: a query
 * picks by day.
 */
export interface TrajectoryRow {
  readonly trajectory: string;
  readonly programme: string;
  readonly organisation: string;
  /** Of the last application, or else of the last interest; `networkOn` says which it was on a day. */
  readonly network: string | null;
  readonly contactRole: string;
  /** In the order in which they happened; `courseOf` says where they lead. */
  readonly course: readonly TracedCourseFact[];
  /** In the order in which they were decided; the last one counts. */
  readonly places: readonly PlaceDecision[];
  /** By layer, in the order in which they happened; `commitmentOf` says where they lead. */
  readonly commitments: Readonly<Record<string, readonly TracedCommitmentFact[]>>;
  readonly questions: readonly BroughtQuestion[];
  /** In the order in which it happened: `localChangeOf` says where it led. */
  readonly localChanges: readonly LocalChangeSaid[];
  readonly attendance: readonly (AttendanceDay & { readonly meeting: string; readonly attendance: Attendance })[];
  readonly support: readonly Support[];
  /** In the order in which they happened. */
  readonly contacts: readonly Contact[];
  /** In the order in which they were given. */
  readonly judgements: readonly Judgement[];
  /** By the type of fact about an item of the dossier that names the trajectory: the first of them, in order. */
  readonly told: Readonly<Record<string, readonly ToldFact[]>>;
  /** The days on which something was told of an item of the dossier that names the trajectory, each once, in order. */
  readonly dossierDays: readonly string[];
  /** The last event that concerned it: when it was recorded (UTC). */
  readonly lastRecordedAt: string;
}
