import { addByDay } from '../trajectory/course.ts';
import { type MeetingCourse, type MeetingFact, meetingOf } from './course.ts';
import type { Attendance, MeetingKind } from './events.ts';

/** How a trajectory was there, and in which roles. */
export interface Attended {
  readonly attendance: Attendance;
  readonly roles: readonly string[];
}

export interface KnownMeeting extends MeetingCourse {
  readonly meeting: string;
  readonly programme: string;
  /** Undefined when it is of the whole programme. */
  readonly network: string | undefined;
  readonly kind: MeetingKind;
  readonly title: string;
  /** In the order in which they happened; the fields of `MeetingCourse` are where they lead. */
  readonly facts: readonly MeetingFact[];
  /** By trajectory; of several records the last counts. */
  readonly attendance: Readonly<Record<string, Attended>>;
}

export type MeetingState = { readonly status: 'unknown' } | KnownMeeting;

/** A fact that is recorded late finds its place between the others. */
export function withFact(state: KnownMeeting, fact: MeetingFact): KnownMeeting {
  const facts = addByDay(state.facts, fact);
  return { ...state, facts, ...meetingOf(facts) };
}
