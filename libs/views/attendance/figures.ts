import type { Attendance } from '#domain/meeting/events';

/** How often they were there of the times that they were expected. */
export interface AttendanceFigures {
  readonly expected: number;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  /** Of those expected, in thousandths and rounded; null when nobody was. */
  readonly presentPerMille: number | null;
}

/** Counts entries, whoever they are of and wherever they were. */
export function figuresOf(entries: readonly { readonly attendance: Attendance }[]): AttendanceFigures {
  const count = (attendance: Attendance) => entries.filter((entry) => entry.attendance === attendance).length;
  const expected = entries.length;
  const present = count('present');
  const presentPerMille = expected === 0 ? null : Math.round((present * 1_000) / expected);
  return { expected, present, excused: count('excused'), absent: count('absent'), presentPerMille };
}
