import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { EmbeddedPostgres } from '../../postgres/start-postgres.ts';
import { ask } from '../../testing/ask.ts';
import { startDatabase } from '../../testing/engines.ts';
import { NO_STREAM, sizeOf } from '../event.ts';
import { Log } from './log.ts';

let database: Awaited<ReturnType<typeof startDatabase>>;
let postgres: EmbeddedPostgres;
let log: Log;

beforeAll(async () => {
  database = await startDatabase();
  postgres = database.postgres;
  log = await Log.open({
    connectionString: postgres.nearConnectionString(),
    onFailure: (error) => expect(error).toBe(null),
  });
}, 60_000);

afterAll(async () => {
  await log.close();
  await database.stop();
});

/** An append to a stream of its own. */
function append() {
  const event = { id: randomUUID(), type: 'noted', isJson: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) };
  return {
    stream: event.id,
    expected: { kind: 'no-stream' },
    events: [event],
    deadline: null,
    size: sizeOf(event),
  } as const;
}

const commits = async () =>
  Number(await ask(postgres.connectionString(), 'SELECT count(DISTINCT xmin::text) FROM eventlog.event'));

describe('the log of a node', () => {
  test('given appends that came in one breath, then one commit holds them all', async () => {
    const before = await commits();
    const outcomes = await Promise.all(Array.from({ length: 400 }, () => log.append(append())));
    expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ kind: 'appended', revision: 0 })));
    expect((await commits()) - before).toBe(1);
  });

  test('given appends that came while a group was being committed, then the next commit holds them all', async () => {
    const before = await commits();
    const first = log.append(append());
    // One turn later the first group is on its way to PostgreSQL, which cannot answer before this turn ends.
    await new Promise((resolve) => setImmediate(resolve));
    const others = Array.from({ length: 400 }, () => log.append(append()));
    await Promise.all([first, ...others]);
    expect((await commits()) - before).toBe(2);
  });

  test('given streams that it wrote or that are not there, then it tells where they end without asking storage', async () => {
    const asked = jest.spyOn(log.reader, 'lastRevisions');
    const written = append();
    expect(await log.lastRevision(written.stream)).toBe(NO_STREAM);
    await log.append(written);
    expect(await log.lastRevision(written.stream)).toBe(0);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});

describe('the log of a node that cannot remember every stream', () => {
  test('given a stream that it forgot, then storage tells where that ends, and a stream that is not there is none', async () => {
    await log.close();
    log = await Log.open({
      connectionString: postgres.nearConnectionString(),
      streamsInMemory: 1,
      onFailure: (error) => expect(error).toBe(null),
    });
    const [first, second] = [append(), append()];
    await log.append(first);
    await log.append(second);
    const asked = jest.spyOn(log.reader, 'lastRevisions');
    expect(await log.lastRevision(second.stream)).toBe(0);
    expect(asked).not.toHaveBeenCalled();
    expect(await log.lastRevision(first.stream)).toBe(0);
    expect(await log.lastRevision(append().stream)).toBe(NO_STREAM);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('given a log that was closed, then storage tells where streams end: nobody knows who writes it now', async () => {
    const written = append();
    await log.append(written);
    const asked = jest.spyOn(log.reader, 'lastRevisions');
    await log.drain();
    asked.mockClear();
    expect(await log.lastRevision(written.stream)).toBe(0);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('the log of a node whose connection was lost', () => {
  test('given something that was written by others meanwhile, then it does not go on with what it knows', async () => {
    await log.close();
    let failed: (error: Error) => void = () => undefined;
    const failure = new Promise<Error>((resolve) => {
      failed = resolve;
    });
    log = await Log.open({ connectionString: postgres.nearConnectionString(), onFailure: (error) => failed(error) });
    // In one transaction, so that the node finds the log as it is after it.
    await ask(
      postgres.connectionString(),
      `DO $$ BEGIN
       LOCK TABLE eventlog.event IN ACCESS EXCLUSIVE MODE;
       PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'samenspel log writer';
       INSERT INTO eventlog.event (position, stream, revision, id, type, is_json, created, metadata, data)
       SELECT max(position) + 1000, 'by-another', 0, gen_random_uuid(), 'noted', true, 0, '', '{}' FROM eventlog.event;
       END $$`,
    );
    expect(await failure).toMatchObject({ name: 'UnresolvedError', message: expect.stringContaining('left it at') });
    await expect(log.append(append())).rejects.toMatchObject({ name: 'NotWrittenError' });
  });
});
