import type { Recorded } from '#domain/kernel/event';
import type { ToldFact } from '#domain/progress/inputs';
import type { AnyEvent } from '#domain/registry';
import { askedOfFacts, mostTold } from '#domain/template/template';
import { dayOfFact } from '#domain/trajectory/facts';
import { firstOf } from '../folding.ts';

/** What a milestone can ask of a fact about an item. */
export function toldFactOf(event: Recorded<AnyEvent>): ToldFact {
  const said = Object.entries(event.data).filter(([field]) => askedFields.has(field));
  return { on: dayOfFact(event), item: firstOf(event, 'item') ?? '', ...Object.fromEntries(said) };
}

const askedFields: ReadonlySet<string> = new Set(askedOfFacts);

/**
 * With that fact, in the order of the days. Of what says the same, a row keeps the first of each item, and no more items
 * than a milestone can ask for: it does not grow with the dossier.
 */
export function withTold(facts: readonly ToldFact[], told: ToldFact): readonly ToldFact[] {
  const alike = facts.filter((fact) => saysTheSame(fact, told));
  const ofItem = alike.find(({ item }) => item === told.item);
  if (ofItem && ofItem.on <= told.on) return facts;
  const tooMany = ofItem ?? (alike.length < mostTold ? undefined : later(alike.at(-1), told));
  const at = (one: ToldFact, other: ToldFact) => (one.on < other.on ? -1 : Number(one.on > other.on));
  return [...facts, told].filter((fact) => fact !== tooMany).sort(at);
}

function later(last: ToldFact | undefined, told: ToldFact): ToldFact {
  return last && last.on > told.on ? last : told;
}

function saysTheSame(one: ToldFact, other: ToldFact): boolean {
  return askedOfFacts.every((field) => one[field] === other[field]);
}
