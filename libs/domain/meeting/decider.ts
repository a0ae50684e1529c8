import { dataOf } from '../kernel/command.ts';
import { sameContent } from '../kernel/compare.ts';
import { dayAmong } from '../kernel/days.ts';
import { type Aggregate, accept, type Decision, never, type Refusal, refuse } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { dateWarnings, refuseDate } from '../kernel/facts.ts';
import type { Evidence } from '../kernel/names.ts';
import { networkUnknown, nothingChanged, programmeUnknown } from '../kernel/refusals.ts';
import { subjectsNamed } from '../kernel/subjects-named.ts';
import type { OccurredOn } from '../kernel/time.ts';
import { addByDay } from '../trajectory/course.ts';
import { refuseAttendance } from './attendance.ts';
import type { MeetingCommand } from './commands.ts';
import type { MeetingContext } from './context.ts';
import { type MeetingFact, meetingOf } from './course.ts';
import type { MeetingEvent } from './events.ts';
import { type DatedMeetingEvent, meetingFactOf } from './facts.ts';
import * as refusals from './refusals.ts';
import { bringsMinutes, type KnownMeeting, type MeetingState, withFact } from './state.ts';
import { planWarnings, warningsOf } from './warn.ts';

type PlanMeeting = Extract<MeetingCommand, { type: 'plan-meeting' }>;
type LaterCommand = Exclude<MeetingCommand, PlanMeeting>;

/** Everything about a meeting is a fact: it is recorded even against the plan, with a warning. */
function decide(command: MeetingCommand, state: MeetingState, context: MeetingContext): Decision<MeetingEvent> {
  const { programme } = context;
  if (programme.status === 'unknown') return refuse(programmeUnknown());
  const date = refuseDate(command, programme.opensOn);
  if (date) return refuse(date);
  const late = dateWarnings(command, programme.until);
  if (command.type === 'plan-meeting') {
    const refused = refusePlan(command, state, context);
    if (refused) return refuse(refused);
    const subjects = subjectsNamed({
      programme: command.programme,
      network: command.network,
      meeting: command.meeting,
    });
    const planned = { type: 'meeting.planned.v2' as const, data: dataOf(command), subjects };
    return accept<MeetingEvent>(
      [{ ...planned, occurredOn: command.occurredOn }],
      [...planWarnings(command, programme), ...late],
    );
  }
  if (state.status === 'unknown') return refuse(refusals.meetingUnknown());
  const refused = refuseLater(command, state, context);
  if (refused) return refuse(refused);
  const event = eventOf(command, state);
  const { programme: within, network, meeting: id } = state;
  const own = subjectsNamed({ programme: within, network, meeting: id });
  const named = [...new Set([...own, ...subjectsNamed(event.data)])];
  return accept<MeetingEvent>(
    [{ ...event, subjects: named, occurredOn: command.occurredOn }],
    [...warningsOf(command, state, context, programme), ...late],
  );
}

function refusePlan(command: PlanMeeting, state: MeetingState, context: MeetingContext): Refusal | undefined {
  const { programme, network } = context;
  if (state.status !== 'unknown') return refusals.alreadyPlanned(command.meeting);
  if (programme.status === 'unknown' || programme.programme !== command.programme) {
    return programmeUnknown(command.programme);
  }
  if (command.network === undefined) return undefined;
  const found =
    network?.status === 'open' && network.network === command.network && network.programme === command.programme;
  return found ? undefined : networkUnknown(command.network);
}

/** Facts without effect, and attendance of who is not of the programme. Minutes often come after it was told as held. */
function refuseLater(command: LaterCommand, state: KnownMeeting, context: MeetingContext): Refusal | undefined {
  if (command.type === 'record-attendance') return refuseAttendance(command.entries, state, context);
  if (command.type === 'hold-meeting' && bringsMinutes(command, state)) return undefined;
  if (command.type === 'hold-meeting' && wasHeldThatMonth(command, state)) return nothingChanged();
  return changesNothing(factOf(command, state), state.facts) ? nothingChanged() : undefined;
}

