import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { ViewsSchema } from './tables.ts';

/** The class of the locks; the number of each lock is of a fold. */
const carriedLock = 730_615;

/** The first 31 bits of the hash: two folds with the same number only keep each other from being dropped. */
function lockOf(fold: string): number {
  return Number.parseInt(fold.slice(0, 8), 16) >>> 1;
}

/**
 * Says, for as long as this session lasts, that a running process carries these folds: nobody drops their generations.
 * PostgreSQL forgets it when the process dies.
 */
export async function carryFolds(session: pg.Client, folds: readonly string[]): Promise<void> {
  await session.query('SELECT pg_advisory_lock_shared($1, n) FROM unnest($2::integer[]) AS n', [
    carriedLock,
    folds.map(lockOf),
  ]);
}

/** The folds of these that a running process carries. */
export async function carriedOf(db: Kysely<ViewsSchema>, folds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ lock: number }>`
    SELECT DISTINCT objid::bigint AS lock FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 2 AND classid = ${sql.lit(carriedLock)} AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(db);
  const locks = new Set(rows.map(({ lock }) => lock));
  return new Set(folds.filter((fold) => locks.has(lockOf(fold))));
}

/** Whether a running process carries folds other than these: another release, beside this one. */
export async function othersRun(db: Kysely<ViewsSchema>, own: readonly string[]): Promise<boolean> {
  const found = await db
    .selectFrom('views.generation')
    .select('fold')
    .where('status', '=', 'live')
    .where('fold', 'not in', [...own])
    .execute();
  const folds = found.map(({ fold }) => fold);
  return folds.length > 0 && (await carriedOf(db, folds)).size > 0;
}

/** Takes a fold for one transaction, so that no process can begin to carry it; false when one does. */
export async function takeFold(tx: Kysely<ViewsSchema>, fold: string): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    SELECT pg_try_advisory_xact_lock(${sql.lit(carriedLock)}, ${lockOf(fold)}::integer) AS free`.execute(tx);
  return rows[0]?.free ?? false;
}
