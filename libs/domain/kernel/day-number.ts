/*
 * Whole days as numbers. Rows of views count thousands of days: going by `Date` and back to a text costs twenty times
 * as much. The calendar is the one of ISO 8601, as after 1582, also before it; the sums are those of Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", with the year beginning in March so that the leap day comes last.
 */

const daysOfEra = 146_097;
/** From 1 March of the year 0 to 1 January 1970. */
const epoch = 719_468;

/** How many days the day `YYYY-MM-DD` comes after 1 January 1970; negative before it. */
export function dayNumber(day: string): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8, 10) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOfEra + dayOfEra - epoch;
}

/** The day that comes so many days after 1 January 1970, of the years 0 to 9999. */
export function dayOfNumber(number: number): string {
  const days = number + epoch;
  const era = Math.floor(days / daysOfEra);
  const dayOfEra = days - era * daysOfEra;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch + (fromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

const zero = 48;

function digits(text: string, from: number, until: number): number {
  let number = 0;
  for (let i = from; i < until; i += 1) number = number * 10 + text.charCodeAt(i) - zero;
  return number;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
