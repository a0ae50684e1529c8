import { type Kysely, sql, type Transaction } from 'kysely';
import type { ViewsSchema } from '../database/tables.ts';
import { type Entry, progressChannel } from '../index/entry.ts';
import type { EventLoader } from '../index/event-loader.ts';
import { changesOf, type RowsBefore } from './fold.ts';
import { RowBatch } from './row-store.ts';
import { keysOf, subjectOf, typesOf, type ViewDefinition } from './view-definition.ts';

/** Entries of one transaction. */
const largestBatch = 500;

export interface Engine {
  readonly db: Kysely<ViewsSchema>;
  readonly loader: EventLoader;
  readonly views: readonly ViewDefinition[];
}

/**
 * Folds what is new in a shard into all views, and gives how many entries that were. Entries, rows and the shard's
 * ordinal move in one transaction under the shard's lock, so it may be called at any time, any number of times and in
 * any number of processes. Looks again after each commit, so that what arrived meanwhile needs no other nudge.
 *
 * With `unlessBusy` a shard that another worker holds is left alone.
 *
 * @throws what a fold throws; the shard then stays where it was, and nothing of that batch is seen.
 */
export async function advance(engine: Engine, shard: number, options: { unlessBusy?: boolean } = {}): Promise<number> {
  let folded = 0;
  let batch: number;
  do {
    batch = await engine.db.transaction().execute((tx) => advanceOnce(engine, tx, shard, options));
    folded += batch;
  } while (batch > 0);
  return folded;
}

async function advanceOnce(
  engine: Engine,
  tx: Transaction<ViewsSchema>,
  shard: number,
  options: { unlessBusy?: boolean },
): Promise<number> {
  await sql`SET LOCAL synchronous_commit = off`.execute(tx);
  const lock = tx.selectFrom('views.shard').select('ordinal').where('shard', '=', shard).forUpdate();
  const at = await (options.unlessBusy ? lock.skipLocked() : lock).executeTakeFirst();
  if (!at) return 0;
  const entries = await nextEntries(tx, shard, at.ordinal);
  const last = entries.at(-1);
  if (!last) return 0;
  await foldEntries(engine, tx, shard, entries);
  await tx.updateTable('views.shard').set({ ordinal: last.ordinal }).where('shard', '=', shard).execute();
  await sql`SELECT pg_notify(${progressChannel}, ${`${shard}:${last.ordinal}`})`.execute(tx);
  return entries.length;
}

function nextEntries(tx: Transaction<ViewsSchema>, shard: number, after: number): Promise<Entry[]> {
  return tx
    .selectFrom('views.entry')
    .selectAll()
    .where('shard', '=', shard)
    .where('ordinal', '>', after)
    .orderBy('ordinal')
    .limit(largestBatch)
    .execute();
}

async function foldEntries(
  { loader, views }: Engine,
  tx: Transaction<ViewsSchema>,
  shard: number,
  entries: readonly Entry[],
): Promise<void> {
  const events = await loader.load(entries);
  const rows = new RowBatch(tx, shard);
  for (const view of views) {
    const touching = entries.filter((entry) => entry.corrects !== null || entry.type in view.on);
    await rows.read(view, [...new Set(touching.flatMap((entry) => keysOf(view, entry.subjects)))]);
  }
  const before: RowsBefore = {
    current: (view, key) => rows.current(view, key),
    story: async (view, key, until) => loader.load(await storyEntries(tx, view, key, until)),
  };
  for (const [i, entry] of entries.entries()) {
    const event = events[i];
    if (!event) throw new Error(`Ordinal ${entry.ordinal} has no event`);
    const folded = { event, ordinal: entry.ordinal, subjects: entry.subjects };
    for (const view of views) {
      for (const change of await changesOf(view, folded, before)) rows.change(change, entry.ordinal, entry.programme);
    }
  }
  await rows.write(views);
}

/**
 * Where the events of a row's story stand: those that its view folds, what corrects any of them, and the facts that are
 * corrected, for a correction can name a row that the fact did not, and still stands in the fact's place.
 */
async function storyEntries(
  tx: Transaction<ViewsSchema>,
  view: ViewDefinition,
  key: string,
  until: number,
): Promise<Pick<Entry, 'stream' | 'revision'>[]> {
  const { rows } = await sql<Pick<Entry, 'stream' | 'revision'>>`
    WITH named AS (
      SELECT ordinal, stream, revision, event, corrects FROM views.entry
      WHERE subjects @> ARRAY[${subjectOf(view, key)}]::text[] AND ordinal <= ${until}
        AND (type = ANY(${typesOf(view)}::text[]) OR corrects IS NOT NULL))
    SELECT stream, revision FROM (
      SELECT ordinal, stream, revision FROM named
      UNION
      SELECT e.ordinal, e.stream, e.revision FROM named n JOIN views.entry e ON e.event = n.corrects) story
    ORDER BY ordinal`.execute(tx);
  return rows;
}

/** The shards that have entries which are not folded yet. */
export async function shardsBehind(db: Kysely<ViewsSchema>): Promise<number[]> {
  const { rows } = await sql<{ shard: number }>`
    SELECT s.shard FROM views.shard s
    WHERE EXISTS (SELECT 1 FROM views.entry e WHERE e.shard = s.shard AND e.ordinal > s.ordinal)
    ORDER BY s.shard`.execute(db);
  return rows.map((row) => row.shard);
}
