import type { MilestoneOn } from './milestones.ts';

/**
 * One letter for each milestone of the template, in its order: where it is for a trajectory on a day. A row of a view
 * holds a great many of these, so they are short.
 *
 * `-` not asked of it; `o` open; `d` due and not reached; `r` reached before it was due; `x` reached and due.
 */
export type Marks = string;

/** Numbers of milestones, of those that are asked. */
export interface MarkCounts {
  readonly reached: number;
  readonly expected: number;
  readonly total: number;
}

export function marksOf(milestones: readonly MilestoneOn[], on: string): Marks {
  let marks = '';
  for (const milestone of milestones) marks += markOf(milestone, on);
  return marks;
}

function markOf({ asked, due, reachedOn }: MilestoneOn, on: string): string {
  if (!asked) return '-';
  const isDue = due !== null && due <= on;
  if (reachedOn === null) return isDue ? 'd' : 'o';
  return isDue ? 'x' : 'r';
}

/** How many of the milestones at these places (all, when none are named) are reached, expected and asked. */
export function countMarks(marks: Marks, places?: readonly number[]): MarkCounts {
  const chosen = places ? places.map((place) => marks[place] ?? '-') : [...marks];
  return {
    reached: chosen.filter((mark) => mark === 'r' || mark === 'x').length,
    expected: chosen.filter((mark) => mark === 'd' || mark === 'x').length,
    total: chosen.filter((mark) => mark !== '-').length,
  };
}
