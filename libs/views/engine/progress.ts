import { type Kysely, sql } from 'kysely';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewRegistry } from './registry.ts';

/** The shards that have entries which these folds' generations do not have yet. */
export async function shardsBehind(db: Kysely<ViewsSchema>, { byFold }: ViewRegistry): Promise<number[]> {
  const { rows } = await sql<{ shard: number }>`
    SELECT s.shard FROM (
      SELECT p.shard, min(p.ordinal) AS ordinal
      FROM views.progress p JOIN views.generation g ON g.id = p.generation
      WHERE g.followed AND g.fold = ANY(${[...byFold.keys()]}::text[])
      GROUP BY p.shard) s
    WHERE EXISTS (SELECT 1 FROM views.entry e WHERE e.shard = s.shard AND e.ordinal > s.ordinal)
    ORDER BY s.shard`.execute(db);
  return rows.map((row) => row.shard);
}
