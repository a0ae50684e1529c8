import { type Kysely, sql } from 'kysely';
import { type Tabled, tableOf } from '../database/row-table.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewDefinition } from '../engine/view-definition.ts';
import { changedPaths } from './changed-paths.ts';

/** A version of a row that two generations do not have alike. */
export interface RowDifference {
  readonly view: string;
  readonly key: string;
  /** The ordinal from which the version is. */
  readonly from: number;
  readonly kind: 'gone' | 'new' | 'different';
  /** What differs, in the terms of the row; empty for a version that only one of them has. */
  readonly changed: readonly string[];
}

export interface Compared {
  /** Row versions of the generation that was compared, up to the ordinal. */
  readonly versions: number;
  readonly count: number;
  /** The first of the differences, by key. */
  readonly first: readonly RowDifference[];
}

export interface Comparison {
  /** What is in use. */
  readonly before: Tabled;
  /** What was made beside it. */
  readonly after: { readonly id: number; readonly view: ViewDefinition };
  /** Every version that began by this ordinal is compared; both generations must have passed it. */
  readonly ordinal: number;
  /** Whether the columns are the same too: they are when the fold is. */
  readonly columns: boolean;
}

/** How many differences are shown. */
const shown = 50;

interface Counted {
  versions: number;
  differences: number;
}

interface Found {
  key: string;
  from_ordinal: number;
  before: unknown;
  after: unknown;
  before_around: unknown;
  after_around: unknown;
}

/**
 * Compares every version of every row of two generations, up to one ordinal. PostgreSQL walks along both tables in the
 * order of their keys, so it takes no memory to speak of, whatever their size.
 */
export async function compare(db: Kysely<ViewsSchema>, comparison: Comparison): Promise<Compared> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`SET LOCAL enable_hashjoin = off`.execute(tx);
      const joined = joinedBy(comparison);
      const { rows } = await sql<Counted>`
        SELECT count(b.key) AS versions, count(*) FILTER (WHERE ${joined.differs}) AS differences
        FROM ${joined.tables}`.execute(tx);
      const { versions = 0, differences = 0 } = rows[0] ?? {};
      if (differences === 0) return { versions, count: 0, first: [] };
      const found = await sql<Found>`
        SELECT key, from_ordinal, a.row AS before, b.row AS after, to_jsonb(a) - 'row' AS before_around,
               to_jsonb(b) - 'row' AS after_around
        FROM ${joined.tables} WHERE ${joined.differs} ORDER BY key, from_ordinal LIMIT ${shown}`.execute(tx);
      const first = found.rows.map((row) => differenceOf(comparison.after.view.name, row));
      return { versions, count: differences, first };
    });
}

function joinedBy({ before, after, ordinal, columns }: Comparison) {
  const own = columns ? Object.keys(after.view.columns ?? {}) : [];
  const side = (generation: Tabled) => sql`(
    SELECT key, from_ordinal, CASE WHEN until_ordinal <= ${ordinal} THEN until_ordinal END AS until_ordinal, programme,
           shard, ${sql.join([...own, 'row'].map((name) => sql.ref(name)))}
    FROM ${sql.raw(`views.${tableOf(generation)}`)} WHERE from_ordinal <= ${ordinal})`;
  const around = ['until_ordinal', 'programme', 'shard', ...own];
  const valuesOf = (alias: string) => sql.join(around.map((name) => sql.ref(`${alias}.${name}`)));
  return {
    tables: sql`${side(before)} a FULL JOIN ${side(after)} b USING (key, from_ordinal)`,
    // Equal texts are equal rows; only where they differ it matters that the order of fields does not count.
    differs: sql<boolean>`(
      a.row IS NULL OR b.row IS NULL OR (${valuesOf('a')}) IS DISTINCT FROM (${valuesOf('b')})
      OR (a.row::text <> b.row::text AND a.row::jsonb <> b.row::jsonb))`,
  };
}

function differenceOf(view: string, found: Found): RowDifference {
  const { key, from_ordinal: from, before, after } = found;
  if (before === null) return { view, key, from, kind: 'new', changed: [] };
  if (after === null) return { view, key, from, kind: 'gone', changed: [] };
  const around = changedPaths(found.before_around, found.after_around);
  return { view, key, from, kind: 'different', changed: [...changedPaths(before, after), ...around] };
}
