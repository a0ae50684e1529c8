import type { Attendance, MeetingKind } from '#domain/meeting/events';
import { dayOfFact } from '#domain/trajectory/facts';
import { defineView } from '../engine/view-definition.ts';

/** A date that was put elsewhere; the reason is in the event. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly on: string;
  readonly event: string;
}

export interface MeetingRow {
  readonly meeting: string;
  readonly programme: string;
  readonly network: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly date: string;
  readonly firstDate: string;
  readonly status: 'provisional' | 'agreed';
  readonly moves: readonly Move[];
  readonly heldOn: string | null;
  readonly minutes: { readonly reference: string; readonly sha256?: string | undefined } | null;
  readonly cancelled: { readonly on: string; readonly event: string } | null;
  readonly attendance: readonly { readonly trajectory: string; readonly attendance: Attendance }[];
}

/** One row for each meeting: its dates with the first one kept, and who was there. */
export const meetingView = defineView<MeetingRow>({
  name: 'meeting',
  version: 2,
  subject: 'meeting',
  on: {
    'meeting.planned.v1': (_row, { data }) => ({
      ...data,
      firstDate: data.date,
      moves: [],
      heldOn: null,
      minutes: null,
      cancelled: null,
      attendance: [],
    }),
    'meeting.date-agreed.v1': (row, { data }) => row && { ...row, date: data.date, status: 'agreed', cancelled: null },
    'meeting.moved.v1': (row, event) => {
      if (!row) return row;
      const { from, to, by, status } = event.data;
      const move = { from, to, by, on: dayOfFact(event), event: event.id };
      return { ...row, date: to, status, cancelled: null, moves: [...row.moves, move] };
    },
    'meeting.held.v1': (row, event) =>
      row && { ...row, heldOn: dayOfFact(event), minutes: event.data.minutes ?? null, cancelled: null },
    'meeting.attendance-recorded.v1': (row, { data }) => {
      if (!row) return row;
      const told = new Set(data.entries.map((entry) => entry.trajectory));
      return { ...row, attendance: [...row.attendance.filter((a) => !told.has(a.trajectory)), ...data.entries] };
    },
    'meeting.cancelled.v1': (row, event) => row && { ...row, cancelled: { on: dayOfFact(event), event: event.id } },
  },
});
