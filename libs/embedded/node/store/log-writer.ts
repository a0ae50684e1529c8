import type pg from 'pg';
import { codeOf } from '../../errno.ts';
import type { RecordedEvent } from '../event.ts';
import { boolArray, byteaArray, int8Array, textArray, uuidArray } from './binary-array.ts';
import { closeConnection, openWriterConnection } from './connection.ts';

const INSERT = {
  name: 'append',
  text: `INSERT INTO eventlog.event
    SELECT * FROM unnest($1::int8[], $2::text[], $3::int8[], $4::uuid[], $5::text[], $6::bool[], $7::int8[], $8::bytea[], $9::bytea[])`,
};
const PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;

/** The events were not written, and never will be. */
export class NotWrittenError extends Error {
  override readonly name = 'NotWrittenError';
}

/** Whether the events were written could not be found out in time. The node must not go on. */
export class UnresolvedError extends Error {
  override readonly name = 'UnresolvedError';
}

/**
 * Writes groups of events, one group at a time, each in one statement that is its own transaction: one round trip,
 * one commit, all or nothing.
 *
 * When the connection is lost while a group is being committed, the group may have been written or not. The writer
 * then connects again, waits for the log's lock (so the lost session is gone and can commit nothing any more), and
 * looks whether the group's last event is there.
 */
export class LogWriter {
  #client: pg.Client;
  #isLost = false;
  #failure: UnresolvedError | null = null;
  #onLost: () => void = () => undefined;
  readonly #connectionString: string;
  readonly #patience: number;

  private constructor(client: pg.Client, connectionString: string, patience: number) {
    this.#connectionString = connectionString;
    this.#patience = patience;
    this.#client = client;
    this.#watch();
  }

  /**
   * @param patience how long to look for a lost database, in milliseconds.
   * @throws EmbeddedError `log-in-use`; an error of the driver when the database cannot be reached.
   */
  static async open(connectionString: string, patience: number): Promise<LogWriter> {
    return new LogWriter(await openWriterConnection(connectionString), connectionString, patience);
  }

  /** The position of the last event; 0 when there is none. */
  async head(): Promise<number> {
    const { rows } = await this.#client.query<{ head: number }>(
      'SELECT coalesce(max(position), 0) AS head FROM eventlog.event',
    );
    return rows[0]?.head ?? 0;
  }

  /** Calls back each time the connection is lost, whether it was in use or not. */
  onLost(callback: () => void): void {
    this.#onLost = callback;
  }

  /**
   * Returns once the events are durable.
   * @throws NotWrittenError when they are not written; UnresolvedError when nobody can say.
   */
  async write(events: readonly RecordedEvent[]): Promise<void> {
    await this.restore();
    try {
      await this.#client.query({ ...INSERT, values: parametersOf(events) });
    } catch (error) {
      if (isForked(error)) throw this.#fail('something else than this node has written the log', error);
      if (!isInDoubt(error)) throw new NotWrittenError('PostgreSQL refused the events', { cause: error });
      await this.#reconnect();
      const last = events.at(-1);
      if (last !== undefined && !(await this.#holds(last))) {
        throw new NotWrittenError('the connection to PostgreSQL was lost before the commit', { cause: error });
      }
    }
  }

  /**
   * Makes sure that there is a connection.
   * @throws UnresolvedError when the database does not come back, or another node writes it now.
   */
  async restore(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    if (this.#isLost) await this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    await this.close();
    const end = Date.now() + this.#patience;
    for (let pause = PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        this.#client = await openWriterConnection(this.#connectionString);
        this.#isLost = false;
        this.#watch();
        return;
      } catch (error) {
        if (codeOf(error) === 'log-in-use' || Date.now() > end) throw this.#fail('PostgreSQL did not come back', error);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  #watch(): void {
    this.#client.once('end', () => {
      this.#isLost = true;
      this.#onLost();
    });
  }

  /** From here on every attempt to write fails at once: the node is about to end. */
  #fail(message: string, cause: unknown): UnresolvedError {
    this.#failure = new UnresolvedError(message, { cause });
    return this.#failure;
  }

  close(): Promise<void> {
    return closeConnection(this.#client);
  }

  async #holds(event: RecordedEvent): Promise<boolean> {
    const sql = 'SELECT FROM eventlog.event WHERE position = $1 AND id = $2';
    try {
      return (await this.#client.query(sql, [event.position, event.id])).rowCount === 1;
    } catch (cause) {
      throw this.#fail('PostgreSQL was lost again while reading back', cause);
    }
  }
}

/** A position or a revision is taken already, although this node holds the lock and knows of no such event. */
function isForked(error: unknown): boolean {
  return codeOf(error)?.startsWith('23') === true;
}

/**
 * Five characters are PostgreSQL's own answer: the statement failed and its transaction with it. Except when it says
 * that the session ends (class 57) or fails itself (58, XX): such a notice can cross a commit. All else is a lost
 * connection.
 */
function isInDoubt(error: unknown): boolean {
  const code = codeOf(error);
  return code === null || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57|58|XX)/.test(code);
}

function parametersOf(events: readonly RecordedEvent[]): Buffer[] {
  return [
    int8Array(events.map((event) => event.position)),
    textArray(events.map((event) => event.stream)),
    int8Array(events.map((event) => event.revision)),
    uuidArray(events.map((event) => event.id)),
    textArray(events.map((event) => event.type)),
    boolArray(events.map((event) => event.isJson)),
    int8Array(events.map((event) => event.created)),
    byteaArray(events.map((event) => event.metadata)),
    byteaArray(events.map((event) => event.data)),
  ];
}
