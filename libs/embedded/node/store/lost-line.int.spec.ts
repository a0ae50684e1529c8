import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { EmbeddedPostgres } from '../../postgres/start-postgres.ts';
import { ask } from '../../testing/ask.ts';
import { startDatabase } from '../../testing/engines.ts';
import { postgresql } from '../../testing/frames.ts';
import { Line } from '../../testing/line.ts';
import { sizeOf } from '../event.ts';
import { LOCK_KEY } from './connection.ts';
import { Log } from './log.ts';

/** For closing what does not answer, and for a machine that has other things to do. */
const MARGIN_MS = 2_500;

const END_WRITERS = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
  WHERE application_name = 'samenspel log writer'`;

const WAITING = `SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;

let database: Awaited<ReturnType<typeof startDatabase>>;
let postgres: EmbeddedPostgres;
let line: Line;
let log: Log;
let failure: Promise<Error>;

beforeAll(async () => {
  database = await startDatabase();
  postgres = database.postgres;
}, 60_000);

afterAll(async () => {
  await database.stop();
});

/** A log that reaches PostgreSQL over a line of its own, and remembers one stream. */
async function openLog(limits: { readonly answerWithin: number; readonly patience: number }): Promise<void> {
  line = await Line.open(postgres.port, postgresql);
  const connectionString = postgres.connectionString().replace(`:${postgres.port}/`, `:${line.port}/`);
  let failed: (error: Error) => void = () => undefined;
  failure = new Promise((resolve) => {
    failed = resolve;
  });
  log = await Log.open({ connectionString, streamsInMemory: 1, ...limits, onFailure: (error) => failed(error) });
}

afterEach(async () => {
  await log.close();
  line.close();
  // PostgreSQL has not heard that a line has died: the session behind it, and the log's lock, would stay.
  await ask(postgres.connectionString(), END_WRITERS);
});

const unresolved = { name: 'UnresolvedError', message: 'PostgreSQL did not come back' };

function append(stream: string) {
  const event = { id: randomUUID(), type: 'noted', isJson: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) };
  return log.append({ stream, expected: { kind: 'any' }, events: [event], deadline: null, size: sizeOf(event) });
}

describe('a log whose line to PostgreSQL is lost', () => {
  test('given one that died in silence, then it is given up within the time of an answer and the patience', async () => {
    const limits = { answerWithin: 5_000, patience: 300 };
    await openLog(limits);
    for (const stream of ['forgotten', 'remembered']) await append(stream);
    line.vanish();
    const began = performance.now();
    const first = append('remembered');
    // One turn later the first is on its way; for the next, storage would have to be asked where its stream ends.
    await turn();
    const outcomes = await Promise.allSettled([first, append('forgotten')]);
    expect(outcomes).toMatchObject([{ reason: unresolved }, { reason: unresolved }]);
    expect(await failure).toMatchObject(unresolved);
    const reading = expect(log.reader.allAfter(0, 10)).rejects.toThrow();
    // A turn later it has a connection, and waits for what will not come.
    await turn();
    await log.close();
    expect(performance.now() - began).toBeLessThan(limits.answerWithin + limits.patience + MARGIN_MS);
    line.close();
    await reading;
  });

  test('given a PostgreSQL that takes the connection and then does not get on, then it is not waited for longer', async () => {
    const limits = { answerWithin: 15_000, patience: 1_000 };
    await openLog(limits);
    await append('remembered');
    const busy = new pg.Client(postgres.connectionString());
    await busy.connect();
    await busy.query('BEGIN; LOCK TABLE eventlog.event IN ACCESS EXCLUSIVE MODE');
    const began = performance.now();
    await busy.query(END_WRITERS);
    expect(await failure).toMatchObject(unresolved);
    expect(performance.now() - began).toBeLessThan(limits.patience + MARGIN_MS);
    await busy.end();
  });

  test('given a session that ends slowly, then the lock is waited for as long as the patience lasts', async () => {
    await openLog({ answerWithin: 20_000, patience: 10_000 });
    await append('remembered');
    const slow = new pg.Client(postgres.connectionString());
    await slow.connect();
    // Waits for the lock, and so has it as soon as the writer is gone: as if that one had not let go yet.
    const taken = slow.query(`SELECT pg_advisory_lock(${LOCK_KEY})`);
    while ((await ask(postgres.connectionString(), WAITING)) === 0) await turn();
    await ask(postgres.connectionString(), END_WRITERS);
    await taken;
    const next = append('remembered');
    setTimeout(() => void slow.end(), 6_000);
    expect(await next).toMatchObject({ kind: 'appended' });
  }, 30_000);
});
