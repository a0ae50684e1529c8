import type { Kysely } from 'kysely';
import type pg from 'pg';
import { surelyHappenedBy } from '#domain/kernel/days';
import type { LoggedEvent } from '#log/contract/codec';
import { CopyRows, copyField } from '../database/copy-rows.ts';
import { arrayOf, textLiteral, wholeNumber } from '../database/literals.ts';
import { type Copy, type Prepared, runScript } from '../database/script.ts';
import type { HeadTable, ViewsSchema } from '../database/tables.ts';
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

/** Before the first event of any log. */
const beginningOfTime = '1970-01-01T00:00:00.000Z';

/**
 * The index's head. It is made for this log when there is none; that of an index that was emptied becomes this log's, for
 * nothing is left of the log before.
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
    .onConflict((conflict) =>
      conflict.column('single').doUpdateSet({ log: log.id, purpose: log.purpose }).where('views.head.ordinal', '=', 0),
    )
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

/** What adding to the index needs: a way to ask, and connections that take several statements at once. */
export interface IndexStore {
  readonly db: Kysely<ViewsSchema>;
  readonly connected: <T>(work: (client: pg.ClientBase) => Promise<T>) => Promise<T>;
}

/**
 * Adds a batch of events to the index and gives the entries. `after` is the head that the batch follows: when the index is
 * elsewhere (another dispatcher led, it was emptied, or a crash lost its last commits), nothing is added and undefined
 * comes back; the caller starts again from the head.
 *
 * It is one message to PostgreSQL, which carries it out when it has all of it: a dispatcher that hangs or vanishes leaves
 * no transaction behind that would hold up the next one. What a crash of the machine loses of it is read from the log
 * again.
 */
export async function addToIndex(
  { db, connected }: IndexStore,
  after: Head,
  events: readonly LoggedEvent[],
): Promise<{ entries: Entry[]; head: Head } | undefined> {
  const entries = await entriesFor(db, after, events);
  const last = entries.at(-1);
  if (!last) return { entries, head: after };
  const { ordinal, position, effective_at: effectiveAt } = last;
  const head: Head = { ...after, ordinal, position: BigInt(position), effectiveAt };
  const steps = [
    'BEGIN',
    'SET LOCAL synchronous_commit = off',
    moving(after, head),
    addition(entries),
    `NOTIFY ${progressChannel}, '${wholeNumber(ordinal)}'`,
    'COMMIT',
  ];
  try {
    await connected((client) => runScript(client, steps));
  } catch (error) {
    if (isElsewhere(error)) return undefined;
    throw error;
  }
  return { entries, head };
}

/** Where the head is not as it was left, none is moved: then the division fails, and with it everything. */
function moving(after: Head, { ordinal, position, effectiveAt }: Head): Prepared {
  return {
    prepared: `
      WITH moved AS (
        UPDATE views.head SET ordinal = $1, position = $2, effective_at = $3
        WHERE ordinal = $4 AND position = $5 RETURNING 1)
      SELECT 1 / count(*) FROM moved`,
    types: ['bigint', 'numeric', 'timestamptz', 'bigint', 'numeric'],
    values: [
      wholeNumber(ordinal),
      `${position}`,
      textLiteral(effectiveAt),
      wholeNumber(after.ordinal),
      `${after.position}`,
    ],
  };
}

function isElsewhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '22012';
}

async function entriesFor(db: Kysely<ViewsSchema>, head: Head, events: readonly LoggedEvent[]): Promise<Entry[]> {
  const corrected = await subjectsOfCorrected(db, events);
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
  db: Kysely<ViewsSchema>,
  events: readonly LoggedEvent[],
): Promise<Map<string, Set<string>>> {
  const roots = new Set(events.flatMap((event) => (event.corrects ? [event.corrects.event] : [])));
  const subjects = new Map<string, Set<string>>([...roots].map((root) => [root, new Set<string>()]));
  if (roots.size === 0) return subjects;
  const rows = await db
    .selectFrom('views.entry')
    .select(['event', 'corrects', 'subjects'])
    .where((eb) => eb.or([eb('event', 'in', [...roots]), eb('corrects', 'in', [...roots])]))
    .execute();
  for (const row of rows) for (const subject of row.subjects) subjects.get(row.corrects ?? row.event)?.add(subject);
  return subjects;
}

const columns = [
  'ordinal',
  'position',
  'stream',
  'revision',
  'event',
  'type',
  'recorded_at',
  'effective_at',
  'programme',
  'shard',
  'corrects',
  'actor',
  'role',
  'channel',
  'happened_by',
] as const satisfies readonly (keyof Entry)[];

/** Copied in: it costs PostgreSQL the least, whatever the size of the batch. */
function addition(entries: readonly Entry[]): Copy {
  const rows = new CopyRows();
  for (const entry of entries) {
    rows.add(
      columns.map((column) => copyField(entry[column])),
      copyField(arrayOf(entry.subjects)),
    );
  }
  return { into: `views.entry (${columns.join(', ')}, subjects)`, rows: rows.pieces };
}
