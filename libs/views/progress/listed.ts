import { itemFactTypes } from '#domain/dossier/kinds/index';
import type { Recorded } from '#domain/kernel/event';
import { subject } from '#domain/kernel/subject';
import { subjectsNamed } from '#domain/kernel/subjects-named';
import type { AnyEvent } from '#domain/registry';
import { firstOf } from '../folding.ts';
import type { TrajectoryRow } from './row.ts';

/** The facts about items that list trajectories. Elsewhere a correction cannot name another: that is another fact. */
export const listing: readonly string[] = [
  'invitation.sent.v1',
  'external-event.put-in-question.v1',
  'follow-up.voted.v1',
] satisfies AnyEvent['type'][];

/**
 * Whether a correction took the trajectory out of the list of that fact. It keeps every subject that the fact ever had,
 * so that it stands in the story of that trajectory too; the fact is not told of it any more. What the beginning of the
 * item names, it is about in any case. `row` is what was told before.
 */
export function isLeftOut(event: Recorded<AnyEvent>, row: TrajectoryRow | undefined, key: string): boolean {
  if (!event.corrects || !listing.includes(event.type)) return false;
  if (subjectsNamed(event.data).includes(subject('trajectory', key))) return false;
  const item = firstOf(event, 'item');
  const begun = beginningsOf(event.type).flatMap((type) => row?.told[type] ?? []);
  return !begun.some((told) => told.item === item);
}

function beginningsOf(type: string): string[] {
  const facts = Object.entries(itemFactTypes.get(type)?.kind.facts ?? {});
  return facts.filter(([, { effect }]) => effect === 'begins').map(([beginning]) => beginning);
}
