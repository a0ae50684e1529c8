import type { Sentence } from '#domain/kernel/decision';
import type { ProgressItem } from '#views/progress/item';

/** What is computed of a trajectory for one day, out of what was known at one moment. */
export interface Figures {
  /** The step of participation; null when nothing had happened by that day. */
  readonly participation: string | null;
  /** Milestones; null while the programme has no template. Of who is not measured none are expected, as in the report. */
  readonly reached: number | null;
  readonly expected: number | null;
  readonly total: number | null;
  /** Null for who is not measured. */
  readonly status: string | null;
  /** Why it is not on schedule. */
  readonly reasons: readonly Sentence[];
}

/** Nothing was known of it. */
export const unknown: Figures = {
  participation: null,
  reached: null,
  expected: null,
  total: null,
  status: null,
  reasons: [],
};

export const compared = ['participation', 'reached', 'expected', 'total', 'status'] as const;

/** One figure that is not what it was. */
export interface FigureChange {
  readonly figure: (typeof compared)[number];
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export function figuresOf(item: ProgressItem | undefined): Figures {
  if (!item) return unknown;
  const { participation, progress } = item;
  return {
    participation: participation?.step ?? null,
    reached: progress?.reached ?? null,
    expected: expectedOf(progress),
    total: progress?.total ?? null,
    status: progress?.status ?? null,
    reasons: progress?.reasons.map(({ nl, en }) => ({ nl, en })) ?? [],
  };
}

function expectedOf(progress: ProgressItem['progress']): number | null {
  if (!progress) return null;
  return progress.measured ? progress.expected : 0;
}

/** The figures that differ. */
export function changesOf(before: Figures, after: Figures): FigureChange[] {
  return compared
    .map((figure) => ({ figure, before: before[figure], after: after[figure] }))
    .filter((change) => change.before !== change.after);
}

/** How many trajectories have each status and each step: both add up to all of them. */
export interface Totals {
  readonly trajectories: number;
  /** By computed status; `none` for who is not measured. */
  readonly status: Readonly<Record<string, number>>;
  readonly participation: Readonly<Record<string, number>>;
  /** Of those that are measured together, as in the summary and the management report. */
  readonly milestonesReached: number;
}

/** Trajectories of which nothing was known are not counted. */
export function totalsOf(all: readonly Figures[]): Totals {
  const known = all.filter(({ participation }) => participation !== null);
  return {
    trajectories: known.length,
    status: countOf(known.map(({ status }) => status ?? 'none')),
    participation: countOf(known.map(({ participation }) => participation ?? 'none')),
    milestonesReached: known.reduce((sum, { status, reached }) => sum + (status === null ? 0 : (reached ?? 0)), 0),
  };
}

function countOf(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
