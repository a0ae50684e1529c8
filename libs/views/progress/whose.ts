import { sql } from 'kysely';
import type { Snapshot } from '../query/snapshot.ts';
import type { TrajectoryRow } from './row.ts';
import { progressView } from './view.ts';

/**
 * Whose these trajectories are, by their ids: what their rows named last, up to the snapshot. Where the application was
 * taken back and only an item of the dossier or attendance is left, nothing that stands names the organisation any more.
 */
export async function namedLast(
  snapshot: Snapshot,
  trajectories: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (trajectories.length === 0) return new Map();
  const { rows } = await sql<{ key: string; organisation: string }>`
    SELECT DISTINCT ON (key) key, row ->> 'organisation' AS organisation FROM ${snapshot.table(progressView)}
    WHERE key = ANY(${[...trajectories]}::text[]) AND from_ordinal <= ${snapshot.ordinal} AND row ->> 'organisation' <> ''
    ORDER BY key, from_ordinal DESC`.execute(snapshot.tx);
  return new Map(rows.map(({ key, organisation }) => [key, organisation]));
}

/** The same rows, each with the organisation that it named last where it names none now. */
export async function withOrganisations(
  snapshot: Snapshot,
  rows: readonly TrajectoryRow[],
): Promise<readonly TrajectoryRow[]> {
  const nameless = rows.filter(({ organisation }) => organisation === '').map(({ trajectory }) => trajectory);
  if (nameless.length === 0) return rows;
  const last = await namedLast(snapshot, nameless);
  return rows.map((row) => ({ ...row, organisation: row.organisation || (last.get(row.trajectory) ?? '') }));
}
