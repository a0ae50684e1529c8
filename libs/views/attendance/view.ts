import type { Attendance } from '#domain/meeting/events';
import { defineView } from '../engine/view-definition.ts';
import { firstOf } from '../folding.ts';
import { type AttendanceDay, dayTold } from '../meeting/attendance-day.ts';

/** How a trajectory was at one meeting, in which roles, on which day, and the event that told it last. */
export interface MeetingAttendance extends AttendanceDay {
  readonly meeting: string;
  readonly attendance: Attendance;
  readonly roles: readonly string[];
  readonly event: string;
}

export interface AttendanceRow {
  readonly trajectory: string;
  readonly programme: string;
  /** Once for each meeting: of several records the last counts, for they all tell of the same day. */
  readonly entries: readonly MeetingAttendance[];
}

/** One row for each trajectory that was expected at a meeting: where it was, and in which roles. */
export const attendanceView = defineView<AttendanceRow>({
  name: 'attendance',
  version: 2,
  subject: 'trajectory',
  on: {
    'meeting.attendance-recorded.v2': (row, event, key) => {
      const meeting = firstOf(event, 'meeting');
      const entry = event.data.entries.find(({ trajectory }) => trajectory === key);
      if (meeting === undefined || !entry) return row;
      const { attendance, roles } = entry;
      const now: MeetingAttendance = { meeting, attendance, roles, ...dayTold(event), event: event.id };
      const before = row ?? { trajectory: key, programme: firstOf(event, 'programme') ?? '', entries: [] };
      return { ...before, entries: [...before.entries.filter((other) => other.meeting !== meeting), now] };
    },
  },
});
