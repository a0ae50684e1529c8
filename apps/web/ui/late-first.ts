import type { Commitment, Pledge } from '../data/answers/follow.ts';

/** Late ones first, the longest overdue on top; then those with the nearest day; the others stay as they came, by name. */
export function lateFirst<T extends Pick<Commitment | Pledge, 'late' | 'due'>>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => daysLate(b) - daysLate(a) || compareDue(a.due, b.due));
}

function daysLate({ late }: Pick<Commitment, 'late'>): number {
  return late === null ? -1 : late.days;
}

function compareDue(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a.localeCompare(b);
}
