import { addDays } from '../kernel/days.ts';
import { type MeetingCourse, type MeetingFact, meetingOf } from './course.ts';
import type { MeetingKind } from './events.ts';

/** `attendance`: it was held, and who was there is not on record. `outcome`: its day is past, and whether it was held is not. */
export type MissingOfMeetingKind = 'attendance' | 'outcome';

/** Something that is missing on every day from `from` until, not including, `until`. */
export interface MissingOfMeeting {
  readonly kind: MissingOfMeetingKind;
  /** The day that it counts from: on which it was held, or was to be held. */
  readonly since: string;
  readonly from: string;
  /** Null as long as nothing came. */
  readonly until: string | null;
}

/**
 * What was, is, and if nothing happens will be missing of a meeting, in the order in which it began.
 *
 * Nobody takes part in a steering group for a trajectory, so that nobody's attendance is missed there.
 *
 * @param attendance the days of which it is on record who was there.
 */
export function missingOfMeeting(
  kind: MeetingKind,
  facts: readonly MeetingFact[],
  attendance: readonly string[],
): MissingOfMeeting[] {
  const told = [...facts.map(({ on }) => on), ...attendance];
  const courses = told.map((day) => meetingOf(facts, day)).filter((course) => course !== undefined);
  const days = [...new Set([...told, ...courses.map(({ date }) => addDays(date, 1))])].sort();
  const found: MissingOfMeeting[] = [];
  for (const on of days) {
    const missing = missingOn(meetingOf(facts, on), attendance, on);
    const now = missing?.kind === 'attendance' && kind === 'steering-group' ? undefined : missing;
    const open = found.at(-1)?.until === null ? found.at(-1) : undefined;
    if (open && now?.kind === open.kind && now.since === open.since) continue;
    if (open) found.splice(-1, 1, { ...open, until: on });
    if (now) found.push({ ...now, from: on, until: null });
  }
  return found;
}

function missingOn(
  course: MeetingCourse | undefined,
  attendance: readonly string[],
  on: string,
): Pick<MissingOfMeeting, 'kind' | 'since'> | undefined {
  if (course?.status === 'planned' && course.date < on) return { kind: 'outcome', since: course.date };
  if (course?.status !== 'held' || attendance.some((day) => day <= on)) return undefined;
  return { kind: 'attendance', since: course.heldOn ?? course.date };
}
