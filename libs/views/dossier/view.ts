import { common } from '#domain/dossier/kinds/common';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import { levelsOf } from '#domain/dossier/publication';
import { type ItemFactEvent, itemFactOf, knownType, withItemFact } from '#domain/dossier/state';
import type { Recorded } from '#domain/kernel/event';
import type { AnyEvent } from '#domain/registry';
import { defineView, type Handlers } from '../engine/view-definition.ts';
import { firstOf, never } from '../folding.ts';
import { plain } from '../query/plain.ts';
import { momentsOf, type TracedItemFact } from './course.ts';
import { itemsNamedBy } from './links.ts';

/** What the beginning of an item says of it; null where it says nothing. */
export interface Belonging {
  /** Its title, or its name. */
  readonly title: string | null;
  readonly trajectory: string | null;
  readonly network: string | null;
  readonly meeting: string | null;
  readonly group: string | null;
  readonly organisation: string | null;
}

export interface DossierItemRow extends Belonging {
  readonly item: string;
  /** `item` as long as only facts stand that can be told of any kind. */
  readonly kind: string;
  readonly programme: string;
  /** In the order in which they happened. Where they lead depends on the day that is asked: `momentOn`. */
  readonly facts: readonly TracedItemFact[];
}

/** The beginning may have been retracted: every event names its programme. */
function firstKnown(event: Recorded, item: string): DossierItemRow {
  return { item, kind: common.kind, programme: firstOf(event, 'programme') ?? '', ...belonging({}), facts: [] };
}

function belonging(data: TracedItemFact['data']): Belonging {
  const told = (field: string) => {
    const value = data[field];
    return typeof value === 'string' ? value : null;
  };
  return {
    title: told('title') ?? told('name'),
    trajectory: told('trajectory'),
    network: told('network'),
    meeting: told('meeting'),
    group: told('group'),
    organisation: told('organisation'),
  };
}

function withFact(row: DossierItemRow | undefined, event: Recorded<AnyEvent>, key: string): DossierItemRow | undefined {
  if (!isItemFact(event)) return row;
  const known = knownType(event.type);
  const before = row ?? firstKnown(event, key);
  const kind = before.kind === common.kind ? known.kind.kind : before.kind;
  const fact: TracedItemFact = { ...itemFactOf(event, before.facts), type: event.type, event: event.id };
  const facts = withItemFact(kind, before.facts, fact);
  return { ...before, ...(known.effect === 'begins' && belonging(fact.data)), kind, facts };
}

function isItemFact(event: Recorded<AnyEvent>): event is Recorded<ItemFactEvent> {
  return itemFactTypes.has(event.type);
}

const everyFact: Handlers<DossierItemRow> = Object.fromEntries(
  [...itemFactTypes.keys()].map((type) => [type, withFact]),
);

/** One row for each item of the dossier, of whatever kind: what it is, where it belongs, and every fact by day. */
export const dossierItemView = defineView<DossierItemRow>({
  name: 'dossier-item',
  version: 3,
  subject: 'item',
  columns: {
    kind: { type: 'text', of: ({ kind }) => kind, indexed: true },
    trajectory: { type: 'text', of: ({ trajectory }) => trajectory, indexed: true },
    network: { type: 'text', of: ({ network }) => network },
    meeting: { type: 'text', of: ({ meeting }) => meeting },
    group_id: { type: 'text', of: ({ group }) => group },
    organisation: { type: 'text', of: ({ organisation }) => organisation },
    title: { type: 'text', of: ({ title }) => (title === null ? null : plain(title)) },
    // These four go together: what counts on a day is found by the last of the days that is not later.
    days: { type: 'date[]', of: ({ facts }) => momentsOf(facts).map(({ since }) => since) },
    steps: { type: 'text[]', of: ({ facts }) => momentsOf(facts).map(({ step }) => step) },
    states: { type: 'text[]', of: ({ facts }) => momentsOf(facts).map(({ ended }) => (ended ? 'ended' : 'open')) },
    dues: { type: 'date[]', of: ({ facts }) => momentsOf(facts).map(({ due }) => due ?? never) },
    // And these two: who may see it from which day on.
    level_days: { type: 'date[]', of: ({ facts }) => levelsOf(facts).map(({ since }) => since) },
    levels: { type: 'text[]', of: ({ facts }) => levelsOf(facts).map(({ level }) => level) },
    names: { type: 'text[]', of: ({ facts }) => [...new Set(facts.flatMap(itemsNamedBy))], indexed: true },
  },
  on: everyFact,
});
