import type { Sentence } from '../kernel/decision.ts';
import type { Template } from '../template/template.ts';
import type { MilestoneOn } from './milestones.ts';

/** How far a trajectory is in one line of work: numbers of milestones of those that are asked of it. */
export interface LineOn {
  readonly key: string;
  readonly label: Sentence;
  readonly reached: number;
  /** Those due on or before the day. */
  readonly expected: number;
  readonly total: number;
}

/** The lines of work of the template, in its order; they run beside each other. */
export function linesOn({ lines }: Template, milestones: readonly MilestoneOn[], day: string): LineOn[] {
  return lines.map(({ key, label }) => {
    const asked = milestones.filter((milestone) => milestone.line === key && milestone.asked);
    return {
      key,
      label,
      reached: asked.filter(({ reachedOn }) => reachedOn !== null).length,
      expected: asked.filter(({ due }) => due !== null && due <= day).length,
      total: asked.length,
    };
  });
}
