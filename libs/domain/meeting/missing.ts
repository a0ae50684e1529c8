import { addDays } from '../kernel/days.ts';
import { type MeetingCourse, type MeetingFact, meetingOf } from './course.ts';
import type { MeetingKind } from './events.ts';

/**
 * `attendance`: it was held, and who was there is not on record. `outcome`: its day is past, and whether it was held is
 * not. `invitation`: who was invited knows of another day than the one that it has.
 */
export type MissingOfMeetingKind = 'attendance' | 'outcome' | 'invitation';

/** Something that is missing on every day from `from` until, not including, `until`. */
export interface MissingOfMeeting {
  readonly kind: MissingOfMeetingKind;
  /** The day that it counts from: on which it was held, was to be held, was moved, or was invited for. */
  readonly since: string;
  /** Of an invitation for another day: the meeting has the day that it had at first. */
  readonly neverMoved?: true;
  readonly from: string;
  /** Null as long as nothing came. */
  readonly until: string | null;
}

/** What one invitation told as the date of the meeting, day by day; null once it was withdrawn. */
export type InvitedFor = readonly { readonly on: string; readonly date: string | null }[];

/** What is known of a meeting, each part in the order of its days. */
export interface KnownOfMeeting {
  readonly kind: MeetingKind;
  readonly facts: readonly MeetingFact[];
  /** The days of which it is on record who was there. */
  readonly attendance: readonly string[];
  readonly invitations: readonly InvitedFor[];
}

/**
 * What was, is, and if nothing happens will be missing of a meeting, in the order in which it began. Nobody takes part
 * in a steering group for a trajectory, so that nobody's attendance is missed there.
 */
export function missingOfMeeting(meeting: KnownOfMeeting): MissingOfMeeting[] {
  const told = [...meeting.facts, ...meeting.invitations.flat()].map(({ on }) => on).concat(meeting.attendance);
  const courses = told.map((day) => meetingOf(meeting.facts, day)).filter((course) => course !== undefined);
  const days = [...new Set([...told, ...courses.map(({ date }) => addDays(date, 1))])].sort();
  const found: MissingOfMeeting[] = [];
  for (const on of days) {
    const now = missingOn(meeting, meetingOf(meeting.facts, on), on);
    const open = found.at(-1)?.until === null ? found.at(-1) : undefined;
    if (open && now?.kind === open.kind && now.since === open.since && now.neverMoved === open.neverMoved) continue;
    if (open) found.splice(-1, 1, { ...open, until: on });
    if (now) found.push({ ...now, from: on, until: null });
  }
  return found;
}

type Missing = Pick<MissingOfMeeting, 'kind' | 'since' | 'neverMoved'>;

function missingOn(meeting: KnownOfMeeting, course: MeetingCourse | undefined, on: string): Missing | undefined {
  if (course?.status === 'planned') {
    return course.date < on ? { kind: 'outcome', since: course.date } : missingInvitation(meeting, course.date, on);
  }
  if (course?.status !== 'held' || meeting.kind === 'steering-group') return undefined;
  if (meeting.attendance.some((day) => day <= on)) return undefined;
  return { kind: 'attendance', since: course.heldOn ?? course.date };
}

/** Whoever is invited for another day than that of the meeting, must be told. */
function missingInvitation({ facts, invitations }: KnownOfMeeting, date: string, on: string): Missing | undefined {
  const told = invitations.flatMap((days) => days.findLast((one) => one.on <= on) ?? []);
  const others = told.filter((one) => one.date !== null && one.date !== date).map((one) => one.on);
  const [first] = others.sort();
  if (first === undefined) return undefined;
  const moved = movedOn(facts, on);
  return moved === undefined
    ? { kind: 'invitation', since: first, neverMoved: true }
    : { kind: 'invitation', since: moved };
}

/** When it last got another date; undefined when it has the first one. Whoever agreed to the date that it had, moved nothing. */
function movedOn(facts: readonly MeetingFact[], upTo: string): string | undefined {
  const known = facts.filter(({ on }) => on <= upTo);
  const dates = known.map((_, index) => meetingOf(known.slice(0, index + 1))?.date);
  const last = dates.findLastIndex((date, index) => date !== dates[index - 1]);
  const fact = known[last];
  return fact?.fact === 'planned' || (last === 0 && fact?.fact === 'date-agreed') ? undefined : fact?.on;
}
