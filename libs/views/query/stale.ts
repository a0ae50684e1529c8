import { type Kysely, type RawBuilder, sql } from 'kysely';
import { prepared } from '../database/prepared.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { Stale } from './as-of.ts';
import type { Scope } from './standing.ts';

const shown = 50;

interface Asked {
  readonly ordinal: number;
  readonly generations: readonly number[];
  readonly scope: Scope;
}

/** What was parked at that ordinal, in these generations, that a question of that scope may read. Undefined when nothing was. */
export async function staleAt(
  db: Kysely<ViewsSchema>,
  { ordinal, generations, scope }: Asked,
): Promise<Stale | undefined> {
  const { mark, condition } = within(scope);
  // Whatever is asked is in the index, so no row is lost by joining its entry.
  const { rows } = await sql<{ view: string; key: string; since: number; count: number; first_at: string }>`${mark}
    SELECT g.view, p.key, p.from_ordinal AS since,
      count(*) OVER () AS count, min(e.effective_at) OVER () AS first_at
    FROM views.parked p
    JOIN views.generation g ON g.id = p.generation
    JOIN views.entry e ON e.ordinal = p.from_ordinal
    WHERE p.generation = ANY(${[...generations]}::integer[]) AND p.from_ordinal <= ${ordinal}
      AND (p.until_ordinal IS NULL OR p.until_ordinal > ${ordinal})
      AND ${condition}
    ORDER BY g.view, p.key LIMIT ${shown}`.execute(db);
  const [first] = rows;
  if (!first) return undefined;
  const { count, first_at: firstAt } = first;
  return { count, firstAt, rows: rows.map(({ view, key, since }) => ({ view, key, since })) };
}

/**
 * Of what a question may read: the rows of its programme, and those of the register, which belong to no programme and
 * name the organisations. A row is made of events of its own programme alone, so what is about a subject rests on the
 * programmes in which something was recorded about it. A question to the index reads no rows but the register.
 */
function within(scope: Scope): { readonly mark: RawBuilder<unknown>; readonly condition: RawBuilder<unknown> } {
  if (scope === 'everything') return { mark: prepared, condition: sql`true` };
  if (scope === 'index') return { mark: prepared, condition: sql`p.programme IS NULL` };
  if ('programme' in scope) {
    return { mark: prepared, condition: sql`(p.programme IS NULL OR p.programme = ${scope.programme}::uuid)` };
  }
  // Not prepared: without the subject PostgreSQL would take it to be common, and look through the whole index for it.
  const programmes = sql`SELECT e.programme FROM views.entry e WHERE e.subjects @> ${[scope.subject]}::text[]`;
  return { mark: sql``, condition: sql`(p.programme IS NULL OR p.programme IN (${programmes}))` };
}
