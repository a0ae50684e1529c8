import { type Kysely, sql } from 'kysely';
import { prepared } from '../database/prepared.ts';
import type { ViewsSchema } from '../database/tables.ts';

/** Rows that an answer may rest on and that are not what the log would make of them. */
export interface Stale {
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly { readonly view: string; readonly key: string; readonly since: number }[];
}

const shown = 50;

/** What was parked at that ordinal, in these generations; of one programme, or of all. Undefined when nothing was. */
export async function staleAt(
  db: Kysely<ViewsSchema>,
  {
    ordinal,
    generations,
    programme,
  }: { ordinal: number; generations: readonly number[]; programme?: string | undefined },
): Promise<Stale | undefined> {
  const { rows } = await sql<{ view: string; key: string; since: number; count: number }>`${prepared}
    SELECT g.view, p.key, p.from_ordinal AS since, count(*) OVER () AS count
    FROM views.parked p JOIN views.generation g ON g.id = p.generation
    WHERE p.generation = ANY(${[...generations]}::integer[]) AND p.from_ordinal <= ${ordinal}
      AND (p.until_ordinal IS NULL OR p.until_ordinal > ${ordinal})
      AND ${programme === undefined ? sql`true` : sql`p.programme = ${programme}::uuid`}
    ORDER BY g.view, p.key LIMIT ${shown}`.execute(db);
  const [first] = rows;
  if (!first) return undefined;
  return { count: first.count, rows: rows.map(({ view, key, since }) => ({ view, key, since })) };
}
