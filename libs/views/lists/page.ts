import { type RawBuilder, sql } from 'kysely';
import { afterOf, cursorAt, type ListRequest, type Page, type SortKey, sizeOf } from '../query/paging.ts';
import type { Snapshot } from '../query/snapshot.ts';

/** A SELECT of everything that fits in a list, with what it is sorted by. */
export interface Source {
  /** Gives `id` (text, of each only one), the columns named in `sortedBy`, none of them null, and whatever else is used. */
  readonly select: RawBuilder<unknown>;
  /** What it is sorted by; at last always by `id`, upwards. */
  readonly sortedBy: readonly SortColumn[];
}

export interface SortColumn {
  readonly column: string;
  readonly type: 'bigint' | 'text';
  /** Upwards when left out. */
  readonly descending?: boolean;
}

/** What every row of a source has. */
export interface Found {
  readonly id: string;
}

/** One page of what was found, before it is made into items. */
export interface FoundPage<Row extends Found> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** By what the last row sorts, when there are more; and how many there are in all. */
  readonly next: readonly SortKey[] | undefined;
}

/**
 * Chooses a page in SQL: it goes on behind the row that the page before ended with, so that the last page costs no more
 * than the first. The number of all is counted on the first page and kept in the cursor, for all pages are of one ordinal.
 */
export async function pageOfSource<Row extends Found>(
  { tx }: Snapshot,
  source: Source,
  request: ListRequest,
): Promise<FoundPage<Row>> {
  // Of each column, and at last the number of all.
  const after = afterOf(request, [...[...source.sortedBy, byId].map(({ type }) => type), 'bigint']);
  const size = sizeOf(request);
  const rows = after
    ? await sql<Row & Counted>`
        SELECT * FROM (${source.select}) list WHERE ${behind(source, after)}
        ORDER BY ${order(source)} LIMIT ${size + 1}`.execute(tx)
    : await sql<Row & Counted>`
        WITH list AS MATERIALIZED (${source.select})
        SELECT *, (SELECT count(*) FROM list) AS total FROM list ORDER BY ${order(source)} LIMIT ${size + 1}`.execute(
        tx,
      );
  const total = Number(after?.at(-1) ?? rows.rows[0]?.total ?? 0);
  const shown = rows.rows.slice(0, size);
  const last = shown.at(-1);
  const hasMore = rows.rows.length > size && last !== undefined;
  return { rows: shown, total, next: hasMore ? [...placeOf(source, last), total] : undefined };
}

/** The page, made of its items; to be called when everything was read, for the cursor names what was read from. */
export function finished<T>(
  { total, next }: FoundPage<Found>,
  items: readonly T[],
  request: ListRequest,
  snapshot: Snapshot,
): Page<T> {
  return { items, total, ...(next && { next: cursorAt({ after: next }, request, snapshot) }) };
}

interface Counted {
  readonly total?: number;
  readonly [column: string]: unknown;
}

const byId: SortColumn = { column: 'id', type: 'text' };

function order({ sortedBy }: Source): RawBuilder<unknown> {
  return sql.join(
    [...sortedBy, byId].map((sort) => sql`${columnOf(sort)} ${sql.raw(sort.descending ? 'DESC' : 'ASC')}`),
  );
}

/** Behind the row with these values: further in the first column, or the same there and further in the next, and so on. */
function behind({ sortedBy }: Source, after: readonly SortKey[]): RawBuilder<boolean> {
  const columns = [...sortedBy, byId].map((sort, index) => ({
    sort,
    value: sql`${after[index]}::${sql.raw(sort.type)}`,
  }));
  const further = columns.map(({ sort, value }, index) => {
    const same = columns.slice(0, index).map((before) => sql`${columnOf(before.sort)} = ${before.value}`);
    return sql`(${sql.join([...same, sql`${columnOf(sort)} ${sql.raw(sort.descending ? '<' : '>')} ${value}`], sql` AND `)})`;
  });
  return sql`(${sql.join(further, sql` OR `)})`;
}

/** Texts go by code units, as JavaScript compares. */
function columnOf({ column, type }: SortColumn): RawBuilder<unknown> {
  return type === 'text' ? sql`${sql.ref(column)} COLLATE "C"` : sql.ref(column);
}

function placeOf({ sortedBy }: Source, row: Counted & Found): SortKey[] {
  return [...sortedBy.map((sort) => keyIn(sort, row)), row.id];
}

function keyIn({ column }: SortColumn, row: Counted): SortKey {
  const value = row[column];
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new Error(`A list cannot be sorted by ${column}, which holds ${String(value)}`);
}
