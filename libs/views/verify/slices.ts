import { type Kysely, sql } from 'kysely';
import { shardCount } from '../database/shard-count.ts';
import type { ViewsSchema } from '../database/tables.ts';

/** Programmes of one shard that are verified together; null stands for what belongs to no programme. */
export interface Slice {
  readonly shard: number;
  readonly programmes: readonly (string | null)[];
  readonly events: number;
}

/** A slice is closed when it has so many events; a programme that is larger is a slice of its own. */
const enough = 10_000;

/**
 * Cuts the index up to an ordinal into slices of whole programmes, shard by shard: rows never cross programmes, so each
 * slice can be folded by itself. What is in memory at a time grows with the largest programme, not with the log.
 */
export async function* slicesOf(db: Kysely<ViewsSchema>, ordinal: number): AsyncGenerator<Slice> {
  for (let shard = 0; shard < shardCount; shard += 1) {
    const { rows } = await sql<{ programme: string | null; events: number }>`
      SELECT programme, count(*) AS events FROM views.entry WHERE shard = ${shard} AND ordinal <= ${ordinal}
      GROUP BY programme ORDER BY programme`.execute(db);
    let [programmes, events]: [(string | null)[], number] = [[], 0];
    for (const row of rows) {
      programmes.push(row.programme);
      events += row.events;
      if (events < enough) continue;
      yield { shard, programmes, events };
      [programmes, events] = [[], 0];
    }
    if (programmes.length > 0) yield { shard, programmes, events };
  }
}

/** The condition by which what belongs to a slice is chosen. */
export function within({ shard, programmes }: Slice) {
  const named = programmes.filter((programme) => programme !== null);
  const unnamed = programmes.includes(null) ? sql`programme IS NULL` : sql`false`;
  return sql<boolean>`(shard = ${shard} AND (programme = ANY(${named}::uuid[]) OR ${unnamed}))`;
}
