import { id } from '#domain/kernel/names';
import type { TracedItemFact } from './course.ts';

/** The fields in which a fact names other items of the dossier; a unit of a party is named by its name. */
const fields = ['items', 'team', 'theme', 'module', 'rule', 'roleProfile', 'proposal', 'unit', 'partOf'] as const;

/** The other items that a fact names: what it is linked to, of which team it is, what it became. */
export function itemsNamedBy({ data }: Pick<TracedItemFact, 'data'>): string[] {
  const named = fields.flatMap((field) => data[field] ?? []);
  return [...new Set(named.flatMap((value) => (id.safeParse(value).success ? [String(value)] : [])))];
}
