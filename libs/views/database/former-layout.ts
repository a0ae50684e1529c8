import { type Kysely, sql } from 'kysely';
import type { ViewsSchema } from './tables.ts';

/**
 * Before there were generations, a view had one table (`row_progress`) and all views shared the progress of a shard
 * (`views.shard`). Those rows are made again from the log, and so is the index, which did not say who recorded what.
 */
export async function dropFormerLayout(tx: Kysely<ViewsSchema>): Promise<void> {
  const former = await sql<{ there: boolean }>`SELECT to_regclass('views.shard') IS NOT NULL AS there`.execute(tx);
  if (!former.rows[0]?.there) return;
  const tables = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'views' AND tablename LIKE 'row\\_%'`.execute(tx);
  for (const { name } of tables.rows) await sql`DROP TABLE views.${sql.id(name)}`.execute(tx);
  await sql`DROP TABLE IF EXISTS views.generation, views.shard, views.entry, views.head`.execute(tx);
}
