import type { Pledge, StoryLine } from '../data/answers/follow.ts';

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

/** The first day by which it was to be kept, where it was moved since; of what is settled no day stands any more. */
export function movedFrom({ due, firstDue }: Pledge): string | undefined {
  return due === null || firstDue === null || firstDue === due ? undefined : firstDue;
}

/**
 * What was pledged, in the words of the fact that tells it: that it was made, or else that it was asked for. The lines come
 * the last first, so that a corrected fact speaks as it was corrected.
 */
export function whatOf({ facts }: Pledge, lines: readonly StoryLine[]): string | undefined {
  const teller = facts.findLast(({ fact }) => fact === 'made') ?? facts.findLast(({ fact }) => fact === 'asked');
  if (teller === undefined) return undefined;
  const line = lines.find(({ eventId, corrects }) => eventId === teller.event || corrects === teller.event);
  return line?.texts['what'] ?? undefined;
}

/** Those that fit a choice, and those that stood under it before: what was kept there just now stays in sight. */
export function stillShown(
  pledges: readonly Pledge[],
  filter: PledgeFilter,
  before: ReadonlySet<string>,
): readonly Pledge[] {
  return pledges.filter((pledge) => fits(pledge, filter) || before.has(pledge.pledge));
}
