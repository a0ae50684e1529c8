import { type Kysely, sql } from 'kysely';
import type { ViewDefinition } from '../engine/view-definition.ts';
import type { ViewsSchema } from './tables.ts';

/** How many shards there are. It is part of what the index says, so changing it means a rebuild. */
export const shardCount = 16;

/** Two processes that start together must not make the same table at once. */
const migrationLock = 7_306_150_001;

const indexTables = [
  'CREATE SCHEMA IF NOT EXISTS views',
  `CREATE TABLE IF NOT EXISTS views.head (
     single boolean PRIMARY KEY DEFAULT true CHECK (single),
     log uuid NOT NULL,
     purpose text NOT NULL,
     ordinal bigint NOT NULL,
     position numeric(20, 0) NOT NULL,
     effective_at timestamptz NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS views.entry (
     ordinal bigint PRIMARY KEY,
     position numeric(20, 0) NOT NULL UNIQUE,
     stream text NOT NULL,
     revision bigint NOT NULL,
     event uuid NOT NULL UNIQUE,
     type text NOT NULL,
     recorded_at timestamptz NOT NULL,
     effective_at timestamptz NOT NULL,
     programme uuid,
     shard smallint NOT NULL,
     corrects uuid,
     subjects text[] NOT NULL,
     UNIQUE (stream, revision))`,
  'CREATE INDEX IF NOT EXISTS entry_by_shard ON views.entry (shard, ordinal)',
  'CREATE INDEX IF NOT EXISTS entry_by_time ON views.entry (effective_at, ordinal)',
  'CREATE INDEX IF NOT EXISTS entry_by_type ON views.entry (type, ordinal)',
  'CREATE INDEX IF NOT EXISTS entry_by_corrected ON views.entry (corrects) WHERE corrects IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS entry_by_subject ON views.entry USING gin (subjects) WITH (fastupdate = off)',
  `CREATE TABLE IF NOT EXISTS views.shard (
     shard smallint PRIMARY KEY,
     ordinal bigint NOT NULL)`,
  `INSERT INTO views.shard SELECT n, 0 FROM generate_series(0, ${shardCount - 1}) n ON CONFLICT DO NOTHING`,
  `CREATE TABLE IF NOT EXISTS views.generation (
     view text PRIMARY KEY,
     fold text NOT NULL)`,
];

/** The tables of one view. Names come from the registry, which checks them. */
function viewTables(table: string): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS views.${table} (
       key text NOT NULL,
       programme uuid,
       shard smallint NOT NULL,
       from_ordinal bigint NOT NULL,
       until_ordinal bigint,
       row jsonb NOT NULL,
       PRIMARY KEY (key, from_ordinal))`,
    `CREATE UNIQUE INDEX IF NOT EXISTS ${table}_now ON views.${table} (key) WHERE until_ordinal IS NULL`,
    `CREATE INDEX IF NOT EXISTS ${table}_by_programme ON views.${table} (programme, from_ordinal, until_ordinal)`,
  ];
}

/** The name of the table of a view. */
export function tableOf(view: Pick<ViewDefinition, 'name'>): string {
  return `row_${view.name.replaceAll('-', '_')}`;
}

/**
 * Makes what is missing, under a lock, so that any number of processes may start at once. When a fold changed since the
 * rows were made, all rows are emptied and the shards set back: the workers fold the log again.
 */
export async function migrate(db: Kysely<ViewsSchema>, views: readonly ViewDefinition[]): Promise<void> {
  // Making an index that is there already would still wait for whoever writes; a start in the middle of work must not.
  if (!(await foldsChanged(db, views))) return;
  await db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx);
    for (const statement of indexTables) await sql.raw(statement).execute(tx);
    for (const view of views) for (const statement of viewTables(tableOf(view))) await sql.raw(statement).execute(tx);
    if (await foldsChanged(tx, views)) await emptyRows(tx, views);
  });
}

/** Raised with the tables themselves: everything is made again then. */
const tablesVersion = 1;

function generationOf(view: ViewDefinition): string {
  return `${tablesVersion}.${view.version}`;
}

async function foldsChanged(tx: Kysely<ViewsSchema>, views: readonly ViewDefinition[]): Promise<boolean> {
  const table = await sql<{ there: boolean }>`SELECT to_regclass('views.generation') IS NOT NULL AS there`.execute(tx);
  if (!table.rows[0]?.there) return true;
  const known = await sql<{ view: string; fold: string }>`SELECT view, fold FROM views.generation`.execute(tx);
  const folds = new Map(known.rows.map((row) => [row.view, row.fold]));
  return views.some((view) => folds.get(view.name) !== generationOf(view));
}

/** Empties the rows of all views and sets every shard back to the beginning; the index stays. */
export async function emptyRows(tx: Kysely<ViewsSchema>, views: readonly ViewDefinition[]): Promise<void> {
  await sql`UPDATE views.shard SET ordinal = 0`.execute(tx);
  for (const view of views) {
    await sql`TRUNCATE ${sql.raw(`views.${tableOf(view)}`)}`.execute(tx);
    await sql`INSERT INTO views.generation VALUES (${view.name}, ${generationOf(view)})
              ON CONFLICT (view) DO UPDATE SET fold = excluded.fold`.execute(tx);
  }
}
