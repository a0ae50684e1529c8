import pg from 'pg';
import { leave, rest } from './session.ts';

/**
 * How leadership is held, in milliseconds. A leader that died frees its lock at once, one that hangs or vanished within
 * `silence`; those who stand by ask every `beat`, so another leads within 3 s. A leader that is not answered for `answer`
 * has stopped leading before PostgreSQL lets go of its lock.
 */
export const leadership = { beat: 500, answer: 1_500, silence: 2_500, ending: 1_000 } as const;

export interface LeadOptions {
  readonly url: string;
  /** Of all processes that lead under one key, one leads. */
  readonly key: number;
  readonly signal: AbortSignal;
  readonly onTrouble: (error: Error) => void;
}

/**
 * Runs `work` whenever this process holds the lock, until the signal ends. When the session that holds it breaks or falls
 * silent, the signal given to `work` ends and the lock is sought again.
 *
 * Two may lead for a moment: one that was suspended does not know it yet. What they do must be safe then.
 *
 * What `work` throws is told to `onTrouble`, and it is run again after a pause.
 */
export async function lead(options: LeadOptions, work: (leading: AbortSignal) => Promise<void>): Promise<void> {
  while (!options.signal.aborted) {
    await leadOnce(options, work).catch((error: Error) => options.onTrouble(error));
    await rest(leadership.beat, options.signal);
  }
}

/** One session: stands by until it has the lock, and leads until it is lost or the work ends. */
async function leadOnce(options: LeadOptions, work: (leading: AbortSignal) => Promise<void>): Promise<void> {
  const session = await Session.open(options.url);
  try {
    const until = AbortSignal.any([options.signal, session.lost]);
    while (!until.aborted) {
      if (await session.holds(options.key)) return await leadWhileHeld(session, options, work);
      await rest(leadership.beat, until);
    }
  } finally {
    await session.end();
  }
}

async function leadWhileHeld(
  session: Session,
  { signal }: LeadOptions,
  work: (leading: AbortSignal) => Promise<void>,
): Promise<void> {
  const ended = new AbortController();
  const beating = session.beat(AbortSignal.any([ended.signal, session.lost]));
  const working = work(AbortSignal.any([signal, session.lost]));
  try {
    // Work that hangs on a dead connection is left behind: it can do nothing that the next leader would not notice.
    await Promise.race([working, afterEnd(AbortSignal.any([signal, session.lost]))]);
  } finally {
    ended.abort();
    await beating;
  }
}

/** Rejects a while after the signal ended. */
function afterEnd(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const late = () => reject(new Error('The work of the leader was left behind', { cause: signal.reason }));
    const end = () => setTimeout(late, leadership.ending).unref();
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

/** A connection that notices when the other side is gone, on either side, whatever the network says of it. */
class Session {
  private readonly losing = new AbortController();

  private constructor(private readonly client: pg.Client) {
    client.on('error', (error) => this.losing.abort(error));
    client.on('end', () => this.losing.abort(new Error('The session that held the lock ended')));
  }

  /** @throws Error when PostgreSQL does not answer in time. */
  static async open(url: string): Promise<Session> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'samenspel-leader',
      keepAlive: true,
      connectionTimeoutMillis: leadership.answer,
      query_timeout: leadership.answer,
    });
    const session = new Session(client);
    try {
      await client.connect();
      await client.query(`SET idle_session_timeout = ${leadership.silence}`);
      return session;
    } catch (error) {
      await session.end();
      throw error;
    }
  }

  /** Ends when the session has broken or was not answered in time. */
  get lost(): AbortSignal {
    return this.losing.signal;
  }

  async holds(key: number): Promise<boolean> {
    const { rows } = await this.client.query<{ holds: boolean }>('SELECT pg_try_advisory_lock($1) AS holds', [key]);
    return rows[0]?.holds ?? false;
  }

  /** Keeps the session from being taken for silent, and finds out when nobody answers. */
  async beat(until: AbortSignal): Promise<void> {
    for (await rest(leadership.beat, until); !until.aborted; await rest(leadership.beat, until)) {
      try {
        await this.client.query('SELECT 1');
      } catch (error) {
        this.losing.abort(error);
      }
    }
  }

  end(): Promise<void> {
    return leave(this.client);
  }
}
