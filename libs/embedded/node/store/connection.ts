import pg from 'pg';
import { EmbeddedError } from '../../errors.ts';
import { PREPARE_INSERT } from './insert-row.ts';
import { prepareSchema } from './schema.ts';

/** Any number will do, as long as nothing else in the database uses it: "samen" on a telephone keypad, twice. */
export const LOCK_KEY = 7263672636;
/** At a start: a killed predecessor's connection is noticed at once on one machine; a live node keeps the lock for good. */
const LOCK_PATIENCE_MS = 5000;
const LOCK_PAUSE_MS = 50;

/** Numbers of 64 bits as numbers: positions and revisions stay below 2^53 for as long as a disk is finite. */
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format),
};

/**
 * A statement without an answer for so long has a line that is dead, though nobody has said so. A line that dies in
 * silence is noticed no sooner; with less, a PostgreSQL that is only slow would be taken for one that has gone.
 */
export const ANSWER_MS = 20_000;
const CLOSE_MS = 1000;

/** The database, and how long it may leave a statement, or a wish to connect, without an answer. */
export interface Database {
  readonly connectionString: string;
  /** In milliseconds. */
  readonly answerWithin: number;
}

/** A session at PostgreSQL. Its number alone may have been given to another since. */
export interface Session {
  readonly pid: number;
  readonly startedAt: string;
}

export interface WriterConnection {
  readonly client: pg.Client;
  readonly session: Session;
  /** As it was when the connection was opened. */
  readonly end: LogEnd;
}

/** The last event of the log; 0 and null when there is none. */
export interface LogEnd {
  readonly position: number;
  readonly id: string | null;
}

/** Settings that hold for every connection of the node. */
export function connectionConfig({ connectionString, answerWithin }: Database, name: string): pg.ClientConfig {
  return {
    connectionString,
    application_name: `samenspel ${name}`,
    types: TYPES,
    keepAlive: true,
    query_timeout: answerWithin,
    // A line that takes a connection and then says nothing would otherwise be waited for without end.
    connectionTimeoutMillis: answerWithin,
  };
}

/**
 * The one connection that writes. Its session holds the log's lock, and a lock goes only when its session has ended,
 * so whoever holds it knows that no earlier writer can still commit: that is what makes reading back conclusive.
 * @throws EmbeddedError `log-in-use` when another node writes this log.
 */
export function openWriterConnection(database: Database): Promise<WriterConnection> {
  return prepared(new pg.Client(connectionConfig(database, 'log writer')), null, performance.now() + LOCK_PATIENCE_MS);
}

/**
 * The same, in the place of one that was lost.
 * @param lost the session of this node that had the lock and does not answer any more. PostgreSQL may not know that
 * its line is dead, and would keep it, and the lock with it, for hours: it is ended here.
 * @param within how long all of it may take, in milliseconds: the new line may be as dead as the old one.
 */
export async function replaceWriterConnection(
  database: Database,
  lost: Session,
  within: number,
): Promise<WriterConnection> {
  const until = performance.now() + within;
  // Never 0, which the driver takes for no limit at all.
  const connectionTimeoutMillis = Math.max(1, Math.min(database.answerWithin, within));
  const client = new pg.Client({ ...connectionConfig(database, 'log writer'), connectionTimeoutMillis });
  let timer: NodeJS.Timeout | undefined;
  // Until then it has the limit of the driver: ended while it connects, it would be waited for without end.
  client.once('connect', () => {
    timer = setTimeout(() => void closeConnection(client), until - performance.now());
  });
  try {
    return await prepared(client, lost, until);
  } finally {
    clearTimeout(timer);
  }
}

/** @param until when the lock is not waited for any longer, by the clock of `performance`. */
async function prepared(client: pg.Client, lost: Session | null, until: number): Promise<WriterConnection> {
  // Without a listener a lost connection would end the process; the next query reports it all the same.
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (lost !== null) await endSession(client, lost);
    await takeLock(client, until);
    await client.query('SET synchronous_commit = on; SET client_min_messages = warning');
    await prepareSchema(client);
    await client.query(PREPARE_INSERT);
    return { client, session: await sessionOf(client), end: await endOf(client) };
  } catch (error) {
    await closeConnection(client);
    throw error;
  }
}

/** Ends connections, dead or alive: one that does not answer is left to itself after a moment. */
export async function closeConnection(client: Pick<pg.Client | pg.Pool, 'end'>): Promise<void> {
  const ended = client.end().catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_MS);
  });
  await Promise.race([ended, limit]);
  clearTimeout(timer);
}

async function sessionOf(client: pg.Client): Promise<Session> {
  const text = 'SELECT pid, backend_start::text AS "startedAt" FROM pg_stat_activity WHERE pid = pg_backend_pid()';
  const { rows } = await client.query<Session>(text);
  if (rows[0] === undefined) throw new Error('PostgreSQL does not know the session that asks');
  return rows[0];
}

export async function endOf(client: pg.Client): Promise<LogEnd> {
  const text = 'SELECT position, id FROM eventlog.event ORDER BY position DESC LIMIT 1';
  return (await client.query<LogEnd>(text)).rows[0] ?? { position: 0, id: null };
}

async function endSession(client: pg.Client, { pid, startedAt }: Session): Promise<void> {
  const text = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND backend_start::text = $2';
  await client.query(text, [pid, startedAt]);
}

async function takeLock(client: pg.Client, until: number): Promise<void> {
  // By a clock that cannot be set: the wall clock may jump while we wait.
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCK_KEY]);
    if (rows[0]?.taken === true) return;
    if (performance.now() > until) break;
    await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS));
  }
  throw new EmbeddedError('log-in-use', {
    en: 'Another log node already writes this database. Stop it first; one log has one node.',
    nl: 'Een ander logboekproces schrijft al in deze database. Stop dat eerst; een logboek heeft één proces.',
  });
}
