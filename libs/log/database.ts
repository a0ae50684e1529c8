import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/**
 * A pool of connections to PostgreSQL. A broken idle connection is dropped by the pool and replaced when next needed, so
 * `onIdleError` only tells; queries under way report their own errors.
 */
export function openDatabase<Schema>(
  connectionString: string,
  onIdleError: (error: Error) => void,
  max = 10,
): Kysely<Schema> {
  const pool = new pg.Pool({ connectionString, max, application_name: 'samenspel' });
  pool.on('error', onIdleError);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
