import { type Kysely, sql } from 'kysely';
import type { ViewsSchema } from '../database/tables.ts';
import { RebuildError } from './errors.ts';

const fillLock = 7_306_150_003;

/**
 * Does a piece of work that makes, fills, switches or drops generations, as the only one on this database. The lock
 * belongs to a session, so it is free again whenever its holder dies.
 *
 * @throws RebuildError when somebody else is at it.
 */
export function alone<T>(db: Kysely<ViewsSchema>, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (session) => {
    const { rows } = await sql<{ got: boolean }>`SELECT pg_try_advisory_lock(${sql.lit(fillLock)}) AS got`.execute(
      session,
    );
    if (!rows[0]?.got) throw RebuildError.busy();
    try {
      return await work();
    } finally {
      await sql`SELECT pg_advisory_unlock(${sql.lit(fillLock)})`.execute(session);
    }
  });
}
