import { type Kysely, sql } from 'kysely';
import { type Generation, generationsOf, makeReady } from '../database/generations.ts';
import type { ViewsSchema } from '../database/tables.ts';
import { progressChannel } from '../index/entry.ts';
import { readHead } from '../index/indexer.ts';
import type { Views } from '../views.ts';
import { RebuildError } from './errors.ts';
import { fillBatches } from './fill-batches.ts';
import { type Folders, foldersFor } from './folders/start.ts';
import { oneAhead } from './one-ahead.ts';
import { passedBy } from './passed.ts';
import { placedEvents, placesOnly, type Range } from './placed-events.ts';

/** The events that are folded at one go, when nothing else is said. */
const usualBatch = 1_000;

export interface FillOptions {
  readonly views: Pick<Views, 'db' | 'log' | 'loader' | 'registry' | 'workbench'>;
  /** What to fill; nobody else may be filling it, and the workers do not follow it yet. */
  readonly generations: readonly Generation[];
  /** The events that are folded at one go. */
  readonly batchSize?: number | undefined;
  /** Who folds; as many as the machine has cores for when left out. */
  readonly folders?: Folders | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told after each batch: the ordinal that was come to, and the one to come to. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Fills generations from the log, all in one reading of it, up to the end of the index, and hands them over to the
 * workers, who follow the log from there. Every few seconds what is filled is committed with its progress, so that a
 * filling that is killed at any moment goes on from there.
 *
 * @throws RebuildError when it is interrupted, or when index and log differ.
 */
export async function fill(options: FillOptions): Promise<void> {
  const { db } = options.views;
  await fillToEnd(options);
  await makeAllReady(db, options.generations);
  // What was recorded meanwhile: who has seen it must not be told that it is not there yet.
  await fillToEnd(options);
  await follow(db, options.generations);
}

async function fillToEnd(options: FillOptions): Promise<void> {
  const { db } = options.views;
  const levels = await levelsOf(db, options.generations);
  for (;;) {
    const head = await readHead(db);
    if (!head) throw RebuildError.nothingIndexed();
    const [rearmost, next] = levels;
    if (!rearmost) break;
    const ahead = await aheadOf(options.views, rearmost.generations);
    const passed =
      ahead.length === 0
        ? head.ordinal
        : await passedBy(
            db,
            ahead.map(({ id }) => id),
          );
    const until = Math.min(next?.ordinal ?? passed, passed);
    if (until <= rearmost.ordinal) break;
    await fillRange(options, { ...rearmost, ahead }, { after: rearmost.ordinal, until });
    rearmost.ordinal = until;
    if (next?.ordinal === until) {
      levels.splice(0, 2, { ordinal: until, generations: [...rearmost.generations, ...next.generations] });
    }
  }
}

/**
 * What is derived is made from the rows of the same filling, or, where those are there already, from their tables: then
 * it can go no further than they have.
 */
async function aheadOf(
  { db, registry }: FillOptions['views'],
  generations: readonly Generation[],
): Promise<Generation[]> {
  const filled = new Set(generations.map(({ id }) => id));
  const inputs = new Set(generations.flatMap((one) => one.inputs).filter((id) => !filled.has(id)));
  return inputs.size === 0 ? [] : (await generationsOf(db, registry.byFold)).filter(({ id }) => inputs.has(id));
}

interface Level {
  ordinal: number;
  readonly generations: readonly Generation[];
}

/** Where the generations are, the rearmost first. While they are filled, all shards are at the same ordinal. */
async function levelsOf(db: Kysely<ViewsSchema>, generations: readonly Generation[]): Promise<Level[]> {
  const levels = new Map<number, Generation[]>();
  for (const generation of generations) {
    const { ordinal } = await db
      .selectFrom('views.progress')
      .select((eb) => eb.fn.min('ordinal').as('ordinal'))
      .where('generation', '=', generation.id)
      .executeTakeFirstOrThrow();
    levels.set(ordinal, [...(levels.get(ordinal) ?? []), generation]);
  }
  const found = [...levels].map(([ordinal, members]) => ({ ordinal, generations: members }));
  return found.sort((a, b) => a.ordinal - b.ordinal);
}

async function fillRange(
  { views, signal, onProgress, batchSize = usualBatch, folders: chosen }: FillOptions,
  { generations, ahead }: Level & { readonly ahead: readonly Generation[] },
  range: Range,
): Promise<void> {
  const isFolded = generations.some(({ view }) => !view.derived);
  const folders = chosen ?? foldersFor(range.until - range.after);
  const batches = isFolded ? placedEvents(views, range, batchSize) : placesOnly(views.db, range, batchSize);
  const onFolded = (ordinal: number) => onProgress?.(ordinal, range.until);
  await fillBatches({ views, generations, ahead, folders, onFolded }, untilStopped(oneAhead(batches), signal));
  if (signal?.aborted) throw RebuildError.interrupted();
}

async function* untilStopped<T>(batches: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const batch of batches) {
    if (signal?.aborted) return;
    yield batch;
  }
}

async function makeAllReady(db: Kysely<ViewsSchema>, generations: readonly Generation[]): Promise<void> {
  for (const generation of generations) await db.transaction().execute((tx) => makeReady(tx, generation));
  // Whoever folds works out once how it finds what is behind, and PostgreSQL looks at a new index only after a minute.
  await sql`ANALYZE views.entry, views.progress`.execute(db);
}

/** From now on the workers follow the log into these generations, and questions may be asked of them. */
async function follow(db: Kysely<ViewsSchema>, generations: readonly Generation[]): Promise<void> {
  const ids = generations.map(({ id }) => id);
  await sql`UPDATE views.generation SET followed = true WHERE id = ANY(${ids}::integer[])`.execute(db);
  await sql`SELECT pg_notify(${progressChannel}, 'filled')`.execute(db);
}
