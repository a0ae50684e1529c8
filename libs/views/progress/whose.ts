import { sql } from 'kysely';
import type { Snapshot } from '../query/snapshot.ts';
import { progressView } from './view.ts';

/** What is of a trajectory, with the id of its organisation; empty when nothing that stands names one. */
interface OfTrajectory {
  readonly trajectory: string;
  readonly organisation: string;
}

/**
 * The same, each with the organisation that the row of its trajectory named last, up to the snapshot, where it names none now:
 * where the application was taken back and only an item of the dossier or attendance is left.
 */
export async function withOrganisations<T extends OfTrajectory>(
  snapshot: Snapshot,
  rows: readonly T[],
): Promise<readonly T[]> {
  const nameless = rows.filter(({ organisation }) => organisation === '').map(({ trajectory }) => trajectory);
  if (nameless.length === 0) return rows;
  const last = await namedLast(snapshot, nameless);
  return rows.map((row) => ({ ...row, organisation: row.organisation || (last.get(row.trajectory) ?? '') }));
}

async function namedLast(snapshot: Snapshot, trajectories: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ key: string; organisation: string }>`
    SELECT DISTINCT ON (key) key, row ->> 'organisation' AS organisation FROM ${snapshot.table(progressView)}
    WHERE key = ANY(${[...trajectories]}::text[]) AND from_ordinal <= ${snapshot.ordinal} AND row ->> 'organisation' <> ''
    ORDER BY key, from_ordinal DESC`.execute(snapshot.tx);
  return new Map(rows.map(({ key, organisation }) => [key, organisation]));
}
