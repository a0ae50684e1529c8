import ical, { escape as escaped, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addDays } from '#domain/kernel/days';
import type { Sentence } from '#domain/kernel/decision';
import { dayOfMeeting } from '#views/meeting/day';
import type { MeetingVersion } from '#views/meeting/queries';

/** The highest number that SEQUENCE may be (RFC 5545, 3.3.8). */
const HIGHEST = 2_147_483_647;

/** How often a calendar program is asked to look again, in seconds. */
const LOOK_AGAIN = 3_600;

export interface CalendarOf {
  readonly meetings: readonly MeetingVersion[];
  /** Of the programme. */
  readonly name: string;
  readonly language: keyof Sentence;
  /** An example is marked on every appointment. */
  readonly fictitious: boolean;
  /** When the answer was made, UTC: the same meetings at the same moment give the same bytes. */
  readonly at: string;
}

const words = {
  fictitious: { nl: '[fictief] ', en: '[fictitious] ' },
  moved: { nl: (from: string) => `Verzet; eerst op ${from}.`, en: (from: string) => `Moved; first on ${from}.` },
} as const;

/**
 * Meetings as a calendar (RFC 5545). Each keeps one UID for good and has in SEQUENCE the ordinal from which it stands as it
 * does, which rises with every change, also when something is taken back: a calendar that follows it moves the appointment
 * when the meeting is moved, and strikes it out when it is cancelled. Meetings have days and no hours: they are appointments
 * of a whole day. There are no people in it, and no texts that may name them.
 */
export function calendarOf({ meetings, name, language, fictitious, at }: CalendarOf): string {
  const calendar = ical({
    // The library writes the name as it is.
    name: escaped(`Samenspel: ${name}`, false),
    prodId: { company: 'Samenspel', product: 'Samenspel', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN,
  });
  for (const meeting of meetings) {
    const day = dayOfMeeting(meeting);
    calendar.createEvent({
      id: `${meeting.meeting}@samenspel`,
      sequence: Math.min(meeting.since, HIGHEST),
      stamp: new Date(at),
      // Of an appointment without a time zone the library prints the day in UTC, wherever this process runs.
      start: midnightOf(day),
      end: midnightOf(addDays(day, 1)),
      allDay: true,
      summary: `${fictitious ? words.fictitious[language] : ''}${meeting.title}`,
      status: statusOf(meeting),
      ...(meeting.date !== meeting.firstDate && { description: words.moved[language](meeting.firstDate) }),
    });
  }
  return calendar.toString();
}

function midnightOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function statusOf({ cancelled, status, heldOn }: MeetingVersion): ICalEventStatus {
  if (cancelled) return ICalEventStatus.CANCELLED;
  return status === 'agreed' || heldOn !== null ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}
