import type { ItemFactEvent } from '#domain/dossier/state';
import { knownType } from '#domain/dossier/state';
import type { AroundItem } from '#views/dossier/item';
import { type DossierItemRow, dossierItemView } from '#views/dossier/view';
import { foldWhole } from '#views/engine/fold';
import type { ViewDefinition } from '#views/engine/view-definition';
import { idOf, loggedOf, type Told } from './events.ts';
import { on, programme } from './rows.ts';

/**
 * What is told of an item, which goes by a name, on that day. A beginning names the item and the programme by itself.
 *
 * @throws ZodError when the data do not fit the type.
 */
export function told(day: string, type: ItemFactEvent['type'], item: string, data: object = {}): Told {
  const known = knownType(type);
  const named = known.effect === 'begins' ? { item: idOf(item), programme, ...data } : data;
  const stream = `item-${idOf(item)}`;
  return on(day, { stream, type, data: known.data.parse(named) }, `item:${idOf(item)}`);
}

/** The rows of all items that these events, in this order, give. */
export function dossierOf(...events: readonly Told[]): DossierItemRow[] {
  const logged = events.map((event, i) => loggedOf(event, { revision: i, position: BigInt(i) }));
  const rows = foldWhole(dossierItemView as ViewDefinition, logged);
  // Rows of a view are what its own fold made.
  return [...rows.values()] as DossierItemRow[];
}

/** Organisations go by the name of their id, and none is known of a trajectory. */
export function aroundOn(validOn: string, names: readonly string[] = []): AroundItem {
  const byId = new Map(names.map((name) => [idOf(name), name]));
  const named = (id: string) => ({ id, name: byId.get(id) ?? id, cbs: null, province: null });
  return {
    validOn,
    named,
    organisationOf: ({ organisation }) => (organisation === null ? null : named(organisation)),
  };
}
