import type { Recorded } from '../kernel/event.ts';
import { subjectIds } from '../kernel/subject.ts';
import type { ItemEvent } from './events.ts';
import { common } from './kinds/common.ts';
import { type ItemState, itemFactOf, type KnownItem, knownType, withItemFact, withoutTexts } from './state.ts';

/** The state after this event. History must be in place (`inPlace`): a retraction itself changes nothing. */
export function evolve(state: ItemState, event: Recorded<ItemEvent>): ItemState {
  if (event.type === 'item.fact-retracted.v1') return state;
  const { kind, effect } = knownType(event.type);
  const known = ofKind(state.status === 'known' ? state : firstKnown(event, kind.kind), kind.kind);
  const facts = withItemFact(known.kind, known.facts, itemFactOf(event, known.facts));
  return effect === 'begins' ? { ...known, begun: withoutTexts(event.data), facts } : { ...known, facts };
}

/** An item of which only what can be told of any kind still stands, is of the kind that the next fact is of. */
function ofKind(known: KnownItem, kind: string): KnownItem {
  return known.kind === common.kind ? { ...known, kind } : known;
}

/** Every event names its item, so that one of which the beginning was retracted keeps the facts that stand. */
function firstKnown({ subjects }: Recorded, kind: string): KnownItem {
  return {
    status: 'known',
    item: subjectIds(subjects, 'item')[0] ?? '',
    kind,
    programme: subjectIds(subjects, 'programme')[0] ?? '',
    begun: undefined,
    facts: [],
  };
}
