import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedPostgres, startPostgres } from '../../postgres/start-postgres.ts';
import { ask } from '../../testing/ask.ts';
import { temporaryFolder } from '../../testing/engines.ts';
import { sizeOf } from '../event.ts';
import { Log } from './log.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: EmbeddedPostgres;
let log: Log;

beforeAll(async () => {
  folder = await temporaryFolder();
  postgres = await startPostgres({ folder: folder.path });
  log = await Log.open({
    connectionString: postgres.nearConnectionString(),
    onFailure: (error) => expect(error).toBe(null),
  });
}, 60_000);

afterAll(async () => {
  await log.close();
  await postgres.stop();
  await folder.remove();
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
});
