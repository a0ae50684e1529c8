import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const retryMs = 500;

/** A connection of its own, for what belongs to a session: a lock that it holds, a channel that it listens to. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'samenspel-session', keepAlive: true });
  await client.connect();
  return client;
}

/** Waits, but not past the end. */
export async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal, ref: true }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/**
 * Runs `work` whenever this process holds the lock, until the signal ends: of all processes that call it with one key,
 * one leads. When the session breaks, the signal given to `work` ends and the lock is sought again; when the leader
 * dies, PostgreSQL frees the lock and another takes over within half a second.
 *
 * What `work` throws is told to `onTrouble`, and it is run again after a pause.
 */
export async function lead(
  options: { url: string; key: number; signal: AbortSignal; onTrouble: (error: Error) => void },
  work: (leading: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!options.signal.aborted) {
    await leadOnce(options, work).catch((error: Error) => options.onTrouble(error));
    await rest(retryMs, options.signal);
  }
}

async function leadOnce(
  options: { url: string; key: number; signal: AbortSignal },
  work: (leading: AbortSignal) => Promise<void>,
): Promise<void> {
  const client = await connect(options.url);
  const lost = new AbortController();
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort(new Error('The session that held the lock ended')));
  try {
    const got = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1) AS leads', [options.key]);
    if (got.rows[0]?.leads) await work(AbortSignal.any([options.signal, lost.signal]));
  } finally {
    await client.end().catch((error: Error) => lost.abort(error));
  }
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
    const broken = new Promise<Error | undefined>((resolve) => {
      client.on('error', resolve);
      client.on('end', () => resolve(undefined));
      this.ending.signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const tell = () => {
      this.heard += 1;
      this.emit('heard');
    };
    client.on('notification', tell);
    await client.query(`LISTEN ${this.channel}`);
    // What was notified before the LISTEN was missed: whoever waits looks once more.
    tell();
    const error = await broken;
    await client.end().catch(() => undefined);
    if (error) throw error;
  }
}
