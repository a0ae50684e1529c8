import { type Kysely, sql } from 'kysely';
import { release } from '#log/release';
import { foldOf } from '../engine/fold-hash.ts';
import { inputsOf, type ViewDefinition } from '../engine/view-definition.ts';
import { rowIndexes, rowTable, type Tabled, tableOf } from './row-table.ts';
import { shardCount } from './shard-count.ts';
import type { GenerationStatus, ViewsSchema } from './tables.ts';

/** The rows of one view, as one fold made them, in a table of their own. */
export interface Generation extends Tabled {
  readonly id: number;
  readonly view: ViewDefinition;
  readonly status: GenerationStatus;
  /** Whether the workers fold what is new into it. */
  readonly followed: boolean;
  /** The generations from whose rows it is derived. */
  readonly inputs: readonly number[];
}

/** Every generation that has one of these folds; those of other releases are left out. */
export async function generationsOf(
  db: Kysely<ViewsSchema>,
  byFold: ReadonlyMap<string, ViewDefinition>,
): Promise<Generation[]> {
  const known = await db
    .selectFrom('views.generation')
    .select(['id', 'fold', 'status', 'followed', 'inputs'])
    .where('fold', 'in', [...byFold.keys()])
    .orderBy('id')
    .execute();
  return known.flatMap(({ fold, ...rest }) => {
    const view = byFold.get(fold);
    return view ? [{ ...rest, view }] : [];
  });
}

/**
 * Gives every view whose fold has no live generation an empty one. What other folds made is left as it is. When there is
 * something in the index, or the log is long, it is filled from the log at one go first; otherwise the workers follow the
 * log into it from the start.
 */
export async function ensureLive(
  tx: Kysely<ViewsSchema>,
  views: readonly ViewDefinition[],
  isLogLong: () => Promise<boolean>,
): Promise<void> {
  const missing = new Set(await withoutLive(tx, views));
  if (missing.size === 0) return;
  const head = await tx.selectFrom('views.head').select('ordinal').executeTakeFirst();
  const isIndexed = (head?.ordinal ?? 0) > 0;
  const followed = !isIndexed && !(await isLogLong());
  // What a view is derived from stands before it.
  for (const view of views) if (missing.has(view)) await makeGeneration(tx, view, { status: 'live', followed });
}

/** The views whose fold has no live generation. */
export async function withoutLive(
  tx: Kysely<ViewsSchema>,
  views: readonly ViewDefinition[],
): Promise<readonly ViewDefinition[]> {
  const live = await tx.selectFrom('views.generation').select('fold').where('status', '=', 'live').execute();
  const folds = new Set(live.map(({ fold }) => fold));
  return views.filter((view) => !folds.has(foldOf(view)));
}

/**
 * Makes an empty generation: its table, and every shard at the beginning. A derived one is made of the generations that
 * are made `along` with it, and otherwise of the live ones: of what else is being made, nobody knows whether it will be in use.
 */
export async function makeGeneration(
  tx: Kysely<ViewsSchema>,
  view: ViewDefinition,
  { status, followed, along = [] }: Pick<Generation, 'status' | 'followed'> & { along?: readonly Generation[] },
): Promise<Generation> {
  const inputs = await inputsFor(tx, view, along);
  const { id } = await tx
    .insertInto('views.generation')
    .values({ view: view.name, version: view.version, fold: foldOf(view), status, followed, inputs, made_by: release })
    .returning('id')
    .executeTakeFirstOrThrow();
  const generation = { id, view, status, followed, inputs };
  for (const statement of rowTable(generation)) await sql.raw(statement).execute(tx);
  if (followed) await makeReady(tx, generation);
  // While it is filled, everything in it is new: there is nothing to clean up, and it would only be in the way.
  else await sql`ALTER TABLE ${sql.raw(`views.${tableOf(generation)}`)} SET (autovacuum_enabled = false)`.execute(tx);
  await sql`INSERT INTO views.progress (generation, shard, ordinal)
            SELECT ${id}, n, 0 FROM generate_series(0, ${sql.lit(shardCount - 1)}) n`.execute(tx);
  return generation;
}

/** Makes a generation ready for questions: its indexes, and what PostgreSQL has to know of its rows to find them. */
export async function makeReady(tx: Kysely<ViewsSchema>, generation: Pick<Generation, 'id' | 'view'>): Promise<void> {
  const table = sql.raw(`views.${tableOf(generation)}`);
  for (const statement of rowIndexes(generation)) await sql.raw(statement).execute(tx);
  await sql`ALTER TABLE ${table} RESET (autovacuum_enabled)`.execute(tx);
  await sql`ANALYZE ${table}`.execute(tx);
}

async function inputsFor(
  tx: Kysely<ViewsSchema>,
  view: ViewDefinition,
  along: readonly Generation[],
): Promise<number[]> {
  if (!view.derived) return [];
  const views = inputsOf(view.derived);
  const live = await tx
    .selectFrom('views.generation')
    .select(['id', 'fold'])
    .where('fold', 'in', views.map(foldOf))
    .where('status', '=', 'live')
    .execute();
  return views.map((of) => {
    const input = along.find((one) => one.view === of) ?? live.find(({ fold }) => fold === foldOf(of));
    if (!input) throw new Error(`The view ${view.name} is derived from a view that has no rows`);
    return input.id;
  });
}

/**
 * Takes a generation away, with its table. Waits for whoever is folding into it. What was derived from it goes on from
 * the live generation of the same fold, which has the same rows.
 */
export async function dropGeneration(
  tx: Kysely<ViewsSchema>,
  { id, view }: { readonly id: number; readonly view: string },
): Promise<void> {
  await sql`
    UPDATE views.generation AS d SET inputs = array_replace(d.inputs, ${id}, live.id)
    FROM views.generation AS gone JOIN views.generation AS live ON live.fold = gone.fold AND live.status = 'live'
    WHERE gone.id = ${id} AND live.id <> ${id} AND ${id} = ANY(d.inputs)`.execute(tx);
  await tx.deleteFrom('views.generation').where('id', '=', id).execute();
  await sql`DROP TABLE IF EXISTS ${sql.raw(`views.${tableOf({ id, view: { name: view } })}`)}`.execute(tx);
}

/**
 * Empties the live generations of every release and sets them back to the beginning, for the workers to follow the log
 * into them again, or to go on with filling them; the others are dropped.
 */
export async function emptyGenerations(tx: Kysely<ViewsSchema>): Promise<void> {
  const all = await tx.selectFrom('views.generation').select(['id', 'view', 'status']).orderBy('id').execute();
  for (const { id, view, status } of all) {
    if (status === 'live') await sql`TRUNCATE ${sql.raw(`views.${tableOf({ id, view: { name: view } })}`)}`.execute(tx);
    else await dropGeneration(tx, { id, view });
  }
  await sql`UPDATE views.progress SET ordinal = 0, stamp = 0`.execute(tx);
  await sql`DELETE FROM views.parked`.execute(tx);
}
