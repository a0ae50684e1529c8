import { itemFactTypes } from '#domain/dossier/kinds/index';
import { type ItemFact, knownType } from '#domain/dossier/state';
import { day } from '#domain/kernel/time';

/** A fact of an item, with the type and the id of the event that tells it (and holds the protected text, if any). */
export interface TracedItemFact extends ItemFact {
  readonly type: string;
  readonly event: string;
}

/** Where an item is from a day on. */
export interface ItemMoment {
  readonly since: string;
  /** The short name of the fact that led here. */
  readonly step: string;
  /** Whether nothing more is expected of it. */
  readonly ended: boolean;
  /** The day by which more is expected; null when none was told, or when nothing is to be done any more. */
  readonly due: string | null;
}

/** The field in which a type of fact says by when more is expected: `due`, or `to` where a term is moved. */
const dueFields: ReadonlyMap<string, 'due' | 'to'> = new Map(
  [...itemFactTypes.values()].flatMap(({ type, effect, data: { shape } }): [string, 'due' | 'to'][] => {
    // What is told beside the course of an item has terms of its own: a goal of a group.
    if (effect === 'tells') return [];
    if ('due' in shape) return [[type, 'due']];
    return shape['to'] === day ? [[type, 'to']] : [];
  }),
);

/** What was expected is there, though the item goes on: an assignment is still to be discussed. */
const delivered: ReadonlySet<string> = new Set(['assignment.handed-in.v1']);

/** Every step of an item, in the order of its facts; those that only tell more of it are no step. */
export function momentsOf(facts: readonly TracedItemFact[]): ItemMoment[] {
  const moments: ItemMoment[] = [];
  let due: string | null = null;
  for (const { type, on, fact, data } of facts) {
    const { effect } = knownType(type);
    if (effect === 'tells') continue;
    const ended = effect === 'ends' || effect === 'withdraws';
    due = delivered.has(type) ? null : (dueIn(type, data) ?? due);
    moments.push({ since: on, step: fact, ended, due: ended ? null : due });
  }
  return moments;
}

/** Where the item is at the end of that day; undefined when nothing had brought it in by then. */
export function momentOn(facts: readonly TracedItemFact[], on: string): ItemMoment | undefined {
  return momentsOf(facts).findLast(({ since }) => since <= on);
}

/** The first day by which more was expected, however often that was moved. */
export function firstDueOf(facts: readonly TracedItemFact[]): string | null {
  return momentsOf(facts).find(({ due }) => due !== null)?.due ?? null;
}

function dueIn(type: string, data: ItemFact['data']): string | undefined {
  const told = data[dueFields.get(type) ?? ''];
  return typeof told === 'string' ? told : undefined;
}
