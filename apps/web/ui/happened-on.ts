import { isMonth } from '../data/dates.ts';
import type { Words } from './words.tsx';

/** When something happened in words, as precisely as it is known: a day or a moment by its day, a month as a month. */
export function happenedOn(value: string, day: Words['day']): string {
  return isMonth(value) ? day(`${value}-01`, 'month') : day(value);
}
