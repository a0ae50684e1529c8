import { Kysely, PostgresDialect } from 'kysely';
import { openPool } from './pool.ts';

/** All that is asked over such a connection is small: a longer wait is not for an answer. In milliseconds. */
const answerWithin = 30_000;

/**
 * A few connections to PostgreSQL for what is small, such as keys and notes. `onTrouble` is told of broken ones, which are
 * replaced. What is not answered in time fails, and its connection is ended with it.
 */
export function openDatabase<Schema>(
  connectionString: string,
  onTrouble: (error: Error) => void,
  max = 10,
): Kysely<Schema> {
  // Only with pipelines the driver ends a connection together with a question that it no longer waits for.
  const times = { query_timeout: answerWithin, pipeline: true };
  const pool = openPool({ connectionString, max, application_name: 'samenspel', ...times }, onTrouble);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
