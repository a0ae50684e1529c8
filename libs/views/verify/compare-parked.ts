import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Generation } from '../database/generations.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { Found } from './difference.ts';
import type { FoldedEpisode } from './memory-fold.ts';

interface Stored {
  readonly db: Kysely<ViewsSchema>;
  readonly generation: Generation;
  readonly ordinal: number;
  readonly condition: RawBuilder<boolean>;
}

interface StoredEpisode {
  readonly key: string;
  readonly event: string;
  readonly from_ordinal: number;
  readonly until_ordinal: number | null;
}

/**
 * Compares the rows that are parked with those that a fresh fold parks, and gives how many are parked at the end. That a
 * row is parked is no difference: it is when a fresh fold would not park it, or would park another.
 */
export async function compareParked(
  { db, generation, ordinal, condition }: Stored,
  expected: ReadonlyMap<string, FoldedEpisode>,
  found: Found,
): Promise<number> {
  const view = generation.view.name;
  const { rows } = await sql<StoredEpisode>`
    SELECT key, event, from_ordinal, until_ordinal FROM views.parked
    WHERE generation = ${generation.id} AND from_ordinal <= ${ordinal} AND ${condition}`.execute(db);
  const missing = new Set(expected.keys());
  let parked = 0;
  for (const { key, event, from_ordinal, until_ordinal } of rows) {
    const place = `${key}@${from_ordinal}`;
    missing.delete(place);
    const until = until_ordinal !== null && until_ordinal <= ordinal ? until_ordinal : null;
    if (until === null) parked += 1;
    const episode = expected.get(place);
    if (!episode) found.add({ view, key: place, kind: 'different', detail: 'parked, though its fold does not throw' });
    else if (episode.until !== until || episode.event !== event) {
      found.add({ view, key: place, kind: 'different', detail: `parked until ${until}, not ${episode.until}` });
    }
  }
  for (const place of missing)
    found.add({ view, key: place, kind: 'missing', detail: 'its fold throws, but it is not parked' });
  return parked;
}
