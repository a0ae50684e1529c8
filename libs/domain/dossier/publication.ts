import type { ItemFact } from './state.ts';

/** Who may see an item: those of the programme, its participants too, or everybody. */
export type PublicationLevel = 'programme' | 'participants' | 'public';

export const publicationLevels: readonly PublicationLevel[] = ['programme', 'participants', 'public'];

/** An item is the programme's own until somebody says otherwise. */
const atFirst: PublicationLevel = 'programme';

/** Every level that an item had, with the day from which it had it, in the order of those days. */
export function levelsOf(facts: readonly ItemFact[]): { readonly since: string; readonly level: PublicationLevel }[] {
  const [first] = facts;
  if (!first) return [];
  const told = facts.flatMap(({ on, fact, data }) => {
    const level = fact === 'publication-set' ? publicationLevels.find((known) => known === data['level']) : undefined;
    return level ? [{ since: on, level }] : [];
  });
  return [{ since: first.on, level: atFirst }, ...told];
}

/** The level at the end of that day. */
export function levelOn(facts: readonly ItemFact[], on: string): PublicationLevel {
  return levelsOf(facts).findLast(({ since }) => since <= on)?.level ?? atFirst;
}
