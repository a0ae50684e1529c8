import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';

/**
 * Reads everything as the database was at one moment, in a transaction that changes nothing. What is asked without
 * waiting for an answer in between leaves together, and takes the time of one question.
 */
export type AtOneMoment<Schema> = <T>(read: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;

const begin = 'START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * The beginning leaves with the first question, and nobody waits for the end: a small answer is mostly waiting, once for
 * each time that something goes to PostgreSQL and back.
 *
 * @throws what `read` throws, and what the database does.
 */
export async function atOneMoment<Schema, T>(pool: PostgresPool, read: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new OneConnection(client) }) });
    const [, found] = await Promise.all([client.query(begin, []), read(db)]);
    return found;
  } finally {
    // There is nothing to keep and nothing to lose. That a connection is gone it says itself, and the pool replaces it;
    // whoever takes it before the end was answered, is answered after that.
    client.query('COMMIT', []).catch(() => undefined);
    client.release();
  }
}

/** For Kysely, which waits for one answer before it asks the next on a connection that it was asked to hold itself. */
class OneConnection implements PostgresPool {
  private readonly client: PostgresPoolClient;

  constructor(client: PostgresPoolClient) {
    // It is given back where it was taken.
    this.client = { query: client.query.bind(client), release: () => undefined };
  }

  connect(): Promise<PostgresPoolClient> {
    return Promise.resolve(this.client);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
