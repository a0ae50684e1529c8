import { Socket } from 'node:net';
import pg from 'pg';
import { withTimeLimit } from './patience.ts';

declare module 'pg' {
  interface ClientBase {
    /** The session at the other side, as PostgreSQL told it when the connection began. */
    readonly processID: number;
  }
}

/** Times in milliseconds. */
export interface Watchfulness {
  /** Between two looks at the connections. */
  readonly lookEvery: number;
  /** A connection on which nothing came for so long, though something was asked, is suspected. */
  readonly silentFor: number;
  /** Within this PostgreSQL says, on a connection of its own, whether it is at work for it. */
  readonly answerWithin: number;
}

const usual: Watchfulness = { lookEvery: 5_000, silentFor: 15_000, answerWithin: 3_000 };

/**
 * Ends connections that are dead without having been closed: the machine behind them is gone, another took its place, or
 * something in between forgot them. The system would wait for an answer for a quarter of an hour, and so would whoever
 * asked, with a job and its locks in hand.
 *
 * A statement may take as long as it takes. Therefore silence alone ends nothing: PostgreSQL is asked on a new connection
 * whether it is at work for that session. When nobody answers there either, PostgreSQL is away or hangs, and is waited
 * for. Where something stands in between that hands out sessions of its own, nothing can be told, and nothing is ended.
 *
 * A dead connection is ended within `silentFor` + `lookEvery` + `answerWithin`: 23 s.
 */
export class DeadLines {
  private readonly lines = new Set<AskedLine>();
  private timer: NodeJS.Timeout | undefined;
  private isAsking = false;

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly watchfulness: Watchfulness = usual,
  ) {}

  /** From now on, every connection of the pool; as long as it has any. */
  watch(pool: pg.Pool): void {
    pool.on('connect', (client) => {
      const line = new AskedLine(client);
      this.lines.add(line);
      this.timer ??= setInterval(() => void this.look(), this.watchfulness.lookEvery).unref();
      client.on('end', () => this.forget(line));
    });
  }

  private forget(line: AskedLine): void {
    this.lines.delete(line);
    if (this.lines.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async look(): Promise<void> {
    const { silentFor } = this.watchfulness;
    const suspects = [...this.lines].filter((line) => line.silence() >= silentFor);
    if (suspects.length === 0 || this.isAsking) return;
    this.isAsking = true;
    try {
      const working = await this.sessionsAtWork();
      // Meanwhile something may have come: what waits in this process is taken in before an answer of another connection.
      const dead = suspects.filter((line) => !working.has(line.session) && line.silence() >= silentFor);
      for (const line of dead) line.breakOff();
    } catch {
      // PostgreSQL is away or hangs. Whoever asked something waits for it, as long as they want; the next look asks again.
    } finally {
      this.isAsking = false;
    }
  }

  /** @throws when PostgreSQL does not answer, or when something in between hands out sessions of its own. */
  private async sessionsAtWork(): Promise<ReadonlySet<number>> {
    const { answerWithin } = this.watchfulness;
    const client = new pg.Client({ ...this.config, pipeline: false, connectionTimeoutMillis: answerWithin });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await withTimeLimit(client.query<{ own: number; working: number[] }>(atWork), answerWithin);
      const [answer] = rows;
      if (!answer || answer.own !== client.processID) throw new Error('PostgreSQL is not asked directly');
      return new Set(answer.working);
    } finally {
      client.connection.stream.destroy();
    }
  }
}

/** One that waits for this side is not at work: what it was asked never came, or its answer does not get through. */
const atWork = `
  SELECT pg_backend_pid() AS own, coalesce(array_agg(pid), '{}') AS working FROM pg_stat_activity
  WHERE state IN ('active', 'fastpath function call') AND wait_event_type IS DISTINCT FROM 'Client'`;

/** A connection, and since when nothing came on it though something was asked. */
class AskedLine {
  private readonly socket: Pick<Socket, 'bytesRead' | 'bytesWritten' | 'destroy'>;
  /** How much had been asked when all of it was answered. */
  private answered: number;
  private seen = { read: 0, written: 0 };
  private since = performance.now();

  constructor(private readonly client: pg.ClientBase & { readonly connection: pg.Connection }) {
    const { stream } = client.connection;
    if (!(stream instanceof Socket)) throw new Error('The connection to PostgreSQL is no socket');
    this.socket = stream;
    this.answered = this.socket.bytesWritten;
    client.on('drain', () => {
      this.answered = this.socket.bytesWritten;
    });
  }

  get session(): number {
    return this.client.processID;
  }

  /** Milliseconds since something last came or went, as far as it was noticed; 0 when nothing is waited for. */
  silence(): number {
    const { bytesRead: read, bytesWritten: written } = this.socket;
    const isStill = read === this.seen.read && written === this.seen.written;
    if (!isStill || written === this.answered) {
      this.seen = { read, written };
      this.since = performance.now();
    }
    return performance.now() - this.since;
  }

  /** Whoever asked is told, and the pool puts another in its place. */
  breakOff(): void {
    const error = new Error('PostgreSQL is not at work for a connection that waits for its answer: the line is dead');
    this.socket.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
  }
}
