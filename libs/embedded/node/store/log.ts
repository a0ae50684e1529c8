import { NO_STREAM } from '../event.ts';
import type { AppendOutcome } from '../protocol/append-response.ts';
import { type Append, AppendQueue } from './append-queue.ts';
import { ANSWER_MS } from './connection.ts';
import { LogReader } from './log-reader.ts';
import { LogWriter, NotWrittenError, UnresolvedError } from './log-writer.ts';
import { Revisions } from './revisions.ts';
import { Tail } from './tail.ts';

const STREAMS_IN_MEMORY = 100_000;
const PATIENCE_MS = 10_000;

export interface LogOptions {
  /** PostgreSQL, with the right to make the schema `eventlog`. */
  readonly connectionString: string;
  /** How long to look for a lost PostgreSQL, reading back included, before giving up, in milliseconds. */
  readonly patience?: number;
  /**
   * How long PostgreSQL may leave a statement without an answer before its line counts as dead, in milliseconds: only
   * then does the patience begin.
   */
  readonly answerWithin?: number;
  /** How many streams' revisions are kept in memory. */
  readonly streamsInMemory?: number;
  /** How much of the end of the log is kept in memory. */
  readonly tail?: { readonly events: number; readonly bytes: number };
  /** Called once when the log can no longer be written and the node must end. */
  readonly onFailure: (error: Error) => void;
}

/** The log as the services use it: append, read, and its live end. */
export class Log {
  readonly tail: Tail;
  readonly reader: LogReader;
  readonly #writer: LogWriter;
  readonly #queue: AppendQueue;
  readonly #revisions: Revisions;
  #state: 'open' | 'lost' | 'failed' | 'closed' = 'open';

  private constructor(writer: LogWriter, reader: LogReader, revisions: Revisions, tail: Tail, options: LogOptions) {
    this.#writer = writer;
    this.reader = reader;
    this.tail = tail;
    this.#revisions = revisions;
    this.#queue = new AppendQueue({ writer, reader, revisions, tail });
    writer.onLost(() => void this.#recover());
    writer.onFailed((failure) => {
      this.#state = 'failed';
      options.onFailure(failure);
    });
  }

  /** @throws EmbeddedError `log-in-use`; an error of the driver when PostgreSQL cannot be reached. */
  static async open(options: LogOptions): Promise<Log> {
    const { connectionString, answerWithin = ANSWER_MS } = options;
    const writer = await LogWriter.open({ connectionString, answerWithin }, options.patience ?? PATIENCE_MS);
    const reader = new LogReader({ connectionString, answerWithin });
    try {
      const tail = new Tail(await writer.head(), options.tail);
      const revisions = await Revisions.load(reader, options.streamsInMemory ?? STREAMS_IN_MEMORY);
      return new Log(writer, reader, revisions, tail, options);
    } catch (error) {
      await Promise.all([writer.close(), reader.close()]);
      throw error;
    }
  }

  /**
   * @returns what became of it, once that is durable.
   * @throws NotWrittenError when it was certainly not written; UnresolvedError when nobody can say.
   */
  append(append: Append): Promise<AppendOutcome> {
    if (this.#state === 'open' || this.#state === 'lost') return this.#queue.append(append);
    return Promise.reject(new NotWrittenError('the log node writes no more: it is about to end'));
  }

  /**
   * The last revision of a stream; NO_STREAM when there is no such stream. As long as this node is certain to be the only
   * one that writes it knows that by itself, and nearly every read by a command that looks for news ends here.
   */
  async lastRevision(stream: string): Promise<number> {
    const known = this.#state === 'open' ? this.#revisions.known(stream) : undefined;
    if (known !== undefined) return known;
    const [found] = await this.reader.lastRevisions([stream]);
    return found ?? NO_STREAM;
  }

  /** Takes no more appends, and returns when those that were begun are answered. */
  async drain(): Promise<void> {
    this.#state = 'closed';
    await this.#queue.idle();
  }

  async close(): Promise<void> {
    await this.drain();
    this.tail.wakeAll();
    await Promise.all([this.#writer.close(), this.reader.close()]);
  }

  /**
   * A connection that is away is looked for before somebody needs it. What is taken meanwhile waits for it in the queue,
   * as long as the patience lasts: refused at once, it would end the call on which the client also waits for what is in doubt.
   */
  async #recover(): Promise<void> {
    if (this.#state !== 'open') return;
    this.#state = 'lost';
    try {
      await this.#writer.recover();
      if (this.#state === 'lost') this.#state = 'open';
    } catch (error) {
      // That it cannot go on was told when that was found.
      if (!(error instanceof UnresolvedError)) throw error;
    }
  }
}
