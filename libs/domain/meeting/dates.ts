import type { MeetingDates } from '../progress/inputs.ts';
import type { MeetingEvent } from './events.ts';

/**
 * The dates of a meeting after this event, for what is due around it. `day` is the day of the fact. A move makes the
 * date that was agreed void; a new date revives a meeting that was cancelled.
 */
export function meetingDatesAfter(
  dates: MeetingDates | undefined,
  event: MeetingEvent,
  day: string,
): MeetingDates | undefined {
  if (event.type === 'meeting.planned.v1') {
    const { meeting, kind, date, status } = event.data;
    return { meeting, kind, cancelled: false, ...asStatus(date, status) };
  }
  if (!dates) return undefined;
  const { meeting, kind } = dates;
  switch (event.type) {
    case 'meeting.date-agreed.v1':
      return { ...dates, cancelled: false, agreed: event.data.date };
    case 'meeting.moved.v1': {
      const held = dates.heldOn === undefined ? {} : { heldOn: dates.heldOn };
      return { meeting, kind, cancelled: false, ...held, ...asStatus(event.data.to, event.data.status) };
    }
    case 'meeting.held.v1':
      return { ...dates, heldOn: day };
    case 'meeting.cancelled.v1':
      return { ...dates, cancelled: true };
    default:
      return dates;
  }
}

function asStatus(date: string, status: 'provisional' | 'agreed'): Pick<MeetingDates, 'provisional' | 'agreed'> {
  return status === 'agreed' ? { agreed: date } : { provisional: date };
}