/** Only the month is told, and a day of it is known: wherever the month would be put now, that says nothing new. */
function wasHeldThatMonth({ occurredOn }: { readonly occurredOn: OccurredOn }, { facts }: KnownMeeting): boolean {
  const held = meetingOf(facts);
  if (occurredOn.precision !== 'month' || held?.status !== 'held') return false;
  return held.heldOn?.startsWith(occurredOn.value) ?? false;
}

type DateCommand = Exclude<LaterCommand, { type: 'record-attendance' }>;

function factOf(command: DateCommand, state: KnownMeeting): MeetingFact {
  const around = { id: '', recordedAt: command.at, subjects: [], occurredOn: command.occurredOn };
  return meetingFactOf({ ...dateEventOf(command, state), ...around }, state.facts);
}

/** Neither on its own day nor by all that is known. */
function changesNothing(fact: MeetingFact, facts: readonly MeetingFact[]): boolean {
  const after = addByDay(facts, fact);
  const same = (upTo?: string) => sameContent(meetingOf(after, upTo), meetingOf(facts, upTo));
  return same(fact.on) && same();
}

function eventOf(command: LaterCommand, state: KnownMeeting): MeetingEvent {
  if (command.type !== 'record-attendance') return dateEventOf(command, state);
  const entries = command.entries.map(({ roles = [], ...entry }) => ({ ...entry, roles: [...roles] }));
  return { type: 'meeting.attendance-recorded.v2', data: { entries } };
}

function dateEventOf(command: DateCommand, state: KnownMeeting): DatedMeetingEvent {
  switch (command.type) {
    case 'agree-date':
      return { type: 'meeting.date-agreed.v1', data: dataOf(command) };
    case 'move-meeting':
      return { type: 'meeting.moved.v1', data: { ...dataOf(command), from: command.from ?? dateThen(command, state) } };
    case 'hold-meeting':
      return { type: 'meeting.held.v1', data: dataOf(command) };
    case 'cancel-meeting':
      return { type: 'meeting.cancelled.v1', data: dataOf(command) };
    default:
      return never(command);
  }
}

/** The date that stood on the day of the fact, by what is known now. */
function dateThen({ occurredOn }: DateCommand, { facts, date }: KnownMeeting): string {
  return meetingOf(facts, dayAmong(facts, occurredOn))?.date ?? date;
}

function evolve(state: MeetingState, event: Recorded<MeetingEvent>): MeetingState {
  if (event.type === 'meeting.fact-retracted.v1') return state;
  if (event.type === 'meeting.planned.v2') return planned(event);
  if (state.status === 'unknown') return state;
  if (event.type !== 'meeting.attendance-recorded.v2') {
    const told = withFact(state, meetingFactOf(event, state.facts));
    return event.type === 'meeting.held.v1' ? withMinutes(told, event.data.minutes) : told;
  }
  const entries = event.data.entries.map(({ trajectory, ...attended }) => [trajectory, attended] as const);
  return { ...state, attendance: { ...state.attendance, ...Object.fromEntries(entries) } };
}

function withMinutes(state: KnownMeeting, minutes: Evidence | undefined): KnownMeeting {
  return minutes ? { ...state, minutes: [...state.minutes, minutes] } : state;
}

type Planned = Extract<MeetingEvent, { type: 'meeting.planned.v2' }>;

function planned(event: Recorded<Planned>): KnownMeeting {
  const { status: dateStatus, network, ...meeting } = event.data;
  const facts = [meetingFactOf(event, [])];
  return { ...meeting, network, status: 'planned', dateStatus, heldOn: undefined, facts, minutes: [], attendance: {} };
}

/** A meeting of a network, or of the whole programme. */
export const meeting: Aggregate<MeetingState, MeetingCommand, MeetingEvent, MeetingContext> = {
  name: 'meeting',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
