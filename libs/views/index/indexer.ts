import { type Kysely, sql, type Transaction } from 'kysely';
import { surelyHappenedBy } from '#domain/kernel/days';
import type { LoggedEvent } from '#log/contract/codec';
import type { HeadTable, ViewsSchema } from '../database/tables.ts';
import { mayBeLost } from '../database/transaction.ts';
import { type Entry, progressChannel } from './entry.ts';
import { LogMismatch, PositionsOutOfOrder } from './errors.ts';
import { shardOf } from './shards.ts';

/** How far the index is: 0 and -1 when it is empty. */
export interface Head {
  readonly log: string;
  readonly purpose: 'production' | 'example';
  readonly ordinal: number;
  readonly position: bigint;
  readonly effectiveAt: string;
}

/** A dispatcher that vanished holds up the next one no longer than this. */
const silentForMs = 3_000;

/** Before the first event of any log. */
const beginningOfTime = '1970-01-01T00:00:00.000Z';

/**
 * The index's head. It is made for this log when there is none.
 *
 * @throws LogMismatch when the index was made from another log.
 */
export async function openHead(
  db: Kysely<ViewsSchema>,
  log: { id: string; purpose: 'production' | 'example' },
): Promise<Head> {
  await db
    .insertInto('views.head')
    .values({ log: log.id, purpose: log.purpose, ordinal: 0, position: '-1', effective_at: beginningOfTime })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const head = await readHead(db);
  if (!head || head.log !== log.id) throw LogMismatch.other(head?.log ?? 'none', log.id);
  return head;
}

/** The index's head; undefined before the first dispatcher ran. */
export async function readHead(db: Kysely<ViewsSchema>): Promise<Head | undefined> {
  const row = await db.selectFrom('views.head').selectAll().executeTakeFirst();
  return row && headOf(row);
}

/** The head as its row tells it. */
export function headOf(row: Omit<HeadTable, 'single'>): Head {
  const { log, purpose, ordinal, effective_at } = row;
  return { log, purpose, ordinal, position: BigInt(row.position), effectiveAt: effective_at };
}

/**
 * Adds a batch of events to the index, in one transaction, and gives the entries. `after` is the head that the batch
 * follows: when the index is elsewhere (another dispatcher led, or a crash lost its last commits), nothing is added and
 * undefined comes back; the caller starts again from the head.
 */
export function addToIndex(
  db: Kysely<ViewsSchema>,
  after: Pick<Head, 'position'>,
  events: readonly LoggedEvent[],
): Promise<{ entries: Entry[]; head: Head } | undefined> {
  return db.transaction().execute(async (tx) => {
    await mayBeLost(tx, silentForMs);
    const row = await tx.selectFrom('views.head').selectAll().forUpdate().executeTakeFirstOrThrow();
    const head = headOf(row);
    if (head.position !== after.position) return undefined;
    const entries = await entriesFor(tx, head, events);
    const last = entries.at(-1);
    if (!last) return { entries, head };
    await insertEntries(tx, entries);
    const { ordinal, position, effective_at } = last;
    await tx.updateTable('views.head').set({ ordinal, position, effective_at }).execute();
    await sql`SELECT pg_notify(${progressChannel}, ${`${ordinal}`})`.execute(tx);
    return { entries, head: { ...head, ordinal, position: BigInt(position), effectiveAt: effective_at } };
  });
}

async function entriesFor(tx: Transaction<ViewsSchema>, head: Head, events: readonly LoggedEvent[]): Promise<Entry[]> {
  const corrected = await subjectsOfCorrected(tx, events);
  const entries: Entry[] = [];
  let { ordinal, position, effectiveAt } = head;
  for (const event of events) {
    if (event.position <= position) throw new PositionsOutOfOrder(position, event);
    ordinal += 1;
    position = event.position;
    if (event.recordedAt > effectiveAt) effectiveAt = event.recordedAt;
    entries.push(entryFor(event, ordinal, effectiveAt, corrected));
  }
  return entries;
}

function entryFor(
  event: LoggedEvent,
  ordinal: number,
  effectiveAt: string,
  corrected: Map<string, Set<string>>,
): Entry {
  const root = event.corrects?.event ?? event.id;
  const known = corrected.get(root);
  const subjects = new Set<string>([...event.subjects, ...((event.corrects && known) ?? [])]);
  // Only facts that something in this batch corrects are followed; the others need no memory.
  if (known) for (const subject of subjects) known.add(subject);
  return {
    ordinal,
    position: `${event.position}`,
    stream: event.stream,
    revision: event.revision,
    event: event.id,
    type: event.storedAs ?? event.type,
    recorded_at: event.recordedAt,
    effective_at: effectiveAt,
    programme: event.envelope.programme ?? null,
    shard: shardOf(event.envelope.programme),
    corrects: event.corrects?.event ?? null,
    actor: event.envelope.actor,
    role: event.envelope.role,
    channel: event.envelope.channel.kind,
    happened_by: event.occurredOn ? surelyHappenedBy(event.occurredOn) : null,
    subjects: [...subjects],
  };
}

/** For each fact that this batch corrects: every subject that it and its earlier corrections named. */
async function subjectsOfCorrected(
  tx: Transaction<ViewsSchema>,
  events: readonly LoggedEvent[],
): Promise<Map<string, Set<string>>> {
  const roots = new Set(events.flatMap((event) => (event.corrects ? [event.corrects.event] : [])));
  const subjects = new Map<string, Set<string>>([...roots].map((root) => [root, new Set<string>()]));
  if (roots.size === 0) return subjects;
  const rows = await tx
    .selectFrom('views.entry')
    .select(['event', 'corrects', 'subjects'])
    .where((eb) => eb.or([eb('event', 'in', [...roots]), eb('corrects', 'in', [...roots])]))
    .execute();
  for (const row of rows) for (const subject of row.subjects) subjects.get(row.corrects ?? row.event)?.add(subject);
  return subjects;
}

/** One statement whatever the size of the batch: the parameters of an ordinary insert would be too many. */
async function insertEntries(tx: Transaction<ViewsSchema>, entries: readonly Entry[]): Promise<void> {
  await sql`
    INSERT INTO views.entry (ordinal, position, stream, revision, event, type, recorded_at, effective_at, programme,
                             shard, corrects, actor, role, channel, happened_by, subjects)
    SELECT e.ordinal, e.position, e.stream, e.revision, e.event, e.type, e.recorded_at, e.effective_at, e.programme,
           e.shard, e.corrects, e.actor, e.role, e.channel, e.happened_by,
           ARRAY(SELECT jsonb_array_elements_text(e.subjects))
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS e (
      ordinal bigint, position numeric, stream text, revision bigint, event uuid, type text, recorded_at timestamptz,
      effective_at timestamptz, programme uuid, shard smallint, corrects uuid, actor uuid,
      role text, channel text, happened_by timestamptz, subjects jsonb)`.execute(tx);
}
