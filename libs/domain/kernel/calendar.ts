import { isDay } from './days.ts';

/**
 * Where in the data stands what is written as a day and is in no calendar: one of the year 0, which the shapes let through
 * and no view can hold. The shapes are left as they are, because events in a log are read by them; so this is asked when
 * something is written. Text of people, which is protected, is none of its business.
 */
export function daysOutOfCalendar(data: unknown, path: string): string[] {
  if (typeof data === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(data) && !isDay(data) ? [path] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([field, value]) =>
    field === '$text' ? [] : daysOutOfCalendar(value, `${path}.${field}`),
  );
}
