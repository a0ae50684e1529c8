import { type Kysely, sql } from 'kysely';
import type { Subject } from '#domain/kernel/subject';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewRegistry } from '../engine/registry.ts';
import { shardOf } from '../index/shards.ts';

/** What was recorded, as far as the index knows it: never a text. */
export interface Change {
  readonly ordinal: number;
  /** The id of the event. */
  readonly event: string;
  /** As it stands in the log. */
  readonly type: string;
  readonly recordedAt: string;
  /** Absent for what belongs to no programme, such as the organisation register. */
  readonly programme?: string;
  /** Everything whose story it is part of; for a correction also what the corrected fact concerned. */
  readonly subjects: readonly string[];
  /** The fact that it corrects or retracts. */
  readonly corrects?: string;
}

/** A change, and the shard in which it is folded. */
export interface ShardChange extends Change {
  readonly shard: number;
}

/** Which changes a reader wants; all of them when it is empty. */
export interface ChangeFilter {
  readonly programme?: string | undefined;
  readonly subject?: Subject | undefined;
}

/** How far the index is, and in each shard the first entry that is not in all views yet. */
export interface Horizon {
  readonly head: number;
  readonly unfolded: ReadonlyMap<number, number>;
}

/** Names of organisations come from the register: what is read of a programme waits for it, too. */
const registerShard = shardOf(undefined);

/** Whether somebody who asks now is answered with this change in it. */
export function isSeen({ ordinal, shard }: Pick<ShardChange, 'ordinal' | 'shard'>, { unfolded }: Horizon): boolean {
  return [shard, registerShard].every((needed) => ordinal < (unfolded.get(needed) ?? Number.POSITIVE_INFINITY));
}

/** The last ordinal up to which everything can be seen. */
export function seenTo({ head, unfolded }: Horizon): number {
  return Math.min(head, ...[...unfolded.values()].map((ordinal) => ordinal - 1));
}

export function fits(change: Change, { programme, subject }: ChangeFilter): boolean {
  if (programme !== undefined && change.programme !== programme) return false;
  return subject === undefined || change.subjects.includes(subject);
}

/** Undefined before the first dispatcher ran. */
export async function readHorizon(
  db: Kysely<ViewsSchema>,
  { byFold }: Pick<ViewRegistry, 'byFold'>,
): Promise<Horizon | undefined> {
  const { rows } = await sql<{ head: number; unfolded: Record<string, number> | null }>`
    SELECT h.ordinal AS head, (
      SELECT jsonb_object_agg(s.shard, e.ordinal)
      FROM (
        SELECT p.shard, min(p.ordinal) AS ordinal
        FROM views.progress p JOIN views.generation g ON g.id = p.generation
        WHERE g.status = 'live' AND g.followed AND g.fold = ANY(${[...byFold.keys()]}::text[])
        GROUP BY p.shard) s
      CROSS JOIN LATERAL (
        SELECT ordinal FROM views.entry e
        WHERE e.shard = s.shard AND e.ordinal > s.ordinal ORDER BY e.ordinal LIMIT 1) e) AS unfolded
    FROM views.head h`.execute(db);
  const [read] = rows;
  if (!read) return undefined;
  const unfolded = Object.entries(read.unfolded ?? {}).map(([shard, ordinal]) => [Number(shard), ordinal] as const);
  return { head: read.head, unfolded: new Map(unfolded) };
}

export interface Range {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

/** The changes in a part of the index, in order. */
export async function readChanges(
  db: Kysely<ViewsSchema>,
  { programme, subject }: ChangeFilter,
  { after, upTo, limit }: Range,
): Promise<ShardChange[]> {
  let query = db
    .selectFrom('views.entry')
    .select(['ordinal', 'event', 'type', 'recorded_at', 'programme', 'subjects', 'corrects', 'shard'])
    .where('ordinal', '>', after)
    .where('ordinal', '<=', upTo);
  // Everything of a programme is in one shard, and the index is by shard.
  if (programme !== undefined) {
    query = query.where('shard', '=', shardOf(programme)).where('programme', '=', programme);
  }
  if (subject !== undefined) query = query.where(sql<boolean>`subjects @> ARRAY[${subject}]::text[]`);
  const rows = await query.orderBy('ordinal').limit(limit).execute();
  return rows.map(({ recorded_at, programme, corrects, ...rest }) => ({
    ...rest,
    recordedAt: recorded_at,
    ...(programme !== null && { programme }),
    ...(corrects !== null && { corrects }),
  }));
}
