import { type RawBuilder, sql } from 'kysely';
import { type Generation, generationsOf } from './database/generations.ts';
import type { EventLoader } from './index/event-loader.ts';
import { compareIndex } from './verify/compare-index.ts';
import { compareParked } from './verify/compare-parked.ts';
import { compareRows } from './verify/compare-rows.ts';
import { type Difference, Found } from './verify/difference.ts';
import { MemoryFold } from './verify/memory-fold.ts';
import { type Slice, slicesOf, within } from './verify/slices.ts';
import type { Views } from './views.ts';

export type { Difference } from './verify/difference.ts';

export interface Verification {
  /** Everything up to and including this ordinal was compared. */
  readonly ordinal: number;
  readonly events: number;
  /** Rows that are current at that ordinal. */
  readonly rows: number;
  readonly versions: number;
  /** Rows that are parked at that ordinal: their fold threw, also afresh. */
  readonly parked: number;
  /** The first thousand. */
  readonly differences: readonly Difference[];
  /** All of them. */
  readonly differenceCount: number;
}

export interface VerifyOptions {
  readonly views: Pick<Views, 'db' | 'log' | 'loader' | 'registry' | 'basis'>;
  /** Told now and then how many events of how many are compared or folded: each counts twice. */
  readonly onProgress?: (done: number, total: number) => void;
}

const tellEvery = 250;

/**
 * Compares what is in use with the log, up to the ordinal that all shards have passed: the index with every event, and
 * every version of every row with a fresh fold by the same pure folds, in memory and by other code than the engine's.
 * Changes nothing, and may run while the product is in use.
 *
 * The log is read twice: once in its order for the index, and once by programme for the rows, so that memory grows with
 * the largest programme and not with the log. That the index is complete is what the first reading proves.
 *
 * @throws NotThereYet when nothing was indexed yet.
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { ordinal } = await options.views.basis({}, 'everything');
  const found = new Found();
  const events = await verifyIndex(options, ordinal, found);
  const counted = await verifyRows(options, ordinal, found);
  return { ordinal, events, ...counted, differences: found.first, differenceCount: found.count };
}

async function verifyIndex({ views, onProgress }: VerifyOptions, ordinal: number, found: Found): Promise<number> {
  const index = await compareIndex(views.db, ordinal, found);
  let events = 0;
  if (ordinal > 0) {
    for await (const event of views.log.readAll()) {
      events += 1;
      await index.next(event, events);
      if (events % tellEvery === 0) onProgress?.(events, 2 * ordinal);
      if (events === ordinal) break;
    }
  }
  if (events < ordinal) {
    found.add({ view: 'index', key: `${events + 1}`, kind: 'not-in-the-log', detail: 'the log is shorter' });
  }
  return events;
}

async function verifyRows(
  { views, onProgress }: VerifyOptions,
  ordinal: number,
  found: Found,
): Promise<{ rows: number; versions: number; parked: number }> {
  const { db, registry } = views;
  const live = (await generationsOf(db, registry.byFold)).filter(
    ({ status, followed }) => status === 'live' && followed,
  );
  const counted = { rows: 0, versions: 0, parked: 0 };
  const known: string[] = [];
  let done = ordinal;
  for await (const slice of slicesOf(db, ordinal)) {
    const expected = await foldSlice(views, slice, ordinal);
    for (const generation of live) {
      const stored = { db, generation, ordinal, condition: within(slice) };
      const { rows, versions } = await compareRows(stored, expected.versionsOf(generation.view), found);
      counted.rows += rows;
      counted.versions += versions;
      counted.parked += await compareParked(stored, expected.episodesOf(generation.view), found);
    }
    known.push(...slice.programmes.flatMap((programme) => programme ?? []));
    done += slice.events;
    onProgress?.(done, 2 * ordinal);
  }
  await verifyNothingElse(views, live, { ordinal, known, found });
  return counted;
}

async function foldSlice(
  { db, loader, registry }: VerifyOptions['views'] & { readonly loader: EventLoader },
  slice: Slice,
  ordinal: number,
): Promise<MemoryFold> {
  const entries = await db
    .selectFrom('views.entry')
    .select(['ordinal', 'stream', 'revision'])
    .where(within(slice))
    .where('ordinal', '<=', ordinal)
    .orderBy('ordinal')
    .execute();
  const events = await loader.load(entries);
  const fold = new MemoryFold(registry.views);
  for (const [i, event] of events.entries()) fold.add(event, entries[i]?.ordinal ?? 0);
  return fold;
}

/** Rows of a programme that the log does not know, or in the shard of another. */
async function verifyNothingElse(
  { db }: VerifyOptions['views'],
  live: readonly Generation[],
  { ordinal, known, found }: { ordinal: number; known: readonly string[]; found: Found },
): Promise<void> {
  const condition: RawBuilder<boolean> = sql`(
    programme <> ALL(${[...known]}::uuid[])
    OR shard IS DISTINCT FROM (SELECT e.shard FROM views.entry e WHERE e.ordinal = from_ordinal))`;
  for (const generation of live) await compareRows({ db, generation, ordinal, condition }, new Map(), found);
}
