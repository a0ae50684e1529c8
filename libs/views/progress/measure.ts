import type { MeetingDates, PlaceFact, Plan, ProgressFacts } from '#domain/progress/inputs';
import type { Template } from '#domain/template/template';
import { dayOfAttendance } from '../meeting/attendance-day.ts';
import type { PlannedMeeting, ProgrammeRow } from '../programme/view.ts';
import type { PlaceDecision, TrajectoryRow } from './row.ts';
import { daysOfSupport } from './support.ts';

/** What a trajectory is measured by: the template, and the calendar of its network and of the whole programme. */
export function planOf(programme: ProgrammeRow, template: Template, network: string | null): Plan {
  const { from, until } = programme;
  const calendar = programme.meetings.filter((meeting) => meeting.network === null || meeting.network === network);
  const meetings = calendar.map(datesOf);
  return { template, from, until, meetings };
}

function datesOf({ meeting, kind, date, status, heldOn, cancelled }: PlannedMeeting): MeetingDates {
  return { meeting, kind, [status]: date, heldOn: heldOn ?? undefined, cancelled };
}

/** The facts that progress is made of, out of the row. */
export function progressFactsOf(row: TrajectoryRow, meetings: ProgrammeRow['meetings']): ProgressFacts {
  return {
    course: row.course,
    places: row.places.map(placeFactOf),
    questions: row.questions.flatMap(({ said }) => said.slice(0, 1).map(({ on }) => on)),
    commitments: row.commitments,
    attendance: row.attendance.map((entry) => {
      const meeting = meetings.find(({ meeting: id }) => id === entry.meeting);
      return { ...entry, kind: meeting?.kind, on: meeting?.heldOn ?? meeting?.date ?? entry.on };
    }),
    supportCompleted: row.support.flatMap(({ completedOn }) => (completedOn === null ? [] : [completedOn])),
    contacts: row.contacts.map(({ on }) => on),
    told: row.told,
  };
}

function placeFactOf(decision: PlaceDecision): PlaceFact {
  const { on, application } = decision;
  if (decision.place !== 'given') return { on, application, place: decision.place };
  return { on, application, place: 'given', decisionExpectedOn: decision.decisionExpectedOn ?? undefined };
}

/**
 * The last day, up to that one, on which something about the trajectory happened. Of attendance that was told by its month,
 * the meeting tells the day.
 */
export function lastActivityOf(row: TrajectoryRow, meetings: ProgrammeRow['meetings'], validOn: string): string | null {
  const heldOn = new Map(meetings.map((meeting) => [meeting.meeting, meeting.heldOn]));
  const facts = [
    ...row.course,
    ...row.places,
    ...Object.values(row.commitments).flat(),
    ...row.questions.flatMap(({ said }) => said),
    ...row.localChanges,
    ...row.attendance.map((entry) => ({ on: dayOfAttendance(entry, heldOn.get(entry.meeting)) })),
    ...row.contacts,
    ...row.judgements,
    ...row.support.flatMap(daysOfSupport),
  ];
  const days = [...facts.map(({ on }) => on), ...row.dossierDays];
  return days.filter((on) => on <= validOn).reduce<string | null>((last, on) => (last && last > on ? last : on), null);
}
