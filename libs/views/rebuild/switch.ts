import { type Kysely, sql, type Transaction } from 'kysely';
import { dropGeneration, type Generation } from '../database/generations.ts';
import type { ViewsSchema } from '../database/tables.ts';
import { foldOf } from '../engine/fold-hash.ts';
import { progressChannel } from '../index/entry.ts';

/** The live generation of a view, and the one that takes its place. */
export interface Exchange {
  readonly live: Generation;
  readonly next: Generation;
}

/**
 * Puts generations in the place of the live ones, all in one transaction. The live ones become the previous ones, and
 * stay as they are: who is reading them reads on, and the workers go on following the log into them. What was kept from
 * before is dropped first. Gives false, and changes nothing, while one of them lacks something that the live one has.
 */
export async function switchOver(db: Kysely<ViewsSchema>, exchanges: readonly Exchange[]): Promise<boolean> {
  const nexts = exchanges.map(({ next }) => next.id);
  const kept = await db
    .selectFrom('views.generation')
    .select(['id', 'view'])
    .where('fold', 'in', ['', ...exchanges.map(({ live }) => foldOf(live.view))])
    .where('status', '=', 'previous')
    .where('id', 'not in', [0, ...nexts])
    .execute();
  for (const old of kept) await db.transaction().execute((tx) => dropGeneration(tx, old));
  return db.transaction().execute((tx) => exchange(tx, exchanges));
}

async function exchange(tx: Transaction<ViewsSchema>, exchanges: readonly Exchange[]): Promise<boolean> {
  const lives = exchanges.map(({ live }) => live.id);
  const nexts = exchanges.map(({ next }) => next.id);
  // Nobody folds into them until this is done, so that what is read never goes back.
  await sql`
    SELECT 1 FROM views.progress WHERE generation = ANY(${[...lives, ...nexts]}::integer[])
    ORDER BY shard, generation FOR UPDATE`.execute(tx);
  if (await lacksSomething(tx, lives, nexts)) return false;
  await sql`
    UPDATE views.generation SET switched_at = now(), status = CASE WHEN id = ANY(${nexts}::integer[]) THEN 'live' ELSE 'previous' END
    WHERE id = ANY(${[...lives, ...nexts]}::integer[])`.execute(tx);
  await sql`SELECT pg_notify(${progressChannel}, 'switched')`.execute(tx);
  return true;
}

async function lacksSomething(
  tx: Transaction<ViewsSchema>,
  lives: readonly number[],
  nexts: readonly number[],
): Promise<boolean> {
  const { rows } = await sql<{ lacking: boolean }>`
    SELECT EXISTS (
      SELECT 1
      FROM unnest(${[...lives]}::integer[], ${[...nexts]}::integer[]) AS x (live, next)
      JOIN views.progress was ON was.generation = x.live
      JOIN views.progress will ON will.generation = x.next AND will.shard = was.shard
      JOIN views.entry e ON e.shard = was.shard AND e.ordinal > will.ordinal AND e.ordinal <= was.ordinal) AS lacking`.execute(
    tx,
  );
  return rows[0]?.lacking ?? false;
}
