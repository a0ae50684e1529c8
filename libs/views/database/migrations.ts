import { type Kysely, sql } from 'kysely';
import type { ViewDefinition } from '../engine/view-definition.ts';
import { dropFormerLayout } from './former-layout.ts';
import { ensureLive, withoutLive } from './generations.ts';
import type { ViewsSchema } from './tables.ts';

/** Two processes that start together must not make the same table at once. */
const migrationLock = 7_306_150_001;

/** Raised whenever a statement is added below: the next start then runs them all. */
const layoutVersion = 2;

/** Each may be run again, and none may break a release that runs beside this one: tables and columns are only added. */
const statements = [
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
     actor uuid NOT NULL,
     role text NOT NULL,
     channel text NOT NULL,
     happened_by timestamptz,
     subjects text[] NOT NULL,
     UNIQUE (stream, revision))`,
  'CREATE INDEX IF NOT EXISTS entry_by_shard ON views.entry (shard, ordinal)',
  'CREATE INDEX IF NOT EXISTS entry_by_time ON views.entry (effective_at, ordinal)',
  'CREATE INDEX IF NOT EXISTS entry_by_type ON views.entry (type, ordinal)',
  'CREATE INDEX IF NOT EXISTS entry_by_corrected ON views.entry (corrects) WHERE corrects IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS entry_by_subject ON views.entry USING gin (subjects) WITH (fastupdate = off)',
  `CREATE TABLE IF NOT EXISTS views.layout (
     single boolean PRIMARY KEY DEFAULT true CHECK (single),
     version integer NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS views.generation (
     id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     view text NOT NULL,
     version integer NOT NULL,
     fold text NOT NULL,
     status text NOT NULL CHECK (status IN ('live', 'previous', 'filling')),
     followed boolean NOT NULL,
     inputs integer[] NOT NULL DEFAULT '{}',
     made_by text NOT NULL,
     made_at timestamptz NOT NULL DEFAULT now(),
     switched_at timestamptz,
     UNIQUE (fold, status) DEFERRABLE INITIALLY IMMEDIATE)`,
  // Written at every batch: room in its pages keeps the writes out of the index.
  `CREATE TABLE IF NOT EXISTS views.progress (
     generation integer NOT NULL REFERENCES views.generation ON DELETE CASCADE,
     shard smallint NOT NULL,
     ordinal bigint NOT NULL,
     stamp bigint NOT NULL DEFAULT 0,
     PRIMARY KEY (generation, shard)) WITH (fillfactor = 30)`,
  `CREATE TABLE IF NOT EXISTS views.parked (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     generation integer NOT NULL REFERENCES views.generation ON DELETE CASCADE,
     key text NOT NULL,
     programme uuid,
     shard smallint NOT NULL,
     event uuid NOT NULL,
     from_ordinal bigint NOT NULL,
     until_ordinal bigint,
     error text NOT NULL,
     parked_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (generation, key, from_ordinal))`,
  'CREATE INDEX IF NOT EXISTS parked_now ON views.parked (shard) WHERE until_ordinal IS NULL',
  // What people decided is not in the log, so it does not go when the views are made again.
  'CREATE SCHEMA IF NOT EXISTS operations',
  `CREATE TABLE IF NOT EXISTS operations.left_alone (
     view text NOT NULL,
     key text NOT NULL,
     event uuid NOT NULL,
     reason text NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (view, key, event))`,
];

/**
 * Makes what is missing, under a lock, so that any number of processes may start at once: tables, and for each fold of
 * this release that is new to the database a generation, which the workers fill.
 */
export async function migrate(
  db: Kysely<ViewsSchema>,
  views: readonly ViewDefinition[],
  isLogLong: () => Promise<boolean>,
): Promise<void> {
  // Making an index that is there already would still wait for whoever writes; a start in the middle of work must not.
  if (await isComplete(db, views)) return;
  await db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx);
    await dropFormerLayout(tx);
    for (const statement of statements) await sql.raw(statement).execute(tx);
    await ensureLive(tx, views, isLogLong);
    await tx
      .insertInto('views.layout')
      .values({ version: layoutVersion })
      .onConflict((conflict) =>
        conflict.column('single').doUpdateSet({ version: sql`greatest(layout.version, excluded.version)` }),
      )
      .execute();
  });
}

async function isComplete(db: Kysely<ViewsSchema>, views: readonly ViewDefinition[]): Promise<boolean> {
  const table = await sql<{ there: boolean }>`SELECT to_regclass('views.layout') IS NOT NULL AS there`.execute(db);
  if (!table.rows[0]?.there) return false;
  const layout = await db.selectFrom('views.layout').select('version').executeTakeFirst();
  return (layout?.version ?? 0) >= layoutVersion && (await withoutLive(db, views)).length === 0;
}
