import { type Kysely, sql } from 'kysely';
import type { ViewsSchema } from '../database/tables.ts';

/** The last ordinal that every shard of all these generations has passed. */
export async function passedBy(db: Kysely<ViewsSchema>, generations: readonly number[]): Promise<number> {
  const { rows } = await sql<{ ordinal: number }>`
    SELECT coalesce((
      SELECT min(e.ordinal) - 1
      FROM (
        SELECT shard, min(ordinal) AS ordinal FROM views.progress
        WHERE generation = ANY(${[...generations]}::integer[]) GROUP BY shard) s
      CROSS JOIN LATERAL (
        SELECT ordinal FROM views.entry e
        WHERE e.shard = s.shard AND e.ordinal > s.ordinal ORDER BY e.ordinal LIMIT 1) e), h.ordinal) AS ordinal
    FROM views.head h`.execute(db);
  return rows[0]?.ordinal ?? 0;
}
