import type pg from 'pg';
import { codeOf } from '../../errno.ts';
import type { RecordedEvent } from '../event.ts';
import {
  closeConnection,
  type Database,
  openWriterConnection,
  type Session,
  type WriterConnection,
} from './connection.ts';
import { writeEvents } from './write-events.ts';
import { isDiskFull, isForked, isInDoubt } from './write-failure.ts';

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
  #session: Session;
  #isLost = false;
  #failure: UnresolvedError | null = null;
  #onLost: () => void = () => undefined;
  #onFailed: (failure: UnresolvedError) => void = () => undefined;
  readonly #database: Database;
  readonly #patience: number;

  private constructor({ client, session }: WriterConnection, database: Database, patience: number) {
    this.#database = database;
    this.#patience = patience;
    this.#client = client;
    this.#session = session;
    this.#watch();
  }

  /**
   * @param patience how long to look for a lost database, in milliseconds.
   * @throws EmbeddedError `log-in-use`; an error of the driver when the database cannot be reached.
   */
  static async open(database: Database, patience: number): Promise<LogWriter> {
    return new LogWriter(await openWriterConnection(database), database, patience);
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

  /** Calls back once, when nothing can be written any more and the node has to end. */
  onFailed(callback: (failure: UnresolvedError) => void): void {
    this.#onFailed = callback;
  }

  /**
   * Returns once the events are durable.
   * @throws NotWrittenError when they are not written; UnresolvedError when nobody can say.
   */
  async write(events: readonly RecordedEvent[]): Promise<void> {
    await this.restore();
    try {
      await writeEvents(this.#client, events);
    } catch (error) {
      if (isForked(error)) throw this.#fail('something else than this node has written the log', error);
      if (!isInDoubt(error)) throw new NotWrittenError(refusalOf(error), { cause: error });
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

  /**
   * Makes sure that there is a connection, and that the log ends where this node left it: what the node knows in memory
   * is true only as long as nothing else writes.
   * @throws UnresolvedError as `restore` does, and when the log ends elsewhere.
   */
  async restoreAt(position: number): Promise<void> {
    const end = await this.#end();
    if (end === position) return;
    const elsewhere = `the log ends at ${end}, and this node left it at ${position}`;
    throw this.#fail(elsewhere, new Error(elsewhere));
  }

  /** Where the log ends, over a connection that is there. */
  async #end(): Promise<number> {
    for (;;) {
      await this.restore();
      try {
        return await this.head();
      } catch (error) {
        if (!isInDoubt(error)) throw this.#fail('where the log ends could not be read', error);
        this.#isLost = true;
      }
    }
  }

  async #reconnect(): Promise<void> {
    await this.close();
    // By a clock that cannot be set: the wall clock may jump while PostgreSQL is away.
    const end = performance.now() + this.#patience;
    for (let pause = PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const { client, session } = await openWriterConnection(this.#database, this.#session);
        this.#client = client;
        this.#session = session;
        this.#isLost = false;
        this.#watch();
        return;
      } catch (error) {
        if (codeOf(error) === 'log-in-use' || performance.now() > end) {
          throw this.#fail('PostgreSQL did not come back', error);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  #watch(): void {
    const client = this.#client;
    client.once('end', () => {
      // One that was given up long ago may still end, and says nothing about the one that took its place.
      if (client !== this.#client) return;
      this.#isLost = true;
      this.#onLost();
    });
  }

  /** From here on every attempt to write fails at once: the node is about to end. */
  #fail(message: string, cause: unknown): UnresolvedError {
    if (this.#failure !== null) return this.#failure;
    this.#failure = new UnresolvedError(message, { cause });
    this.#onFailed(this.#failure);
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

/** What a writer is told, in a sentence: a full disk is something that somebody can do something about. */
function refusalOf(error: unknown): string {
  return isDiskFull(error)
    ? 'the disk of the log is full: nothing was written; it goes on by itself when there is room again'
    : 'PostgreSQL refused the events: nothing was written';
}
