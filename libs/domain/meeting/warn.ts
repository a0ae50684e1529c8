import { canBeOn, dayAmong } from '../kernel/days.ts';
import { never, type Warning } from '../kernel/decision.ts';
import type { SetUpProgramme } from '../programme/state.ts';
import { attendanceWarnings } from './attendance.ts';
import type { MeetingCommand } from './commands.ts';
import type { MeetingContext } from './context.ts';
import { type MeetingCourse, meetingOf } from './course.ts';
import { bringsMinutes, type KnownMeeting } from './state.ts';
import * as warnings from './warnings.ts';

/** A date that is planned outside the period of the programme. */
export function planWarnings({ date }: { date: string }, { from, until }: SetUpProgramme): Warning[] {
  return date < from || date > until ? [warnings.outsideTheProgramme()] : [];
}

export function warningsOf(
  command: Exclude<MeetingCommand, { type: 'plan-meeting' }>,
  state: KnownMeeting,
  context: MeetingContext,
  programme: SetUpProgramme,
): Warning[] {
  // What is recorded late is held against what was the case on its own day.
  const on = dayAmong(state.facts, command.occurredOn);
  const then: MeetingCourse = meetingOf(state.facts, on) ?? state;
  const cancelled = then.status === 'cancelled' ? [warnings.wasCancelled()] : [];
  const held = then.status === 'held' ? [warnings.wasHeld()] : [];
  switch (command.type) {
    case 'agree-date': {
      const other = command.date === then.date ? [] : [warnings.agreedOnAnotherDate(then.date)];
      return [...cancelled, ...held, ...other, ...planWarnings(command, programme)];
    }
    case 'move-meeting': {
      const other = (command.from ?? then.date) === then.date ? [] : [warnings.movedFromAnotherDate(then.date)];
      return [...cancelled, ...held, ...other, ...planWarnings({ date: command.to }, programme)];
    }
    case 'hold-meeting':
      // That it was held is known: it only gets its minutes.
      if (then.heldOn === on && bringsMinutes(command, state)) return cancelled;
      return [...cancelled, ...held, ...heldWarnings(command, then)];
    case 'record-attendance':
      return [...cancelled, ...dayWarnings(command, state), ...attendanceWarnings(command.entries, state, context)];
    case 'cancel-meeting':
      return held;
    default:
      return never(command);
  }
}

type Occurred = Pick<MeetingCommand, 'occurredOn'>;

function heldWarnings({ occurredOn }: Occurred, { date, dateStatus }: MeetingCourse): Warning[] {
  if (!canBeOn(occurredOn, date)) return [warnings.heldOnAnotherDay(date)];
  return dateStatus === 'provisional' ? [warnings.heldOnAProvisionalDate()] : [];
}

/** Attendance carries the day of the meeting. */
function dayWarnings({ occurredOn }: Occurred, state: KnownMeeting): Warning[] {
  if (state.heldOn === undefined) return [warnings.attendanceBeforeItWasHeld()];
  return canBeOn(occurredOn, state.heldOn) ? [] : [warnings.attendanceOfAnotherDay(state.heldOn)];
}
