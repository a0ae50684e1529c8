import { type Kysely, sql } from 'kysely';
import { carriedOf } from '../database/carried.ts';
import { tableOf } from '../database/row-table.ts';
import type { GenerationStatus, ViewsSchema } from '../database/tables.ts';
import type { Views } from '../views.ts';

/** One generation, as a person who looks after the views wants to know it. */
export interface GenerationReport {
  readonly generation: number;
  readonly view: string;
  readonly version: number;
  readonly fold: string;
  readonly status: GenerationStatus;
  /** Whether this release has its fold: then it answers from it and keeps it up to date. */
  readonly own: boolean;
  /** Whether a running process has its fold. */
  readonly carried: boolean;
  /** Whether the workers follow the log into it; false while it is filled. */
  readonly followed: boolean;
  /** Entries of the index that it lacks. */
  readonly behind: number;
  /** Of the table with its indexes. */
  readonly bytes: number;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly switchedAt: string | null;
}

export interface ViewsStatus {
  /** How far the index is. */
  readonly ordinal: number;
  readonly generations: readonly GenerationReport[];
}

interface Found extends Omit<GenerationReport, 'own' | 'carried' | 'bytes'> {}

/** Every generation in the database, of this release and of others. */
export async function statusOf({ db, registry }: Pick<Views, 'db' | 'registry'>): Promise<ViewsStatus> {
  const { rows } = await sql<Found>`
    SELECT g.id AS generation, g.view, g.version, g.fold, g.status, g.followed, g.made_at AS "madeAt",
      g.made_by AS "madeBy", g.switched_at AS "switchedAt",
      (SELECT count(*) FROM views.progress p JOIN views.entry e ON e.shard = p.shard AND e.ordinal > p.ordinal
       WHERE p.generation = g.id) AS behind
    FROM views.generation g
    ORDER BY g.view, g.version, g.id`.execute(db);
  const carried = await carriedOf(db, [...new Set(rows.map(({ fold }) => fold))]);
  const generations: GenerationReport[] = [];
  for (const row of rows) {
    const bytes = await sizeOf(db, tableOf({ id: row.generation, view: { name: row.view } }));
    generations.push({ ...row, own: registry.byFold.has(row.fold), carried: carried.has(row.fold), bytes });
  }
  const head = await db.selectFrom('views.head').select('ordinal').executeTakeFirst();
  return { ordinal: head?.ordinal ?? 0, generations };
}

async function sizeOf(db: Kysely<ViewsSchema>, table: string): Promise<number> {
  const { rows } = await sql<{ bytes: number | null }>`
    SELECT pg_total_relation_size(to_regclass(${`views.${table}`})) AS bytes`.execute(db);
  return rows[0]?.bytes ?? 0;
}
