import type { Figures } from '../../data/answers/between.ts';

/** The figures of a day, the same in the comparison and in the note: the statuses add up to the trajectories. */
export const figureRows: readonly (readonly [key: string, figure: (figures: Figures) => number])[] = [
  ['trajectories', ({ trajectories }) => trajectories],
  ['on-schedule', ({ status }) => status['on-schedule'] ?? 0],
  ['attention', ({ status }) => status['attention'] ?? 0],
  ['behind', ({ status }) => status['behind'] ?? 0],
  ['none', ({ status }) => status['none'] ?? 0],
  ['milestones', ({ milestonesReached }) => milestonesReached],
];
