import type { Kysely } from 'kysely';
import { surelyHappenedBy } from '#domain/kernel/days';
import type { LoggedEvent } from '#log/contract/codec';
import type { ViewsSchema } from '../database/tables.ts';
import type { Entry } from '../index/entry.ts';
import { shardOf } from '../index/shards.ts';
import type { Found } from './difference.ts';

const page = 2_000;

/** Compares the index with the log, event by event, in the order of the log. */
export async function compareIndex(db: Kysely<ViewsSchema>, until: number, found: Found) {
  const subjectsOf = unions(await correctedFacts(db, until));
  // By ordinal: where one is missing, those after it are in their place all the same.
  let entries: ReadonlyMap<number, Entry> = new Map();
  let effectiveAt = '';
  return {
    async next(event: LoggedEvent, ordinal: number): Promise<void> {
      if (event.recordedAt > effectiveAt) effectiveAt = event.recordedAt;
      if ((ordinal - 1) % page === 0) entries = await readEntries(db, ordinal, Math.min(ordinal + page - 1, until));
      const entry = entries.get(ordinal);
      const expected = { ordinal, effectiveAt, subjects: subjectsOf(event) };
      const detail = entry ? differenceOf(entry, event, expected) : 'no entry';
      if (!detail) return;
      found.add({ view: 'index', key: `${ordinal}`, kind: entry ? 'different' : 'missing', detail });
    },
  };
}

async function readEntries(db: Kysely<ViewsSchema>, from: number, until: number): Promise<Map<number, Entry>> {
  const entries = await db
    .selectFrom('views.entry')
    .selectAll()
    .where('ordinal', '>=', from)
    .where('ordinal', '<=', until)
    .execute();
  return new Map(entries.map((entry) => [entry.ordinal, entry]));
}

/** Only of these facts the subjects are kept: memory grows with what was corrected, not with the log. */
async function correctedFacts(db: Kysely<ViewsSchema>, until: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('views.entry')
    .select('corrects')
    .distinct()
    .where('corrects', 'is not', null)
    .where('ordinal', '<=', until)
    .execute();
  return new Set(rows.flatMap(({ corrects }) => corrects ?? []));
}

/** As the index has them: a correction concerns also what the fact and its earlier corrections concerned. */
function unions(corrected: ReadonlySet<string>): (event: LoggedEvent) => ReadonlySet<string> {
  const known = new Map<string, Set<string>>();
  return ({ id, subjects, corrects }) => {
    const fact = corrects?.event ?? id;
    if (!corrected.has(fact)) return new Set(subjects);
    const all = new Set([...(known.get(fact) ?? []), ...subjects]);
    known.set(fact, all);
    return all;
  };
}

interface Expected {
  readonly ordinal: number;
  readonly effectiveAt: string;
  readonly subjects: ReadonlySet<string>;
}

function differenceOf(entry: Entry, event: LoggedEvent, should: Expected): string | undefined {
  const { ordinal, effectiveAt, subjects } = should;
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
  const has = new Set(entry.subjects);
  const told = [
    ...wrong.map(([field]) => field),
    ...[...subjects].filter((subject) => !has.has(subject)).map((subject) => `lacks ${subject}`),
    ...[...has].filter((subject) => !subjects.has(subject)).map((subject) => `has ${subject}`),
  ];
  return told.length === 0 ? undefined : told.join(', ');
}
