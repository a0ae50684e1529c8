import { sql } from 'kysely';
import { keysOf, type ViewDefinition } from '../engine/view-definition.ts';
import type { Entry } from '../index/entry.ts';
import type { Snapshot } from '../query/snapshot.ts';

/** What one entry did to one row. Undefined is a row that did not exist: before it came, or since it went. */
export interface RowChange {
  readonly view: ViewDefinition;
  readonly key: string;
  readonly ordinal: number;
  readonly before: unknown;
  readonly after: unknown;
}

type Touching = Pick<Entry, 'ordinal' | 'subjects'>;

/**
 * Every row version that these entries began or ended, in the order of the log. Read by key, so it costs as much as the
 * entries touch, however long the log is.
 */
export async function rowChanges(
  snapshot: Snapshot,
  views: readonly ViewDefinition[],
  entries: readonly Touching[],
): Promise<RowChange[]> {
  const changes: RowChange[] = [];
  for (const view of views) changes.push(...(await changesIn(snapshot, view, entries)));
  return changes.sort((a, b) => a.ordinal - b.ordinal);
}

interface Found {
  readonly key: string;
  readonly ordinal: number;
  readonly before: unknown;
  readonly after: unknown;
}

async function changesIn(
  snapshot: Snapshot,
  view: ViewDefinition,
  entries: readonly Touching[],
): Promise<readonly RowChange[]> {
  const touched = entries.flatMap(({ ordinal, subjects }) => keysOf(view, subjects).map((key) => ({ key, ordinal })));
  if (touched.length === 0) return [];
  const table = snapshot.table(view);
  const { rows } = await sql<Found>`
    SELECT t.key, t.ordinal, was.row AS before, now.row AS after
    FROM jsonb_to_recordset(${JSON.stringify(touched)}::jsonb) AS t (key text, ordinal bigint)
    LEFT JOIN ${table} AS now ON now.key = t.key AND now.from_ordinal = t.ordinal
    LEFT JOIN LATERAL (
      SELECT earlier.row, earlier.until_ordinal FROM ${table} AS earlier
      WHERE earlier.key = t.key AND earlier.from_ordinal < t.ordinal
      ORDER BY earlier.from_ordinal DESC LIMIT 1) AS was ON was.until_ordinal = t.ordinal
    WHERE now.key IS NOT NULL OR was.until_ordinal IS NOT NULL
    ORDER BY t.ordinal, t.key COLLATE "C"`.execute(snapshot.tx);
  return rows.map(({ key, ordinal, before, after }) => ({
    view,
    key,
    ordinal,
    before: before ?? undefined,
    after: after ?? undefined,
  }));
}

/** The last version of each of these rows up to the snapshot, also of a row that is gone by then. By key. */
export async function lastVersions<Row>(
  snapshot: Snapshot,
  view: ViewDefinition<Row>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; row: Row }>`
    SELECT k.key, last.row FROM unnest(${[...keys]}::text[]) AS k (key)
    CROSS JOIN LATERAL (
      SELECT v.row FROM ${snapshot.table(view)} AS v
      WHERE v.key = k.key AND v.from_ordinal <= ${snapshot.ordinal}
      ORDER BY v.from_ordinal DESC LIMIT 1) AS last`.execute(snapshot.tx);
  return new Map(rows.map(({ key, row }) => [key, row]));
}
