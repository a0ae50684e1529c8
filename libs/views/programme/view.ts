import type { Recorded } from '#domain/kernel/event';
import { type MeetingCourse, type MeetingFact, meetingOf } from '#domain/meeting/course';
import type { MeetingKind } from '#domain/meeting/events';
import { type DatedMeetingEvent, meetingFactOf } from '#domain/meeting/facts';
import type { Template } from '#domain/template/template';
import { addByDay } from '#domain/trajectory/course';
import { dayOfFact } from '#domain/trajectory/facts';
import { defineView, type EventOf } from '../engine/view-definition.ts';
import { changed, firstOf } from '../folding.ts';

/** A meeting as the programme's calendar has it: milestones are due some days after or before it. */
export interface PlannedMeeting {
  readonly meeting: string;
  /** Null when it is of the whole programme. */
  readonly network: string | null;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly date: string;
  /** The date of the first plan: what moved keeps its beginning. */
  readonly firstDate: string;
  readonly status: 'provisional' | 'agreed';
  readonly heldOn: string | null;
  readonly cancelled: boolean;
  /** In the order in which they happened; the fields above are where they lead. */
  readonly facts: readonly MeetingFact[];
}

export interface ReportSchedule {
  readonly schedule: string;
  readonly report: 'management';
  readonly every: 'week' | 'month';
  readonly day: number;
  readonly time: string;
}

/** A schedule that was removed: what was due before that is still made. */
export interface EndedSchedule extends ReportSchedule {
  /** When the removal was recorded (UTC). */
  readonly endedAt: string;
}

export interface OpenNetwork {
  readonly network: string;
  readonly name: string;
  readonly region: string;
}

export interface OpenedNetwork extends OpenNetwork {
  readonly openedOn: string;
}

export interface ProgrammeRow {
  readonly programme: string;
  readonly name: string;
  readonly client: string;
  readonly opensOn: string;
  readonly from: string;
  readonly until: string;
  readonly template: Template | null;
  readonly networks: readonly OpenedNetwork[];
  readonly meetings: readonly PlannedMeeting[];
  readonly schedules: readonly ReportSchedule[];
  readonly endedSchedules: readonly EndedSchedule[];
}

/** The networks of a programme that were opened by that day. */
export function networksOn({ networks }: Pick<ProgrammeRow, 'networks'>, day: string): OpenNetwork[] {
  return networks.filter(({ openedOn }) => openedOn <= day).map(({ openedOn: _openedOn, ...network }) => network);
}

/** A fact about a meeting finds its place by its day: what is recorded late does not put aside what came after it. */
function withMeeting(row: ProgrammeRow | undefined, event: Recorded<DatedMeetingEvent>): ProgrammeRow | undefined {
  const meeting = firstOf(event, 'meeting');
  if (!row?.meetings.some((m) => m.meeting === meeting)) return row;
  const meetings = changed(
    row.meetings,
    (m) => m.meeting === meeting,
    (m) => standing({ ...m, facts: addByDay(m.facts, meetingFactOf(event, m.facts)) }),
  );
  return { ...row, meetings };
}

function standing(meeting: PlannedMeeting): PlannedMeeting {
  const course = meetingOf(meeting.facts);
  return course ? { ...meeting, ...calendarOf(course) } : meeting;
}

/** Where a meeting is, as the calendar has it. */
export function calendarOf(course: MeetingCourse): Pick<PlannedMeeting, 'date' | 'status' | 'heldOn' | 'cancelled'> {
  const { date, dateStatus, heldOn, status } = course;
  return { date, status: dateStatus, heldOn: heldOn ?? null, cancelled: status === 'cancelled' };
}

type Unscheduled = EventOf<'programme.report-unscheduled.v1'>;

function withoutSchedule(row: ProgrammeRow, { data, recordedAt }: Unscheduled): ProgrammeRow {
  const ended = row.schedules.filter(({ schedule }) => schedule === data.schedule);
  return {
    ...row,
    schedules: row.schedules.filter(({ schedule }) => schedule !== data.schedule),
    endedSchedules: [...row.endedSchedules, ...ended.map((each) => ({ ...each, endedAt: recordedAt }))],
  };
}

const nothingYet = { template: null, networks: [], meetings: [], schedules: [], endedSchedules: [] } as const;

/** One row for each programme: what was set up, its networks, its calendar and its report schedules. */
export const programmeView = defineView<ProgrammeRow>({
  name: 'programme',
  version: 8,
  subject: 'programme',
  on: {
    'programme.set-up.v1': (_row, { data }) => ({ ...data, ...nothingYet }),
    'programme.template-adopted.v2': (row, { data }) => row && { ...row, template: data.template },
    'programme.template-changed.v1': (row, { data }) => row && { ...row, template: data.template },
    'programme.report-scheduled.v1': (row, { data }) => row && { ...row, schedules: [...row.schedules, data] },
    'programme.report-unscheduled.v1': (row, event) => row && withoutSchedule(row, event),
    'network.opened.v1': (row, event) => {
      const { network, name, region } = event.data;
      return row && { ...row, networks: [...row.networks, { network, name, region, openedOn: dayOfFact(event) }] };
    },
    'meeting.planned.v2': (row, event) => {
      if (!row) return row;
      const { programme: _programme, network = null, ...meeting } = event.data;
      const facts = [meetingFactOf(event, [])];
      const planned = { ...meeting, network, firstDate: meeting.date, heldOn: null, cancelled: false, facts };
      return { ...row, meetings: [...row.meetings, planned] };
    },
    'meeting.date-agreed.v1': withMeeting,
    'meeting.moved.v1': withMeeting,
    'meeting.held.v1': withMeeting,
    'meeting.cancelled.v1': withMeeting,
  },
});
