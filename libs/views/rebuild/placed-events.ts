import { type Kysely, sql } from 'kysely';
import type { LoggedEvent } from '#log/contract/codec';
import type { ViewsSchema } from '../database/tables.ts';
import type { PlacedEvent } from '../engine/batch.ts';
import type { Place } from '../engine/steps.ts';
import type { LogReader } from '../index/event-loader.ts';
import { shardOf } from '../index/shards.ts';
import { RebuildError } from './errors.ts';

export interface Range {
  /** The ordinal before the first event. */
  readonly after: number;
  /** The ordinal of the last event. */
  readonly until: number;
}

/** What is folded at one go, in log order. */
export interface PlacedBatch extends Range {
  readonly places: readonly Place[];
  /** The events at these places; none when they are not asked for. */
  readonly events: readonly PlacedEvent[];
}

/**
 * The events of a range of ordinals, in batches. They are read once and straight from the log, which is far faster than
 * reading the streams of one shard after another; the index gives what the log does not say: the place to begin at, and
 * the subjects of corrections. The last event of each batch must be the one that the index has there.
 *
 * @throws RebuildError when index and log differ.
 */
export async function* placedEvents(
  source: { readonly db: Kysely<ViewsSchema>; readonly log: LogReader },
  range: Range,
  batchSize: number,
): AsyncGenerator<PlacedBatch> {
  if (range.after >= range.until) return;
  const after = await positionOf(source.db, range.after);
  let ordinal = range.after;
  let batch: LoggedEvent[] = [];
  for await (const event of source.log.readAll(after === undefined ? {} : { after })) {
    batch.push(event);
    if (batch.length < batchSize && ordinal + batch.length < range.until) continue;
    yield await placed(source.db, ordinal, batch);
    ordinal += batch.length;
    if (ordinal === range.until) return;
    batch = [];
  }
  throw RebuildError.indexDiffers(ordinal + batch.length + 1);
}

/** The places of a range in batches, without the events: for what is derived from rows that are there already. */
export async function* placesOnly(
  db: Kysely<ViewsSchema>,
  range: Range,
  batchSize: number,
): AsyncGenerator<PlacedBatch> {
  for (let { after } = range; after < range.until; ) {
    const places = await db
      .selectFrom('views.entry')
      .select(['ordinal', 'programme', 'shard', 'event'])
      .where('ordinal', '>', after)
      .where('ordinal', '<=', range.until)
      .orderBy('ordinal')
      .limit(batchSize)
      .execute();
    const until = places.at(-1)?.ordinal ?? range.until;
    yield { after, until, places, events: [] };
    after = until;
  }
}

async function positionOf(db: Kysely<ViewsSchema>, ordinal: number): Promise<bigint | undefined> {
  if (ordinal === 0) return undefined;
  const entry = db.selectFrom('views.entry').select('position').where('ordinal', '=', ordinal);
  return BigInt((await entry.executeTakeFirstOrThrow()).position);
}

interface Known {
  ordinal: number;
  event: string;
  subjects: string[];
}

async function placed(db: Kysely<ViewsSchema>, after: number, batch: readonly LoggedEvent[]): Promise<PlacedBatch> {
  const until = after + batch.length;
  const asked = batch.flatMap((event, i) => (event.corrects ? [after + i + 1] : []));
  const { rows } = await sql<Known>`
    SELECT ordinal, event, subjects FROM views.entry WHERE ordinal = ANY(${[...asked, until]}::bigint[])`.execute(db);
  const known = new Map(rows.map((row) => [row.ordinal, row]));
  if (known.get(until)?.event !== batch.at(-1)?.id) throw RebuildError.indexDiffers(until);
  const shards = new Map<string | undefined, number>();
  const events: PlacedEvent[] = [];
  const places: Place[] = [];
  for (const [i, event] of batch.entries()) {
    const ordinal = after + i + 1;
    const { programme } = event.envelope;
    const shard = shards.get(programme) ?? shardOf(programme);
    shards.set(programme, shard);
    const subjects = (event.corrects && known.get(ordinal)?.subjects) ?? event.subjects;
    events.push({ event, ordinal, programme: programme ?? null, shard, subjects });
    places.push({ ordinal, programme: programme ?? null, shard, event: event.id });
  }
  return { after, until, places, events };
}
