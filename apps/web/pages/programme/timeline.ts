import type { PlannedMeeting } from '../../data/answers/programme.ts';
import type { Measured, Milestone, Standing } from '../../data/answers/progress.ts';
import { addDays, type Day, daysBetween } from '../../data/dates.ts';
import type { Tone } from '../../ui/status.tsx';

/** The days that the picture shows, and how they become places. */
export interface Scale {
  readonly from: Day;
  readonly until: Day;
  /** Where a day stands, from 0 (the first) to 1 (the last); outside it is cut off. */
  readonly at: (day: Day) => number;
}

/** A line of work of one organisation: planned until, done until, and how it stands. */
export interface Bar {
  readonly line: string;
  readonly reached: number;
  readonly total: number;
  readonly plannedUntil: Day | null;
  readonly actualUntil: Day;
  readonly tone: Tone;
}

/** The scale of a programme: its own period, wider where milestones or meetings fall outside it. */
export function scaleOf(
  period: { readonly from: Day; readonly until: Day },
  standings: readonly Standing[],
  meetings: readonly PlannedMeeting[],
): Scale {
  const milestones = standings.flatMap(({ progress }) => (progress.measured ? progress.milestones : []));
  const days = [
    period.from,
    period.until,
    ...meetings.map(({ date }) => date),
    ...milestones.flatMap(({ due, reachedOn }) => [due, reachedOn]),
  ].filter((day) => day !== null);
  const sorted = days.toSorted();
  const from = addDays(sorted[0] ?? period.from, -7);
  const until = addDays(sorted.at(-1) ?? period.until, 7);
  const length = Math.max(1, daysBetween(from, until));
  return { from, until, at: (day) => Math.min(1, Math.max(0, daysBetween(from, day) / length)) };
}

/** The first days of the months that the scale shows. */
export function monthsOf({ from, until }: Scale): Day[] {
  const months: Day[] = [];
  const [year = 0, month = 1] = from.split('-').map(Number);
  for (let index = month; ; index += 1) {
    const day = new Date(Date.UTC(year, index, 1)).toISOString().slice(0, 10);
    if (day > until) return months;
    months.push(day);
  }
}

/** The bars of one organisation, one per line of work, in the order of the template. */
export function barsOf(progress: Measured, today: Day): Bar[] {
  return progress.lines.map(({ key, reached, total }) => {
    const milestones = progress.milestones.filter(({ line, asked }) => line === key && asked);
    const plannedUntil = last(milestones.map(({ due }) => due));
    const isDone = total > 0 && reached === total;
    const actualUntil = isDone ? (last(milestones.map(({ reachedOn }) => reachedOn)) ?? today) : today;
    return { line: key, reached, total, plannedUntil, actualUntil, tone: toneOfLine(milestones, isDone, today) };
  });
}

function toneOfLine(milestones: readonly Milestone[], isDone: boolean, today: Day): Tone {
  if (isDone) return 'good';
  const isLate = milestones.some(({ due, reachedOn }) => reachedOn === null && due !== null && due < today);
  return isLate ? 'bad' : 'neutral';
}

function last(days: readonly (Day | null)[]): Day | null {
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
