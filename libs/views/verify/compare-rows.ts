import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Generation } from '../database/generations.ts';
import { tableOf } from '../database/row-table.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { Difference, Found } from './difference.ts';
import { digestOf, type FoldedVersion } from './memory-fold.ts';

/** Which of the stored versions are compared: those that began by the ordinal and fit the condition. */
export interface Stored {
  readonly db: Kysely<ViewsSchema>;
  readonly generation: Generation;
  readonly ordinal: number;
  readonly condition: RawBuilder<boolean>;
}

interface StoredVersion {
  key: string;
  programme: string | null;
  from_ordinal: number;
  until_ordinal: number | null;
  row: unknown;
  /** What stands in the columns beside it, in the order of the view. */
  columns: readonly unknown[];
}

const page = 1_000;

/** Compares stored versions with those that the log gives, and counts what is stored. */
export async function compareRows(
  stored: Stored,
  expected: ReadonlyMap<string, FoldedVersion>,
  found: Found,
): Promise<{ rows: number; versions: number }> {
  const { generation, ordinal } = stored;
  const view = generation.view.name;
  const missing = new Set(expected.keys());
  let [rows, versions] = [0, 0];
  for await (const version of storedVersions(stored)) {
    const key = `${version.key}@${version.from_ordinal}`;
    missing.delete(key);
    const until = version.until_ordinal !== null && version.until_ordinal <= ordinal ? version.until_ordinal : null;
    if (until === null) rows += 1;
    versions += 1;
    const difference = differenceOf(version, until, expected.get(key));
    if (difference) found.add({ view, key, ...difference });
  }
  for (const key of missing) found.add({ view, key, kind: 'missing', detail: 'no such version' });
  return { rows, versions };
}

function differenceOf(
  stored: StoredVersion,
  until: number | null,
  expected: FoldedVersion | undefined,
): Pick<Difference, 'kind' | 'detail'> | undefined {
  if (!expected) return { kind: 'not-in-the-log', detail: 'the log gives no such version' };
  if (until !== expected.until) return { kind: 'different', detail: `until ${until}, not ${expected.until}` };
  if (stored.programme !== expected.programme) return { kind: 'different', detail: 'of another programme' };
  if (digestOf(stored.row) !== expected.digest) return { kind: 'different', detail: 'another row' };
  // Lists are chosen and sorted by these, so a row is not found by what it says itself when they are wrong.
  return digestOf(stored.columns) === expected.columns ? undefined : { kind: 'different', detail: 'other columns' };
}

/** A page at a time. */
async function* storedVersions({ db, generation, ordinal, condition }: Stored): AsyncGenerator<StoredVersion> {
  let after: { key: string; from: number } = { key: '', from: -1 };
  const columns = sql.join(Object.keys(generation.view.columns ?? {}).map((name) => sql.ref(name)));
  for (;;) {
    const { rows } = await sql<StoredVersion>`
      SELECT key, programme, from_ordinal, until_ordinal, row, jsonb_build_array(${columns}) AS columns
      FROM ${sql.raw(`views.${tableOf(generation)}`)}
      WHERE from_ordinal <= ${ordinal} AND ${condition} AND (key, from_ordinal) > (${after.key}, ${after.from})
      ORDER BY key, from_ordinal LIMIT ${page}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = { key: last.key, from: last.from_ordinal };
  }
}
