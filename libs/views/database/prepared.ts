import {
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type RawBuilder,
  sql,
} from 'kysely';
import type pg from 'pg';

/** What the driver says when it no longer waits. */
const noAnswer = 'Query read timeout';

const mark = '/* prepared */';

/**
 * To be put before a statement that is asked all the time and is carried out in the same way whatever its parameters are:
 * PostgreSQL then works out how once for each connection, and not every time, which is most of what a small question
 * costs. Not for one that finds a few among many by a parameter that may fit anything, such as a LIMIT on a condition
 * without an index in its order: worked out without the parameter, that can come to reading everything.
 */
export const prepared: RawBuilder<unknown> = sql.raw(mark);

/** Statements that are known by name, by their text. There are some dozens; those of dropped tables are forgotten. */
const mostKept = 300;

/** The names under which statements are prepared, the same on all connections of a pool. */
class StatementNames {
  private readonly known = new Map<string, string>();
  private last = 0;

  of(text: string): string {
    const name = this.known.get(text) ?? `s${++this.last}`;
    this.known.delete(text);
    this.known.set(text, name);
    const oldest = this.known.keys().next();
    if (this.known.size > mostKept && !oldest.done) this.known.delete(oldest.value);
    return name;
  }
}

/**
 * A pool for Kysely of which the connections prepare the statements that say so. A connection forgets what it prepared
 * only when it ends, so none of them should live for ever.
 */
export class PreparingPool implements PostgresPool {
  private readonly names = new StatementNames();

  constructor(private readonly pool: pg.Pool) {}

  /**
   * @param answerWithin how long each answer is waited for, in milliseconds; without end when left out. The connection ends
   * with the first that did not come in time.
   */
  async connect(answerWithin?: number): Promise<PostgresPoolClient> {
    return new PreparingClient(await this.pool.connect(), this.names, answerWithin);
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

class PreparingClient implements PostgresPoolClient {
  /** Set when an answer did not come in time. */
  private silent: Error | undefined;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly names: StatementNames,
    private readonly answerWithin: number | undefined,
  ) {}

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    asked: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string') throw new Error('Rows are not read by cursor here');
    return this.ask<R>(asked, values);
  }

  /** One that gave no answer in time is nobody's any more. */
  release(): void {
    this.client.release(this.silent);
  }

  private async ask<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const name = text.startsWith(mark) ? { name: this.names.of(text) } : {};
    const limit = this.answerWithin === undefined ? {} : { query_timeout: this.answerWithin };
    try {
      const result = await this.client.query({ text, values: [...values], ...name, ...limit });
      return result as PostgresQueryResult<R>;
    } catch (error) {
      if (error instanceof Error && error.message === noAnswer) this.silent = error;
      throw error;
    }
  }
}
