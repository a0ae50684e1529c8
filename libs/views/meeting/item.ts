import type { DateStatus } from '#domain/kernel/time';
import { type MeetingCourse, meetingOf } from '#domain/meeting/course';
import type { MeetingKind } from '#domain/meeting/events';
import { dated } from './attendance-day.ts';
import type { Invitation, InvitationAnswer } from './invitations.ts';
import { type AttendanceEntry, type Evidence, heldOnOf, type MeetingRow, type TracedMeetingFact } from './view.ts';

/** A date that was put elsewhere; the reason is in the event. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** The role that asked for it. */
  readonly by: string;
  readonly on: string;
  readonly event: string;
}

/** A meeting as it was on one day. */
export interface MeetingItem {
  readonly meeting: string;
  readonly programme: string;
  /** Null when it is of the whole programme. */
  readonly network: string | null;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly state: MeetingCourse['status'];
  readonly date: string;
  /** The date of the plan: what moves keeps its beginning. */
  readonly firstDate: string;
  readonly status: DateStatus;
  readonly moves: readonly Move[];
  readonly heldOn: string | null;
  readonly minutes: Evidence | null;
  /** Null also when it was given a date, or was held, after it had been cancelled. */
  readonly cancelled: { readonly on: string; readonly event: string } | null;
  readonly attendance: readonly AttendanceEntry[];
  /** Those that stand on that day. */
  readonly invitations: readonly MeetingInvitation[];
}

/** An invitation as it stands on a day. */
export interface MeetingInvitation extends Pick<Invitation, 'item' | 'invited'> {
  readonly date: string;
  /** The meeting, which is still to come, has another date: who was invited is to be told. */
  readonly toRenew: boolean;
  /** What each said last. */
  readonly answers: readonly InvitationAnswer[];
}

/** What a row says on that day; undefined when the meeting was not planned by then. */
export function meetingItemOf(row: MeetingRow, validOn: string): MeetingItem | undefined {
  const facts = row.facts.filter(({ on }) => on <= validOn);
  const course = meetingOf(facts);
  if (!course) return undefined;
  const { meeting, programme, network, kind, title } = row;
  return {
    ...{ meeting, programme, network, kind, title },
    state: course.status,
    date: course.date,
    firstDate: firstDateOf(row.facts) ?? course.date,
    status: course.dateStatus,
    moves: facts.flatMap(moveOf),
    heldOn: course.heldOn ?? null,
    minutes: facts.findLast(({ fact }) => fact === 'held')?.minutes ?? null,
    cancelled: course.status === 'cancelled' ? cancellationIn(facts) : null,
    attendance: attendanceOn(row, validOn),
    invitations: row.invitations.flatMap(invitationOn(validOn, course)),
  };
}

/** Of attendance that was told by its month, the meeting itself tells the day. */
function attendanceOn(row: MeetingRow, validOn: string): AttendanceEntry[] {
  const heldOn = heldOnOf(row);
  return row.attendance.map((entry) => dated(entry, heldOn)).filter(({ on }) => on <= validOn);
}

function invitationOn(day: string, { status, date }: MeetingCourse) {
  return ({ item, invited, told, answers }: Invitation): MeetingInvitation[] => {
    const last = told.findLast(({ on }) => on <= day);
    if (!last?.date) return [];
    const given = new Map(answers.filter(({ on }) => on <= day).map((answer) => [answer.trajectory, answer]));
    const toRenew = status === 'planned' && last.date !== date;
    return [{ item, invited, date: last.date, toRenew, answers: [...given.values()] }];
  };
}

/** A meeting of which only the planning is of a later day still began with that plan. */
function firstDateOf(facts: readonly TracedMeetingFact[]): string | undefined {
  const planned = facts.find((fact) => fact.fact === 'planned');
  return planned?.date;
}

function moveOf({ on, event, move, ...fact }: TracedMeetingFact): Move[] {
  return move && fact.fact === 'moved' ? [{ from: move.from, to: fact.to, by: move.by, on, event }] : [];
}

function cancellationIn(facts: readonly TracedMeetingFact[]): MeetingItem['cancelled'] {
  const found = facts.findLast(({ fact }) => fact === 'cancelled');
  return found ? { on: found.on, event: found.event } : null;
}
