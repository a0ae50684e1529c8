import type pg from 'pg';
import { codeOf } from '../../errno.ts';
import type { RecordedEvent } from '../event.ts';
import {
  closeConnection,
  type Database,
  endOf,
  type LogEnd,
  openWriterConnection,
  replaceWriterConnection,
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
 * looks whether the group's last event is there. For all of that it has its patience, and no more: a node that cannot
 * say what became of a group must end soon. A connection that is lost in silence is noticed when the statement has been
 * without an answer for too long, so a group takes `answerWithin` and the patience together at most.
 */
export class LogWriter {
  #client: pg.Client;
  #session: Session;
  /** Where this node left the log. What it knows in memory is true only as long as nothing else writes. */
  #end: number;
  #isLost = false;
  #isClosed = false;
  #failure: UnresolvedError | null = null;
  #writing: Promise<void> | null = null;
  #reconnecting: Promise<LogEnd> | null = null;
  #onLost: () => void = () => undefined;
  #onFailed: (failure: UnresolvedError) => void = () => undefined;
  readonly #database: Database;
  readonly #patience: number;

  private constructor({ client, session, end }: WriterConnection, database: Database, patience: number) {
    this.#database = database;
    this.#patience = patience;
    this.#client = client;
    this.#session = session;
    this.#end = end.position;
    this.#watch();
  }

  /**
   * @param patience how long to look for a lost database and to read back from it, in milliseconds.
   * @throws EmbeddedError `log-in-use`; an error of the driver when the database cannot be reached.
   */
  static async open(database: Database, patience: number): Promise<LogWriter> {
    return new LogWriter(await openWriterConnection(database), database, patience);
  }

  /** The position of the last event; 0 when there is none. */
  async head(): Promise<number> {
    return (await endOf(this.#client)).position;
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
    this.#writing = this.#write(events);
    try {
      await this.#writing;
    } finally {
      this.#writing = null;
    }
  }

  async #write(events: readonly RecordedEvent[]): Promise<void> {
    const last = events.at(-1);
    try {
      await writeEvents(this.#client, events);
    } catch (error) {
      if (isForked(error)) throw this.#fail('something else than this node has written the log', error);
      if (!isInDoubt(error)) throw new NotWrittenError(refusalOf(error), { cause: error });
      const end = await this.#reconnect();
      if (last?.position !== end.position || last.id !== end.id) {
        this.#assertLeftAt(end.position);
        throw new NotWrittenError('the connection to PostgreSQL was lost before the commit', { cause: error });
      }
    }
    this.#end = last?.position ?? this.#end;
  }

  /**
   * Makes sure that there is a connection.
   * @throws UnresolvedError when the database does not come back, another node writes it now, or the log does not end where
   * this node left it.
   */
  async restore(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    if (this.#isLost) this.#assertLeftAt((await this.#reconnect()).position);
  }

  /** As `restore`, but not before it is known what became of the group that is being written: until then its end is not. */
  async recover(): Promise<void> {
    await this.#writing?.catch(() => undefined);
    await this.restore();
  }

  /** Something else may have written, or put back an earlier state, while this node had no lock. */
  #assertLeftAt(end: number): void {
    if (end === this.#end) return;
    const elsewhere = `the log ends at ${end}, and this node left it at ${this.#end}`;
    throw this.#fail(elsewhere, new Error(elsewhere));
  }

  /** Once for all who need it: a second attempt would end the session of the first. @returns where the log ends. */
  #reconnect(): Promise<LogEnd> {
    this.#reconnecting ??= this.#connectAgain().finally(() => {
      this.#reconnecting = null;
    });
    return this.#reconnecting;
  }

  async #connectAgain(): Promise<LogEnd> {
    // By a clock that cannot be set: the wall clock may jump while PostgreSQL is away.
    const until = performance.now() + this.#patience;
    await closeConnection(this.#client);
    for (let pause = PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      if (this.#isClosed) throw new UnresolvedError('the node was closed while PostgreSQL was away');
      try {
        const left = until - performance.now();
        const { client, session, end } = await replaceWriterConnection(this.#database, this.#session, left);
        this.#client = client;
        this.#session = session;
        this.#isLost = false;
        this.#watch();
        if (this.#isClosed) await closeConnection(client);
        return end;
      } catch (error) {
        if (codeOf(error) === 'log-in-use' || performance.now() + pause > until) {
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

  /** For good: a connection that is being looked for is not kept either. */
  close(): Promise<void> {
    this.#isClosed = true;
    return closeConnection(this.#client);
  }
}

/** What a writer is told, in a sentence: a full disk is something that somebody can do something about. */
function refusalOf(error: unknown): string {
  return isDiskFull(error)
    ? 'the disk of the log is full: nothing was written; it goes on by itself when there is room again'
    : 'PostgreSQL refused the events: nothing was written';
}
