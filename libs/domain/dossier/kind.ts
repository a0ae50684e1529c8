import { z } from 'zod';
import type { Sentence } from '../kernel/decision.ts';
import { type EventDefinition, fact } from '../kernel/definition.ts';
import { id } from '../kernel/names.ts';

/**
 * What a fact does to the item: it brings it in, takes it a step further, gives it back, ends it, or adds something to
 * it without moving it (`tells`).
 */
export type Effect = 'begins' | 'moves' | 'withdraws' | 'ends' | 'tells';

/** One type of fact about an item of the dossier, as data. */
export interface ItemFactType<S extends z.ZodObject = z.ZodObject> {
  readonly effect: Effect;
  readonly data: S;
  /** The imperative name of recording it, as it stands in the envelope: `choose-theme`. */
  readonly command: string;
  /** Where the API takes it: below `/v1/programmes/{id}` for what begins, below `/v1/dossier-items/{id}` otherwise. */
  readonly path: string;
  /**
   * The steps of the item after which it is expected; elsewhere it is recorded with a warning. Left out: after any step
   * that is no end.
   */
  readonly after?: readonly string[];
  /**
   * Counts beside the same that was told before: two invoices of one sum on one day are two. That it was sent twice by
   * mistake, the id of its command tells.
   */
  readonly adds?: true;
  /** What it says anew, where facts of another type say it too. Left out: facts of its own type alone. */
  readonly says?: string;
  /** The fields that name whom or what it is about: what one answers, leaves the answer of another as it was. */
  readonly about?: readonly string[];
  /** What happened, as one says it: "Thema gekozen". */
  readonly words: Sentence;
}

type FactTypes = Readonly<Record<string, ItemFactType>>;

/**
 * A kind of item in the dossier of a programme: something with a course of its own about which the product decides
 * nothing. Its step is the short name of the last fact that moved it: `chosen` of `theme.chosen.v1`.
 */
export interface ItemKind<N extends string = string, F extends FactTypes = FactTypes> {
  readonly kind: N;
  readonly label: Sentence;
  /** Under which heading of the API's documentation it stands. */
  readonly heading: string;
  /** By the versioned string under which they stand in the log. */
  readonly facts: F;
}

/** What every beginning says: which item, in which programme. */
const identity = { item: id, programme: id } as const;

/**
 * Where an item belongs besides its programme; a beginning takes what it needs of these. Each that is given becomes a
 * subject, so that the item stands in that story too.
 */
export const within = {
  trajectory: id.optional(),
  network: id.optional(),
  meeting: id.optional(),
  group: id.optional(),
  organisation: id.optional(),
} as const;

type Told<S extends z.ZodObject> = Omit<ItemFactType<S>, 'effect' | 'data'>;

/** A fact that brings the item in. Identity is added to its data. */
export function begins<S extends z.ZodRawShape>(data: S, told: Told<z.ZodObject>) {
  return { effect: 'begins' as const, data: z.strictObject({ ...identity, ...data }), ...told };
}

function later(effect: Exclude<Effect, 'begins'>) {
  return <S extends z.ZodRawShape>(data: S, told: Told<z.ZodObject>) => ({
    effect,
    data: z.strictObject(data),
    ...told,
  });
}

/** A fact that takes the item a step further. */
export const moves = later('moves');
/** A fact by which who brought the item in takes it back. */
export const withdraws = later('withdraws');
/** A fact after which nothing more is expected of the item. */
export const ends = later('ends');
/** A fact that says more about the item, and leaves it where it is. */
export const tells = later('tells');

export function kind<const N extends string, const F extends FactTypes>(definition: ItemKind<N, F>): ItemKind<N, F> {
  return definition;
}

/** Every type of fact of these kinds together. */
type FactsOf<K extends ItemKind> = (K extends unknown ? (facts: K['facts']) => void : never) extends (
  facts: infer All,
) => void
  ? All
  : never;

type DefinitionsOf<F> = { readonly [T in keyof F]: F[T] extends ItemFactType<infer S> ? EventDefinition<S> : never };

/** The event definitions of these kinds, for the registry. */
export function definitionsOf<const K extends ItemKind>(kinds: readonly K[]): DefinitionsOf<FactsOf<K>> {
  const all = kinds.flatMap(({ facts }) => Object.entries(facts).map(([type, { data }]) => [type, fact(data)]));
  return Object.fromEntries(all) as DefinitionsOf<FactsOf<K>>;
}

/** `chosen` of `theme.chosen.v1`. */
export function shortName(type: string): string {
  return type.replace(/^[a-z-]+\./, '').replace(/\.v\d+$/, '');
}
