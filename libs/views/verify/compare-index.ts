import type { Kysely } from 'kysely';
import { surelyHappenedBy } from '#domain/kernel/days';
import type { LoggedEvent } from '#log/contract/codec';
import type { ViewsSchema } from '../database/tables.ts';
import type { Entry } from '../index/entry.ts';
import { shardOf } from '../index/shards.ts';
import type { Found } from './difference.ts';

const page = 2_000;

/** Compares the index with the log, event by event, in the order of the log. */
export function compareIndex(db: Kysely<ViewsSchema>, until: number, found: Found) {
  let entries: Entry[] = [];
  let effectiveAt = '';
  return {
    async next(event: LoggedEvent, ordinal: number): Promise<void> {
      if (event.recordedAt > effectiveAt) effectiveAt = event.recordedAt;
      if ((ordinal - 1) % page === 0) entries = await readEntries(db, ordinal, until);
      const entry = entries[(ordinal - 1) % page];
      const detail = entry ? differenceOf(entry, event, ordinal, effectiveAt) : 'no entry';
      if (!detail) return;
      found.add({ view: 'index', key: `${ordinal}`, kind: entry ? 'different' : 'missing', detail });
    },
  };
}

function readEntries(db: Kysely<ViewsSchema>, from: number, until: number): Promise<Entry[]> {
  return db
    .selectFrom('views.entry')
    .selectAll()
    .where('ordinal', '>=', from)
    .where('ordinal', '<=', until)
    .orderBy('ordinal')
    .limit(page)
    .execute();
}

function differenceOf(entry: Entry, event: LoggedEvent, ordinal: number, effectiveAt: string): string | undefined {
  const expected: Partial<Entry> = {
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
  };
  const wrong = Object.entries(expected).filter(([field, value]) => entry[field as keyof Entry] !== value);
  const unnamed = event.subjects.filter((subject) => !entry.subjects.includes(subject));
  if (wrong.length === 0 && unnamed.length === 0) return undefined;
  return [...wrong.map(([field]) => field), ...unnamed].join(', ');
}
