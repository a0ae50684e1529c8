import { sameContent } from '../kernel/compare.ts';
import type { Evidence } from '../kernel/names.ts';
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
  /** What was put on record as proof that it was held. */
  readonly minutes: readonly Evidence[];
  /** By trajectory; of several records the last counts. */
  readonly attendance: Readonly<Record<string, Attended>>;
}

export type MeetingState = { readonly status: 'unknown' } | KnownMeeting;

/** A fact that is recorded late finds its place between the others. */
export function withFact(state: KnownMeeting, fact: MeetingFact): KnownMeeting {
  const facts = addByDay(state.facts, fact);
  return { ...state, facts, ...meetingOf(facts) };
}

/** Whether it says by what minutes that it was held, and those are not on record yet. */
export function bringsMinutes({ minutes }: { readonly minutes?: Evidence | undefined }, state: KnownMeeting): boolean {
  return minutes !== undefined && !state.minutes.some((known) => sameContent(known, minutes));
}
