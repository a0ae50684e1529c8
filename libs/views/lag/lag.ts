import { type Kysely, sql } from 'kysely';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewRegistry } from '../engine/registry.ts';

/** How far the rows that a release reads are behind the index. */
export interface ViewLag {
  readonly view: string;
  /** False while its rows are made for the first time: until then questions that read it are not answered. */
  readonly isFilled: boolean;
  /** Events of the index that are not in its rows. */
  readonly events: number;
  /** True when counting stopped in some shard: there may be more. */
  readonly isAtLeast: boolean;
  /** The native position of the event before the oldest of them; undefined when none waits, -1 when it is the first of all. */
  readonly foldedTo: bigint | undefined;
}

interface Read {
  view: string;
  followed: boolean;
  events: number;
  is_at_least: boolean;
  oldest: number | null;
  folded_to: string | null;
}

/** The lag of every view of this release, in one statement. Counts up to so many events in each shard. */
export async function viewLags(
  db: Kysely<ViewsSchema>,
  { byFold }: ViewRegistry,
  countUpTo = 10_000,
): Promise<ViewLag[]> {
  const { rows } = await sql<Read>`
    WITH own AS (
      SELECT id, view, followed FROM views.generation WHERE status = 'live' AND fold = ANY(${[...byFold.keys()]}::text[])),
    -- Views go on together: there are few places, however many views there are.
    place AS (SELECT DISTINCT p.shard, p.ordinal FROM views.progress p JOIN own ON own.id = p.generation),
    waiting AS (
      SELECT place.shard, place.ordinal, w.events, w.oldest
      FROM place CROSS JOIN LATERAL (
        SELECT count(*) AS events, min(e.ordinal) AS oldest FROM (
          SELECT ordinal FROM views.entry
          WHERE shard = place.shard AND ordinal > place.ordinal
          ORDER BY ordinal LIMIT ${countUpTo}) e) w),
    lag AS (
      SELECT own.view, own.followed, sum(w.events)::bigint AS events,
        bool_or(w.events >= ${countUpTo}) AS is_at_least, min(w.oldest) AS oldest
      FROM own
      JOIN views.progress p ON p.generation = own.id
      JOIN waiting w ON w.shard = p.shard AND w.ordinal = p.ordinal
      GROUP BY own.view, own.followed)
    SELECT lag.*, e.position::text AS folded_to
    FROM lag LEFT JOIN views.entry e ON e.ordinal = lag.oldest - 1
    ORDER BY lag.view`.execute(db);
  return rows.map(({ view, followed, events, is_at_least, oldest, folded_to }) => ({
    view,
    isFilled: followed,
    events,
    isAtLeast: is_at_least,
    foldedTo: oldest === null ? undefined : BigInt(folded_to ?? -1),
  }));
}
