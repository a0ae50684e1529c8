import { sameContent } from '../kernel/compare.ts';
import type { Recorded } from '../kernel/event.ts';
import { addByDay } from '../trajectory/course.ts';
import { dayOfFact } from '../trajectory/facts.ts';
import type { ItemEvent } from './events.ts';
import { common } from './kinds/common.ts';
import { itemFactTypes, type KnownFactType } from './kinds/index.ts';

/** A fact of an item, with the day by which it is ordered. JSON, without protected text: a row of a view can hold it. */
export interface ItemFact {
  readonly on: string;
  /** The short name: `chosen`. */
  readonly fact: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Whether it also says something in protected text, so that two that look alike may differ. */
  readonly hasText: boolean;
}

/** Where an item is. */
export interface ItemCourse {
  /** The short name of the last fact that moved it. */
  readonly step: string;
  readonly since: string;
  /** Whether nothing more is expected of it. */
  readonly ended: boolean;
}

export interface KnownItem {
  readonly status: 'known';
  readonly item: string;
  readonly kind: string;
  readonly programme: string;
  /** What its beginning said; undefined when every fact that brought it in was retracted. */
  readonly begun: Readonly<Record<string, unknown>> | undefined;
  /** In the order in which they happened; `itemOf` says where they lead. */
  readonly facts: readonly ItemFact[];
}

export type ItemState = { readonly status: 'unknown' } | KnownItem;

/** The events that tell something of an item. */
export type ItemFactEvent = Exclude<ItemEvent, { type: 'item.fact-retracted.v1' }>;

/** The fact that an event tells, beside those that were known before it. */
export function itemFactOf(event: Recorded<ItemFactEvent>, before: readonly ItemFact[]): ItemFact {
  const known = knownType(event.type);
  const all: Readonly<Record<string, unknown>> = event.data;
  const data = withoutTexts(all);
  return { on: dayOfFact(event, before), fact: known.name, data, hasText: !sameContent(data, all) };
}

/** Without protected text, however deep it stands: neither the state nor a row may hold any. */
export function withoutTexts(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== undefined && !isText(value))
      .map(([field, value]) => [field, plainOf(value)]),
  );
}

function plainOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => !isText(entry)).map(plainOf);
  return typeof value === 'object' && value !== null ? withoutTexts(value as Record<string, unknown>) : value;
}

function isText(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('$text' in value || '$sealed' in value);
}

/** What is known of a type. Throws on one that is of no kind: the registry and the kinds are then at odds. */
export function knownType(type: string) {
  const known = itemFactTypes.get(type);
  if (!known) throw new Error(`${type} is of no kind of item.`);
  return known;
}

/** Where the facts of a kind lead, up to and including that day when one is given; undefined when none moved it by then. */
export function itemOf(kind: string, facts: readonly ItemFact[], upTo?: string): ItemCourse | undefined {
  const moved = facts.filter(({ on, fact }) => (upTo === undefined || on <= upTo) && effectOf(kind, fact) !== 'tells');
  const last = moved.at(-1);
  if (!last) return undefined;
  const effect = effectOf(kind, last.fact);
  return { step: last.fact, since: last.on, ended: effect === 'ends' || effect === 'withdraws' };
}

const types = new Map([...itemFactTypes.values()].map((type) => [`${type.kind.kind}.${type.name}`, type]));

/** What is known of a fact of an item of that kind, by its short name. */
export function typeOf(kind: string, fact: string): KnownFactType | undefined {
  return types.get(`${kind}.${fact}`) ?? types.get(`${common.kind}.${fact}`);
}

function effectOf(kind: string, fact: string) {
  return typeOf(kind, fact)?.effect;
}

/** A fact in its place; of one day what brings the item in comes first, since the rest is about it. */
export function withItemFact<F extends ItemFact>(kind: string, facts: readonly F[], fact: F): readonly F[] {
  if (effectOf(kind, fact.fact) !== 'begins') return addByDay(facts, fact);
  const at = facts.findIndex(
    ({ on, fact: other }) => on > fact.on || (on === fact.on && effectOf(kind, other) !== 'begins'),
  );
  return at === -1 ? [...facts, fact] : [...facts.slice(0, at), fact, ...facts.slice(at)];
}
