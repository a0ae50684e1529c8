import { never } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { dayOfFact } from '../trajectory/facts.ts';
import type { MeetingFact } from './course.ts';
import type { MeetingEvent } from './events.ts';

/** The events that say when a meeting is, and whether it was. */
export type DatedMeetingEvent = Exclude<
  MeetingEvent,
  { type: 'meeting.attendance-recorded.v2' } | { type: 'meeting.fact-retracted.v1' }
>;

/** The fact that an event tells, beside those that were known before it. */
export function meetingFactOf(event: Recorded<DatedMeetingEvent>, known: readonly MeetingFact[]): MeetingFact {
  const on = dayOfFact(event, known);
  switch (event.type) {
    case 'meeting.planned.v2':
      return { on, fact: 'planned', date: event.data.date, status: event.data.status };
    case 'meeting.date-agreed.v1':
      return { on, fact: 'date-agreed', date: event.data.date };
    case 'meeting.moved.v1':
      return { on, fact: 'moved', to: event.data.to, status: event.data.status };
    case 'meeting.held.v1':
      return { on, fact: 'held' };
    case 'meeting.cancelled.v1':
      return { on, fact: 'cancelled' };
    default:
      return never(event);
  }
}
