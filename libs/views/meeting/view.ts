import type { Recorded } from '#domain/kernel/event';
import { type MeetingFact, meetingOf } from '#domain/meeting/course';
import type { Attendance, MeetingKind } from '#domain/meeting/events';
import { type DatedMeetingEvent, meetingFactOf } from '#domain/meeting/facts';
import { type MissingOfMeeting, missingOfMeeting } from '#domain/meeting/missing';
import { addByDay } from '#domain/trajectory/course';
import { defineView } from '../engine/view-definition.ts';
import { never } from '../folding.ts';
import { plain } from '../query/plain.ts';
import { type AttendanceDay, dayTold } from './attendance-day.ts';
import { afterInvitation, type Invitation, type InvitationEvent } from './invitations.ts';

export interface Evidence {
  readonly reference: string;
  readonly sha256?: string | undefined;
}

/**
 * A fact about the date of a meeting, and the event that tells it (and holds the reason); with where it was moved from
 * and who asked for that, and with the minutes where it was held.
 */
export type TracedMeetingFact = MeetingFact & {
  readonly event: string;
  readonly move?: { readonly from: string; readonly by: string };
  readonly minutes?: Evidence;
  /** Where only the month is known in which it was held. */
  readonly byMonth?: true;
};

/** How a trajectory was there, and in which roles; by the event that told it last, and the day that it told. */
export interface AttendanceEntry extends AttendanceDay {
  readonly trajectory: string;
  readonly attendance: Attendance;
  readonly roles: readonly string[];
  readonly event: string;
}

export interface MeetingRow {
  readonly meeting: string;
  readonly programme: string;
  /** Null when it is of the whole programme. */
  readonly network: string | null;
  readonly kind: MeetingKind;
  readonly title: string;
  /** In the order in which they happened. Where they lead depends on the day that is asked: `meetingItemOf`. */
  readonly facts: readonly TracedMeetingFact[];
  /** Once for each trajectory: of several records the last counts, for they all tell of the same day. */
  readonly attendance: readonly AttendanceEntry[];
  readonly invitations: readonly Invitation[];
}

function withFact(row: MeetingRow | undefined, event: Recorded<DatedMeetingEvent>): MeetingRow | undefined {
  if (!row) return row;
  const traced: TracedMeetingFact = { ...meetingFactOf(event, row.facts), event: event.id, ...detailsOf(event) };
  return { ...row, facts: addByDay<TracedMeetingFact>(row.facts, traced) };
}

/** The day of the meeting, once it was held, whatever day is asked: who was there, was there on that day. */
export function heldOnOf({ facts }: Pick<MeetingRow, 'facts'>): string | null {
  return meetingOf(facts)?.heldOn ?? null;
}

/** What was, is, and if nothing happens will be missing of it, by day. */
export function missingOf({ kind, facts, attendance, invitations }: MeetingRow): MissingOfMeeting[] {
  return missingOfMeeting({
    kind,
    facts,
    attendance: attendance.map(({ on }) => on),
    invitations: invitations.map(({ told }) => told),
  });
}

function withInvitation(row: MeetingRow | undefined, event: InvitationEvent): MeetingRow | undefined {
  return row && { ...row, invitations: afterInvitation(row.invitations, event) };
}

function detailsOf(event: Recorded<DatedMeetingEvent>): Pick<TracedMeetingFact, 'move' | 'minutes' | 'byMonth'> {
  const { type, data } = event;
  if (type === 'meeting.moved.v1') return { move: { from: data.from, by: data.by } };
  if (type !== 'meeting.held.v1') return {};
  const isByMonth = event.occurredOn?.precision === 'month';
  return { ...(data.minutes && { minutes: data.minutes }), ...(isByMonth && { byMonth: true }) };
}

/** One row for each meeting: every fact about its date by day, and who was there. */
export const meetingView = defineView<MeetingRow>({
  name: 'meeting',
  version: 11,
  subject: 'meeting',
  columns: {
    network: { type: 'text', of: ({ network }) => network },
    sort_title: { type: 'text', of: ({ title }) => plain(title) },
    missing_kinds: { type: 'text[]', of: (row) => missingOf(row).map(({ kind }) => kind) },
    missing_since: { type: 'date[]', of: (row) => missingOf(row).map(({ since }) => since) },
    missing_from: { type: 'date[]', of: (row) => missingOf(row).map(({ from }) => from) },
    missing_until: { type: 'date[]', of: (row) => missingOf(row).map(({ until }) => until ?? never) },
  },
  on: {
    'meeting.planned.v2': (_row, event) => {
      const { meeting, programme, network = null, kind, title } = event.data;
      return withFact({ meeting, programme, network, kind, title, facts: [], attendance: [], invitations: [] }, event);
    },
    'meeting.date-agreed.v1': withFact,
    'meeting.moved.v1': withFact,
    'meeting.held.v1': withFact,
    'meeting.cancelled.v1': withFact,
    'invitation.sent.v1': withInvitation,
    'invitation.renewed.v1': withInvitation,
    'invitation.answered.v1': withInvitation,
    'invitation.withdrawn.v1': withInvitation,
    'meeting.attendance-recorded.v2': (row, event) => {
      if (!row) return row;
      const day = dayTold(event);
      const now = event.data.entries.map((entry) => ({ ...entry, ...day, event: event.id }));
      const told = new Set(now.map(({ trajectory }) => trajectory));
      return { ...row, attendance: [...row.attendance.filter(({ trajectory }) => !told.has(trajectory)), ...now] };
    },
  },
});
