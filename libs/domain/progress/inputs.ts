import type { MeetingKind } from '../meeting/events.ts';
import type { askedOfFacts, Template } from '../template/template.ts';
import type { CommitmentFact } from '../trajectory/commitment.ts';
import type { CourseFact } from '../trajectory/course.ts';
import type { AboutApplication } from '../trajectory/participation.ts';

/**
 * The dates of one meeting, as far as they are known. A meeting that was held counts on the day it was held; before
 * that an agreed date wins over a provisional one.
 */
export interface MeetingDates {
  readonly meeting: string;
  readonly kind: MeetingKind;
  readonly provisional?: string | undefined;
  readonly agreed?: string | undefined;
  readonly heldOn?: string | undefined;
  readonly cancelled: boolean;
}

/** What a trajectory is measured by: the adopted template, the programme's days, the meetings of its network. */
export interface Plan {
  readonly template: Template;
  readonly from: string;
  readonly until: string;
  readonly meetings: readonly MeetingDates[];
}

/** A decision of the network about this trajectory, with the day (Europe/Amsterdam) on which it was recorded. */
export type PlaceFact = AboutApplication &
  (
    | { readonly place: 'given'; readonly decisionExpectedOn?: string | undefined }
    | { readonly place: 'waiting' | 'rejected' | 'referred' | 'freed' }
  );

export interface MeetingAttended {
  readonly meeting: string;
  /** Of a meeting outside the plan, as of a network that it left; the plan tells it of its own. */
  readonly kind?: MeetingKind | undefined;
  readonly attendance: 'present' | 'excused' | 'absent';
  readonly on: string;
}

/** A fact about an item of the dossier, with what a milestone can ask of it. */
export interface ToldFact extends Partial<Readonly<Record<(typeof askedOfFacts)[number], string | number>>> {
  readonly on: string;
  readonly item: string;
}

/** The facts of one trajectory that progress is made of, each with its day. Plain JSON, in any order. */
export interface ProgressFacts {
  readonly course: readonly CourseFact[];
  /** A lifted reservation is `given` again, without the expected decision. */
  readonly places: readonly PlaceFact[];
  /** The days on which questions were brought in. */
  readonly questions: readonly string[];
  /** By layer. */
  readonly commitments: Readonly<Record<string, readonly CommitmentFact[]>>;
  /** Once for each meeting: the last that was recorded, by the day of the meeting. */
  readonly attendance: readonly MeetingAttended[];
  readonly supportCompleted: readonly string[];
  readonly contacts: readonly string[];
  /** By the type of fact about an item of the dossier. */
  readonly told: Readonly<Record<string, readonly ToldFact[]>>;
}

/** Nothing has happened yet. */
export const noFacts: ProgressFacts = {
  course: [],
  places: [],
  questions: [],
  commitments: {},
  attendance: [],
  supportCompleted: [],
  contacts: [],
  told: {},
};
