import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { withTimeLimit } from '#log/patience';

const retryMs = 500;
/** A connection can be dead without being closed: it is asked every so often whether it is still there. In milliseconds. */
const askEvery = 5_000;
const answerWithin = 3_000;
const goodbyeWithin = 1_000;

/** A connection of its own, for what belongs to a session: a channel that it listens to. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'samenspel-session',
    keepAlive: true,
    connectionTimeoutMillis: answerWithin,
  });
  // It may be ended before whoever asked for it listens, by what comes with the last word of connecting.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await leave(client);
    throw error;
  }
}

/** Ends a connection. A goodbye over a line that is dead is never answered, so it is not waited for long. */
export async function leave(client: pg.Client): Promise<void> {
  const left = client.end().catch(() => undefined);
  await Promise.race([left, new Promise((resolve) => setTimeout(resolve, goodbyeWithin).unref())]);
}

/** Waits, but not past the end. */
export async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal, ref: true }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/**
 * Hears what is notified on one channel. Notifications are a hint: those sent while the connection was broken are lost,
 * so every waiter also looks by itself from time to time.
 */
export class Listener extends EventEmitter<{ heard: [] }> {
  private heard = 0;
  private readonly ending = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onTrouble: (error: Error) => void,
    /** Done with every new connection, before it listens: what the session is to hold. */
    private readonly onConnected: (session: pg.Client) => Promise<void> = async () => undefined,
  ) {
    super();
    this.setMaxListeners(0);
    this.running = this.run();
  }

  /** How many notifications were heard so far; to be taken before looking, and given to `next` after it. */
  get count(): number {
    return this.heard;
  }

  /** Resolves when more was heard than `since`, after that many milliseconds, or when listening ends. */
  next(since: number, withinMs: number): Promise<void> {
    if (this.heard > since || this.ending.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.off('heard', done);
        resolve();
      };
      const timer = setTimeout(done, withinMs);
      this.on('heard', done);
    });
  }

  /** Stops listening, and wakes whoever waits. */
  async close(): Promise<void> {
    this.ending.abort();
    this.emit('heard');
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await this.listen().catch((error: Error) => this.onTrouble(error));
      await rest(retryMs, this.ending.signal);
    }
  }

  private async listen(): Promise<void> {
    const client = await connect(this.url);
    const { signal } = this.ending;
    const over = new AbortController();
    let breakOff: (error?: Error) => void = () => undefined;
    const broken = new Promise<Error | undefined>((resolve) => {
      breakOff = resolve;
    });
    const end = () => breakOff();
    client.on('error', breakOff);
    client.on('end', end);
    signal.addEventListener('abort', end, { once: true });
    const tell = () => {
      this.heard += 1;
      this.emit('heard');
    };
    client.on('notification', tell);
    try {
      await this.onConnected(client);
      await client.query(`LISTEN ${this.channel}`);
      // What was notified before the LISTEN was missed: whoever waits looks once more.
      tell();
      const error = await Promise.race([broken, unanswered(client, over.signal)]);
      if (error) throw error;
    } finally {
      // The signal of the whole outlives the connection, of which there may be any number.
      signal.removeEventListener('abort', end);
      over.abort();
      await leave(client);
    }
  }
}

/** Resolves when the other side no longer answers, or when nobody listens over this connection any more. */
async function unanswered(client: pg.Client, signal: AbortSignal): Promise<Error | undefined> {
  for (await rest(askEvery, signal); !signal.aborted; await rest(askEvery, signal)) {
    try {
      await withTimeLimit(client.query('SELECT 1'), answerWithin);
    } catch (error) {
      return error as Error;
    }
  }
  return undefined;
}
