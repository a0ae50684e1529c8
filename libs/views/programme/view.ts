import type { Template } from '#domain/template/template';
import { dayOfFact } from '#domain/trajectory/facts';
import { defineView, type EventOf } from '../engine/view-definition.ts';
import { changed, firstOf } from '../folding.ts';

/** A meeting as the programme's calendar has it: milestones are due some days after or before it. */
export interface PlannedMeeting {
  readonly meeting: string;
  readonly network: string;
  readonly kind: 'opening' | 'exchange' | 'closing';
  readonly title: string;
  readonly date: string;
  /** The date of the first plan: what moved keeps its beginning. */
  readonly firstDate: string;
  readonly status: 'provisional' | 'agreed';
  readonly heldOn: string | null;
  readonly cancelled: boolean;
}

export interface ReportSchedule {
  readonly schedule: string;
  readonly report: 'management';
  readonly every: 'week' | 'month';
  readonly day: number;
  readonly time: string;
}

export interface ProgrammeRow {
  readonly programme: string;
  readonly name: string;
  readonly client: string;
  readonly opensOn: string;
  readonly from: string;
  readonly until: string;
  readonly template: Template | null;
  readonly networks: readonly { readonly network: string; readonly name: string; readonly region: string }[];
  readonly meetings: readonly PlannedMeeting[];
  readonly schedules: readonly ReportSchedule[];
}

type MeetingChange = EventOf<
  'meeting.date-agreed.v1' | 'meeting.moved.v1' | 'meeting.held.v1' | 'meeting.cancelled.v1'
>;

function withMeeting(row: ProgrammeRow | undefined, event: MeetingChange, change: Partial<PlannedMeeting>) {
  const meeting = firstOf(event, 'meeting');
  if (!row?.meetings.some((m) => m.meeting === meeting)) return row;
  return {
    ...row,
    meetings: changed(
      row.meetings,
      (m) => m.meeting === meeting,
      (m) => ({ ...m, ...change }),
    ),
  };
}

/** One row for each programme: what was set up, its networks, its calendar and its report schedules. */
export const programmeView = defineView<ProgrammeRow>({
  name: 'programme',
  version: 2,
  subject: 'programme',
  on: {
    'programme.set-up.v1': (_row, { data }) => ({ ...data, template: null, networks: [], meetings: [], schedules: [] }),
    'programme.template-adopted.v1': (row, { data }) => row && { ...row, template: data.template },
    'programme.report-scheduled.v1': (row, { data }) => row && { ...row, schedules: [...row.schedules, data] },
    'programme.report-unscheduled.v1': (row, { data }) =>
      row && { ...row, schedules: row.schedules.filter((s) => s.schedule !== data.schedule) },
    'network.opened.v1': (row, { data: { network, name, region } }) =>
      row && { ...row, networks: [...row.networks, { network, name, region }] },
    'meeting.planned.v1': (row, { data: { programme: _programme, ...meeting } }) =>
      row && {
        ...row,
        meetings: [...row.meetings, { ...meeting, firstDate: meeting.date, heldOn: null, cancelled: false }],
      },
    'meeting.date-agreed.v1': (row, event) =>
      withMeeting(row, event, { date: event.data.date, status: 'agreed', cancelled: false }),
    'meeting.moved.v1': (row, event) =>
      withMeeting(row, event, { date: event.data.to, status: event.data.status, cancelled: false }),
    'meeting.held.v1': (row, event) => withMeeting(row, event, { heldOn: dayOfFact(event), cancelled: false }),
    'meeting.cancelled.v1': (row, event) => withMeeting(row, event, { cancelled: true }),
  },
});
