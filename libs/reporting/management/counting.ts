import type { Counts } from './report.ts';

/** How often each key is there, in the order of the keys. */
export function countsOf(keys: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const key of [...keys].sort()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Thousandths of a whole, rounded half up, in whole numbers all the way; null when there is no whole. */
export function perMille(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((2000 * part + whole) / (2 * whole));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
