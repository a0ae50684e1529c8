import type { Attendance } from '#domain/meeting/events';
import { dated } from '../meeting/attendance-day.ts';
import type { MeetingItem } from '../meeting/item.ts';
import { compare } from '../query/plain.ts';
import type { NamedOrganisation } from '../register/register.ts';
import { type AttendanceFigures, figuresOf } from './figures.ts';
import type { AttendanceRow, MeetingAttendance } from './view.ts';

/** At how many meetings a role was at the table. */
export interface RoleAtTheTable {
  readonly role: string;
  readonly meetings: number;
}

/** A meeting where the trajectory was expected. The meeting is null when its planning was taken back. */
export interface ExpectedMeeting extends MeetingAttendance {
  readonly title: string | null;
  readonly kind: MeetingItem['kind'] | null;
}

/** The attendance of one trajectory, up to one day. */
export interface AttendanceItem extends AttendanceFigures {
  readonly trajectory: string;
  readonly organisation: NamedOrganisation;
  readonly network: string | null;
  /** How many meetings in a row they were not at, up to the last: excused or not. */
  readonly missedInARow: number;
  /** How many of these last ones in a row without excuse. */
  readonly absentInARow: number;
  /** Who sat at the table for it, the most frequent first. */
  readonly roles: readonly RoleAtTheTable[];
  /** In the order of the days on which they were. */
  readonly meetings: readonly ExpectedMeeting[];
}

/** Whose attendance it is, as it is known beside the row. */
export interface Attendee {
  readonly organisation: NamedOrganisation;
  readonly network: string | null;
}

/** What is known of a meeting; the day on which it was held is also that of attendance that was told by its month. */
export type KnownMeeting = Pick<MeetingItem, 'title' | 'kind' | 'heldOn'>;

/** What a row says up to that day; undefined when the trajectory was expected nowhere by then. */
export function attendanceItemOf(
  row: AttendanceRow,
  attendee: Attendee,
  meetings: ReadonlyMap<string, KnownMeeting>,
  validOn: string,
): AttendanceItem | undefined {
  const all = row.entries.map((entry) => dated(entry, meetings.get(entry.meeting)?.heldOn));
  const entries = inOrder(all.filter(({ on }) => on <= validOn));
  if (entries.length === 0) return undefined;
  return {
    trajectory: row.trajectory,
    ...attendee,
    ...figuresOf(entries),
    missedInARow: lastInARow(entries, ['excused', 'absent']),
    absentInARow: lastInARow(entries, ['absent']),
    roles: rolesOf(entries),
    meetings: entries.map((entry) => {
      const { title = null, kind = null } = meetings.get(entry.meeting) ?? {};
      return { ...entry, title, kind };
    }),
  };
}

function inOrder(entries: readonly MeetingAttendance[]): MeetingAttendance[] {
  return entries.toSorted((a, b) => compare(a.on, b.on) || compare(a.meeting, b.meeting));
}

function lastInARow(entries: readonly MeetingAttendance[], attendance: readonly Attendance[]): number {
  const broken = entries.findLastIndex((entry) => !attendance.includes(entry.attendance));
  return entries.length - 1 - broken;
}

/** A role that several people brought to one meeting was at one meeting. */
function rolesOf(entries: readonly MeetingAttendance[]): RoleAtTheTable[] {
  const meetings = new Map<string, number>();
  for (const { attendance, roles } of entries) {
    if (attendance !== 'present') continue;
    for (const role of new Set(roles)) meetings.set(role, (meetings.get(role) ?? 0) + 1);
  }
  return [...meetings]
    .map(([role, times]) => ({ role, meetings: times }))
    .sort((a, b) => b.meetings - a.meetings || compare(a.role, b.role));
}
