/** A day as the API writes it: `2026-03-18`. */
export type Day = string;

const zone = 'Europe/Amsterdam';
const millisecondsOfDay = 86_400_000;

/** The number of days from one day until another; negative when the other comes first. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsOfDay);
}

/** The day that many days later. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Whether it is a day that exists, such as the API accepts. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** Whether it is a month that exists, as the API writes it of what is known no more precisely: `2026-03`. */
export function isMonth(text: string): boolean {
  return text.length === 7 && isDay(`${text}-01`);
}

/** The day in the Netherlands of a moment in UTC; a day is that day. */
export function dayOf(moment: string): Day {
  return moment.includes('T') ? dayThere.format(Date.parse(moment)) : moment;
}

/** Swedes write a day as the API does. */
const dayThere = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' });

/**
 * The last millisecond of a day in the Netherlands, as a moment in UTC: what was known "on 1 June" is what was known when
 * that day ended.
 */
export function endOfDay(day: Day): string {
  const asUtc = Date.parse(`${day}T23:59:59.999Z`);
  return new Date(asUtc - offsetAt(asUtc - offsetAt(asUtc))).toISOString();
}

/** How many milliseconds the clock in the Netherlands is ahead of UTC at a moment. */
function offsetAt(moment: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, hours = '0', minutes = '0'] = /GMT\+(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}
