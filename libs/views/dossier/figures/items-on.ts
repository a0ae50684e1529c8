import { common } from '#domain/dossier/kinds/common';
import type { itemKinds } from '#domain/dossier/kinds/index';
import { type ItemFactEvent, knownType } from '#domain/dossier/state';
import type { ProtectedText } from '#domain/kernel/text';
import { type ItemMoment, momentOn, type TracedItemFact } from '../course.ts';
import type { DossierItemRow } from '../view.ts';

/** The kinds of items that a dossier can hold. */
export type ItemKindName = (typeof itemKinds)[number]['kind'];

/** What is left of the data of a fact in a row: everything but protected text. */
type WithoutTexts<D> = {
  [F in keyof D as NonNullable<D[F]> extends ProtectedText ? never : F]: D[F];
};

type Told<E> = E extends { readonly type: infer T; readonly data: infer D }
  ? TracedItemFact & { readonly type: T; readonly data: WithoutTexts<D> }
  : never;

/** A fact of an item of that kind: one of its own, or one that can be told of any kind. */
export type FactOf<K extends ItemKindName> = Told<
  Extract<ItemFactEvent, { readonly type: `${K | typeof common.kind}.${string}` }>
>;

/** An item of one kind as it was on a day. */
export interface ItemOn<K extends ItemKindName> {
  readonly row: DossierItemRow;
  readonly now: ItemMoment;
  /** Those up to that day, in the order in which they happened. */
  readonly facts: readonly FactOf<K>[];
}

/** The items of that kind that had been brought in by that day. */
export function itemsOn<K extends ItemKindName>(kind: K, rows: readonly DossierItemRow[], day: string): ItemOn<K>[] {
  const kinds: readonly string[] = [kind, common.kind];
  const isOfKind = (fact: TracedItemFact): fact is FactOf<K> => kinds.includes(knownType(fact.type).kind.kind);
  return rows
    .filter((row) => row.kind === kind)
    .flatMap((row) => {
      const now = momentOn(row.facts, day);
      return now ? [{ row, now, facts: row.facts.filter(({ on }) => on <= day).filter(isOfKind) }] : [];
    });
}

/** The facts of that type, in the order in which they happened. */
export function told<F extends { readonly type: string }, T extends F['type']>(facts: readonly F[], type: T) {
  return facts.filter((fact): fact is Extract<F, { readonly type: T }> => fact.type === type);
}
