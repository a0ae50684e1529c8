import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/**
 * A pool of connections to PostgreSQL. A broken connection is dropped by the pool and replaced when next needed, so
 * `onTrouble` only tells; queries under way report their own errors. One that breaks while somebody holds it has no
 * other listener than this, and would end the process without it.
 */
export function openDatabase<Schema>(
  connectionString: string,
  onTrouble: (error: Error) => void,
  max = 10,
): Kysely<Schema> {
  const pool = new pg.Pool({ connectionString, max, application_name: 'samenspel' });
  pool.on('error', onTrouble);
  pool.on('connect', (client) => client.on('error', onTrouble));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
