import { dataOf } from '../kernel/command.ts';
import { dayItHappened, dayOf } from '../kernel/days.ts';
import { type Aggregate, accept, type Decision, never, type Refusal, refuse } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { dateWarnings, refuseDate } from '../kernel/facts.ts';
import { networkUnknown, nothingChanged, programmeUnknown } from '../kernel/refusals.ts';
import { subject } from '../kernel/subject.ts';
import { subjectsNamed } from '../kernel/subjects-named.ts';
import { refuseAttendance } from './attendance.ts';
import type { MeetingCommand } from './commands.ts';
import type { MeetingContext } from './context.ts';
import type { MeetingEvent } from './events.ts';
import * as refusals from './refusals.ts';
import type { KnownMeeting, MeetingState } from './state.ts';
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
    const planned = { type: 'meeting.planned.v1' as const, data: dataOf(command), subjects };
    return accept<MeetingEvent>(
      [{ ...planned, occurredOn: command.occurredOn }],
      [...planWarnings(command, programme), ...late],
    );
  }
  if (state.status === 'unknown') return refuse(refusals.meetingUnknown());
  const refused = refuseLater(command, state, context);
  if (refused) return refuse(refused);
  const event = eventOf(command, state);
  const own = [state.programme, state.network, state.meeting] as const;
  const subjects = [subject('programme', own[0]), subject('network', own[1]), subject('meeting', own[2])];
  const named = [...new Set([...subjects, ...subjectsNamed(event.data)])];
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
  const found =
    network?.status === 'open' && network.network === command.network && network.programme === command.programme;
  return found ? undefined : networkUnknown(command.network);
}

/** Facts without effect, and attendance of who is not of the programme. */
function refuseLater(command: LaterCommand, state: KnownMeeting, context: MeetingContext): Refusal | undefined {
  switch (command.type) {
    case 'agree-date': {
      const same = state.status !== 'cancelled' && command.date === state.date && state.dateStatus === 'agreed';
      return same ? nothingChanged() : undefined;
    }
    case 'move-meeting': {
      const same = state.status !== 'cancelled' && command.to === state.date && command.status === state.dateStatus;
      return same ? nothingChanged() : undefined;
    }
    case 'hold-meeting':
      return state.status === 'held' && state.heldOn === dayItHappened(command.occurredOn)
        ? nothingChanged()
        : undefined;
    case 'record-attendance':
      return refuseAttendance(command.entries, state, context);
    case 'cancel-meeting':
      return state.status === 'cancelled' ? nothingChanged() : undefined;
    default:
      return never(command);
  }
}

function eventOf(command: LaterCommand, state: KnownMeeting): MeetingEvent {
  switch (command.type) {
    case 'agree-date':
      return { type: 'meeting.date-agreed.v1', data: dataOf(command) };
    case 'move-meeting':
      return { type: 'meeting.moved.v1', data: { ...dataOf(command), from: command.from ?? state.date } };
    case 'hold-meeting':
      return { type: 'meeting.held.v1', data: dataOf(command) };
    case 'record-attendance':
      return { type: 'meeting.attendance-recorded.v1', data: dataOf(command) };
    case 'cancel-meeting':
      return { type: 'meeting.cancelled.v1', data: dataOf(command) };
    default:
      return never(command);
  }
}

function evolve(state: MeetingState, event: Recorded<MeetingEvent>): MeetingState {
  if (event.type === 'meeting.planned.v1') {
    const { status: dateStatus, ...planned } = event.data;
    return { ...planned, status: 'planned', dateStatus, heldOn: undefined, attendance: {} };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'meeting.date-agreed.v1':
      return { ...alive(state), date: event.data.date, dateStatus: 'agreed' };
    case 'meeting.moved.v1':
      return { ...alive(state), date: event.data.to, dateStatus: event.data.status };
    case 'meeting.held.v1': {
      const heldOn = event.occurredOn ? dayItHappened(event.occurredOn) : dayOf(event.recordedAt);
      return { ...state, status: 'held', heldOn };
    }
    case 'meeting.attendance-recorded.v1': {
      const entries = event.data.entries.map(({ trajectory, attendance }) => [trajectory, attendance] as const);
      return { ...state, attendance: { ...state.attendance, ...Object.fromEntries(entries) } };
    }
    case 'meeting.cancelled.v1':
      return { ...state, status: 'cancelled' };
    case 'meeting.fact-retracted.v1':
      return state;
    default:
      return never(event);
  }
}

/** A meeting that was cancelled and gets a date again, is planned again. */
function alive(state: KnownMeeting): KnownMeeting {
  return state.status === 'cancelled' ? { ...state, status: 'planned' } : state;
}

/** An opening, exchange or closing meeting of a network. */
export const meeting: Aggregate<MeetingState, MeetingCommand, MeetingEvent, MeetingContext> = {
  name: 'meeting',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
