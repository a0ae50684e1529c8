import { Temporal } from 'temporal-polyfill';
import { dayNumber, dayOfNumber } from './day-number.ts';
import type { Sentence } from './decision.ts';
import type { OccurredOn } from './time.ts';

/** The clock of the trade: a day begins at midnight in the Netherlands. */
export const zone = 'Europe/Amsterdam';

/** The last hour that was asked for, and its day. */
let remembered = { hour: '', day: '' };

/**
 * The calendar day in the Netherlands of a moment in UTC. The day never changes within an hour of UTC, so the hour is
 * remembered: moments come in order of time, and looking up the time zone is what costs.
 */
export function dayOf(moment: string): string {
  const hour = moment.slice(0, 13);
  if (remembered.hour !== hour) {
    remembered = { hour, day: Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString() };
  }
  return remembered.day;
}

/**
 * The one day that a fact is judged by, and ordered by as long as nothing else of its month is known (`dayAmong`). Of a
 * month that is its first day: nothing is called late on a day that is only guessed, and a fact of this month is never in
 * the future.
 */
export function dayItHappened(occurredOn: OccurredOn): string {
  if (occurredOn.precision === 'moment') return dayOf(occurredOn.value);
  return occurredOn.precision === 'day' ? occurredOn.value : `${occurredOn.value}-01`;
}

/**
 * The day by which a fact is ordered among those that were known when it was recorded. What is known by its month only, is
 * told after what was known of that month already: who withdrew in March had applied on 10 March. So it is put on the last
 * of those days, and on the first day of the month when there are none. `known` stands in the order of its days.
 */
export function dayAmong(known: readonly { readonly on: string }[], occurredOn: OccurredOn): string {
  const first = dayItHappened(occurredOn);
  if (occurredOn.precision !== 'month') return first;
  return known.findLast(({ on }) => on.startsWith(occurredOn.value))?.on ?? first;
}

/** The last day on which it can have happened. */
export function lastPossibleDay(occurredOn: OccurredOn): string {
  if (occurredOn.precision !== 'month') return dayItHappened(occurredOn);
  const month = Temporal.PlainYearMonth.from(occurredOn.value);
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}

/** When the days ended that were asked for: whoever numbers a log asks for every event, and looking up the time zone costs. */
const ends = new Map<string, string>();
const mostEnds = 5_000;

/** Every database can hold what lies between these. */
const firstMoment = '1970-01-01T00:00:00.000Z';
const lastMoment = '9999-12-31T22:59:59.999Z';

/**
 * The moment (UTC) by which a fact has surely happened: its own moment, or else the end of the last day on which it can
 * have happened. Compared with another moment, nothing is called earlier than that on a guess. Days before 1970 are put
 * at its beginning. Midnight is always the end of a day: what happened at that very moment is of the day that begins, so
 * it is put a millisecond after it.
 */
export function surelyHappenedBy(occurredOn: OccurredOn): string {
  const by = occurredOn.precision === 'moment' ? afterMidnight(occurredOn.value) : endOf(lastPossibleDay(occurredOn));
  return by < firstMoment ? firstMoment : by;
}

function afterMidnight(moment: string): string {
  return moment.endsWith(':00:00.000Z') && startOf(dayOf(moment)) === moment ? moment.replace(/0Z$/, '1Z') : moment;
}

function endOf(day: string): string {
  const known = ends.get(day);
  if (known !== undefined) return known;
  if (ends.size >= mostEnds) ends.clear();
  const end = day === '9999-12-31' ? lastMoment : startOf(addDays(day, 1));
  ends.set(day, end);
  return end;
}

/** The moment (UTC) at which a day begins in the Netherlands. */
export function startOf(day: string): string {
  const begin = Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant();
  return begin.toString({ fractionalSecondDigits: 3 });
}

/** Whether a fact can have happened on that day. */
export function canBeOn(occurredOn: OccurredOn, on: string): boolean {
  return dayItHappened(occurredOn) <= on && on <= lastPossibleDay(occurredOn);
}

/** The first and the last day that dates are written of; a sum that leaves the calendar ends there. */
const firstDay = dayNumber('0001-01-01');
const lastDay = dayNumber('9999-12-31');

export function addDays(on: string, days: number): string {
  return dayOfNumber(Math.min(Math.max(dayNumber(on) + days, firstDay), lastDay));
}

/** From the one day to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whether these characters are a day that is in the calendar, written as `2026-03-18`. No calendar has a year 0. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text) || text < '0001-01-01') return false;
  // Every month has these; nearly all days are among them, and this is asked for every date of every row.
  const ofMonth = text.slice(8);
  return (ofMonth >= '01' && ofMonth <= '28') || dayOfNumber(dayNumber(text)) === text;
}

const months = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A day as people say it: `18 maart 2026`, `18 March 2026`. */
export function spoken(on: string): Sentence {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const say = (names: readonly string[]) => `${day} ${names[month - 1]} ${year}`;
  return { nl: say(months.nl), en: say(months.en) };
}
