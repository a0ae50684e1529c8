import type { Snapshot } from '../../query/snapshot.ts';
import { aroundItems } from '../around.ts';
import type { AroundItem } from '../item.ts';
import { type ItemKindName, type ItemOn, itemsOn } from './items-on.ts';
import { rowsOfKinds } from './rows-of-kinds.ts';

/** What figures are made of: the items of a kind as they were on the day, of the kinds that were asked for. */
export interface ReadItems {
  readonly snapshot: Snapshot;
  readonly around: AroundItem;
  readonly items: <K extends ItemKindName>(kind: K) => ItemOn<K>[];
}

/** Reads the items of these kinds in a programme, with what is known around them. */
export async function readItems(
  snapshot: Snapshot,
  programme: string,
  kinds: readonly ItemKindName[],
): Promise<ReadItems> {
  const rows = await rowsOfKinds(snapshot, programme, kinds);
  const around = await aroundItems(snapshot, rows);
  return { snapshot, around, items: (kind) => itemsOn(kind, rows, around.validOn) };
}
