import { type Kysely, sql } from 'kysely';
import { registry } from './all-views.ts';
import { tableOf } from './database/migrations.ts';
import type { ViewsSchema } from './database/tables.ts';
import type { ViewDefinition } from './engine/view-definition.ts';
import { compareIndex } from './verify/compare-index.ts';
import type { Difference } from './verify/difference.ts';
import { digestOf, type FoldedVersion, MemoryFold } from './verify/memory-fold.ts';
import type { Views } from './views.ts';

export type { Difference } from './verify/difference.ts';

export interface Verification {
  /** Everything up to and including this ordinal was compared. */
  readonly ordinal: number;
  readonly events: number;
  /** Rows that are current at that ordinal. */
  readonly rows: number;
  readonly versions: number;
  readonly differences: readonly Difference[];
}

export interface VerifyOptions {
  readonly views: Views;
  /** Told now and then how many events of how many are folded. */
  readonly onProgress?: (done: number, total: number) => void;
}

const tellEvery = 250;
const page = 5_000;

/**
 * Folds the whole log afresh in memory, with the same pure folds, and compares the index and every version of every row
 * with it, up to the ordinal that all shards have passed. Changes nothing, and may run while the product is in use.
 *
 * @throws NotThereYet when nothing was indexed yet.
 */
export async function verify({ views, onProgress }: VerifyOptions): Promise<Verification> {
  const { ordinal } = await views.basis({}, 'everything');
  const differences: Difference[] = [];
  const expected = new MemoryFold(registry.views);
  const index = compareIndex(views.db, ordinal, differences);
  let events = 0;
  for await (const event of views.log.readAll()) {
    if (events === ordinal) break;
    events += 1;
    await expected.add(event, events);
    await index.next(event, events);
    if (events % tellEvery === 0) onProgress?.(events, ordinal);
  }
  if (events < ordinal) {
    differences.push({ view: 'index', key: `${events + 1}`, kind: 'not-in-the-log', detail: 'the log is shorter' });
  }
  onProgress?.(events, ordinal);
  let rows = 0;
  let versions = 0;
  for (const view of registry.views) {
    const counted = await compareView({ db: views.db, view, ordinal, differences }, expected.versionsOf(view));
    rows += counted.rows;
    versions += counted.versions;
  }
  return { ordinal, events, rows, versions, differences };
}

interface Comparison {
  readonly db: Kysely<ViewsSchema>;
  readonly view: ViewDefinition;
  readonly ordinal: number;
  readonly differences: Difference[];
}

interface StoredVersion {
  key: string;
  programme: string | null;
  from_ordinal: number;
  until_ordinal: number | null;
  row: unknown;
}

async function compareView(
  { db, view, ordinal, differences }: Comparison,
  expected: ReadonlyMap<string, FoldedVersion>,
): Promise<{ rows: number; versions: number }> {
  const missing = new Set(expected.keys());
  let rows = 0;
  for await (const version of storedVersions(db, view, ordinal)) {
    const key = `${version.key}@${version.from_ordinal}`;
    missing.delete(key);
    const until = version.until_ordinal !== null && version.until_ordinal <= ordinal ? version.until_ordinal : null;
    if (until === null) rows += 1;
    const found = differenceOf(version, until, expected.get(key));
    if (found) differences.push({ view: view.name, key, ...found });
  }
  for (const key of missing) differences.push({ view: view.name, key, kind: 'missing', detail: 'no such version' });
  return { rows, versions: expected.size };
}

function differenceOf(
  stored: StoredVersion,
  until: number | null,
  expected: FoldedVersion | undefined,
): Pick<Difference, 'kind' | 'detail'> | undefined {
  if (!expected) return { kind: 'not-in-the-log', detail: 'the log gives no such version' };
  if (until !== expected.until) return { kind: 'different', detail: `until ${until}, not ${expected.until}` };
  if (stored.programme !== expected.programme) return { kind: 'different', detail: 'of another programme' };
  return digestOf(stored.row) === expected.digest ? undefined : { kind: 'different', detail: 'another row' };
}

/** All versions that began by that ordinal, a page at a time. */
async function* storedVersions(
  db: Kysely<ViewsSchema>,
  view: ViewDefinition,
  ordinal: number,
): AsyncGenerator<StoredVersion> {
  let after: { key: string; from: number } = { key: '', from: -1 };
  for (;;) {
    const { rows } = await sql<StoredVersion>`
      SELECT key, programme, from_ordinal, until_ordinal, row FROM ${sql.raw(`views.${tableOf(view)}`)}
      WHERE from_ordinal <= ${ordinal} AND (key, from_ordinal) > (${after.key}, ${after.from})
      ORDER BY key, from_ordinal LIMIT ${page}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = { key: last.key, from: last.from_ordinal };
  }
}
