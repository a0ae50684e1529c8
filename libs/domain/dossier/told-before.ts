import { sameContent } from '../kernel/compare.ts';
import { dayAmong } from '../kernel/days.ts';
import type { OccurredOn } from '../kernel/time.ts';
import type { KnownFactType } from './kinds/index.ts';
import { type ItemFact, type ItemState, itemOf, typeOf, withItemFact } from './state.ts';

/** Whether exactly this stands for that day already. */
export function wasTold(fact: ItemFact, state: ItemState): boolean {
  return state.status === 'known' && state.facts.some((known) => sameContent(known, fact));
}

/**
 * Told before, and nothing since that says otherwise: what was changed by mistake can be put back on the same day. Two
 * that hold text may differ in it, and what adds up may have happened twice: those are both kept. Of a fact of a month it
 * does not matter on which of its days that stands.
 */
export function isKnown(type: KnownFactType, fact: ItemFact, state: ItemState, occurredOn: OccurredOn): boolean {
  if (state.status === 'unknown' || fact.hasText || type.adds) return false;
  const { kind, facts } = state;
  const said = saidBy(kind, fact);
  const last = facts.findLast((known) => known.on <= fact.on && sameContent(saidBy(kind, known), said));
  if (!last || dayAmong([last], occurredOn) !== last.on) return false;
  const again = { ...fact, on: last.on };
  const isSo = (told: readonly ItemFact[], upTo: string) =>
    sameContent(itemOf(kind, told, upTo), itemOf(kind, facts, fact.on));
  return sameContent(last, again) && isSo(facts, last.on) && isSo(withItemFact(kind, facts, again), fact.on);
}

/** What a fact says something of, and about whom: the last of those that say the same is the one that counts. */
function saidBy(kind: string, { fact, data }: ItemFact): readonly unknown[] {
  const { says = fact, about = [] } = typeOf(kind, fact) ?? {};
  return [says, ...about.map((field) => data[field] ?? null)];
}
