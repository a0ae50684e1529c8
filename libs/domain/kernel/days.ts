import { Temporal } from 'temporal-polyfill';
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
 * The one day that a fact is ordered and judged by. Of a month that is its first day: nothing is called late on a day
 * that is only guessed, and a fact of this month is never in the future.
 */
export function dayItHappened(occurredOn: OccurredOn): string {
  if (occurredOn.precision === 'moment') return dayOf(occurredOn.value);
  return occurredOn.precision === 'day' ? occurredOn.value : `${occurredOn.value}-01`;
}

/** The last day on which it can have happened. */
export function lastPossibleDay(occurredOn: OccurredOn): string {
  if (occurredOn.precision !== 'month') return dayItHappened(occurredOn);
  const month = Temporal.PlainYearMonth.from(occurredOn.value);
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}

/** Whether a fact can have happened on that day. */
export function canBeOn(occurredOn: OccurredOn, on: string): boolean {
  return dayItHappened(occurredOn) <= on && on <= lastPossibleDay(occurredOn);
}

/** A list of trajectories counts thousands of days; whole days of UTC are a hundred times faster than calendars. */
const millisecondsOfADay = 86_400_000;

export function addDays(on: string, days: number): string {
  return new Date(Date.parse(on) + days * millisecondsOfADay).toISOString().slice(0, 10);
}

/** From the one day to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsOfADay;
}

/** Whether these characters are a day that is in the calendar, written as `2026-03-18`. No calendar has a year 0. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return (
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  );
}

const months: Sentence = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  en: 'January February March April May June July August September October November December',
};

/** A day as people say it: `18 maart 2026`, `18 March 2026`. */
export function spoken(on: string): Sentence {
  const { year, month, day } = Temporal.PlainDate.from(on);
  const say = (names: string) => `${day} ${names.split(' ')[month - 1]} ${year}`;
  return { nl: say(months.nl), en: say(months.en) };
}
