import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import type { PreparingPool } from './prepared.ts';

/**
 * Reads everything as the database was at one moment, in a transaction that changes nothing. What is asked without
 * waiting for an answer in between leaves together, and takes the time of one question.
 */
export type AtOneMoment<Schema> = <T>(
  read: (db: Kysely<Schema>) => Promise<T>,
  /** In milliseconds, for each part of the answer. */
  answerWithin?: number,
) => Promise<T>;

/** Nobody waits longer for one part of an answer, in milliseconds: PostgreSQL hangs then, or is asked too much. */
const longestAnswer = 30_000;

const begin = 'START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * The beginning leaves with the first question, and nobody waits for the end: a small answer is mostly waiting, once for
 * each time that something goes to PostgreSQL and back.
 *
 * @throws what `read` throws, and what the database does; that it does not answer, when it took too long.
 */
export async function atOneMoment<Schema, T>(
  pool: PreparingPool,
  read: (db: Kysely<Schema>) => Promise<T>,
  answerWithin: number = longestAnswer,
): Promise<T> {
  const client = await pool.connect(answerWithin);
  const connection = new OneConnection(client);
  try {
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: connection }) });
    const [, found] = await Promise.all([client.query(begin, []), read(db)]);
    return found;
  } catch (error) {
    // After a question that failed PostgreSQL refuses the others: what went wrong is what the first of them says.
    throw connection.firstFailure ?? error;
  } finally {
    // When one of several questions failed, the others may still go on; not on what somebody else has by then.
    connection.close();
    // There is nothing to keep and nothing to lose. That a connection is gone it says itself, and the pool replaces it;
    // whoever takes it before the end was answered, is answered after that.
    client.query('COMMIT', []).catch(() => undefined);
    client.release();
  }
}

/** For Kysely, which waits for one answer before it asks the next on a connection that it was asked to hold itself. */
class OneConnection implements PostgresPool {
  /** Of the questions that failed, what the first came to. */
  firstFailure: unknown;
  private readonly client: PostgresPoolClient;
  private isOver = false;

  constructor(client: PostgresPoolClient) {
    const query = client.query.bind(client);
    this.client = {
      query: async <R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
        if (this.isOver) throw new Error('What was read at one moment is over');
        try {
          return await query<R>(text, values);
        } catch (error) {
          this.firstFailure ??= error;
          throw error;
        }
      },
      // It is given back where it was taken.
      release: () => undefined,
    } as PostgresPoolClient;
  }

  /** Nothing more is asked from now on. */
  close(): void {
    this.isOver = true;
  }

  connect(): Promise<PostgresPoolClient> {
    return Promise.resolve(this.client);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
