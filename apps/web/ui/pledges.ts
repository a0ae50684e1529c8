import type { Pledge } from '../data/answers/follow.ts';

const open: ReadonlySet<string> = new Set(['asked', 'pledged', 'postponed', 'partly-kept', 'taken-over']);

/** What is shown of the pledges of a programme. */
export const pledgeFilters = ['open', 'late', 'kept', 'all'] as const;
export type PledgeFilter = (typeof pledgeFilters)[number];

/** Whether it is still to be kept. */
export function isOpen({ state }: Pledge): boolean {
  return open.has(state.step);
}

/** Whether it is of those that were asked for. */
export function fits(pledge: Pledge, filter: PledgeFilter): boolean {
  if (filter === 'open') return isOpen(pledge);
  if (filter === 'late') return pledge.late !== null;
  return filter === 'all' || pledge.state.step === 'kept';
}
