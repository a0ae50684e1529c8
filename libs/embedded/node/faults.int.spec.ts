import { fork } from 'node:child_process';
import { once } from 'node:events';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedPostgres, startPostgres } from '../postgres/start-postgres.ts';
import { type CompiledNode, compileNode } from '../testing/compile-node.ts';
import { temporaryFolder } from '../testing/engines.ts';
import { newStream, noted, numbers } from '../testing/notes.ts';
import { environmentOf } from './process.ts';
import { NODE_EXIT, type NodeExit, type SpawnedNode, spawnNode } from './spawn-node.ts';

let compiled: CompiledNode;
let folder = '';
let remove = async (): Promise<void> => undefined;
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  compiled = await compileNode();
  ({ path: folder, remove } = await temporaryFolder());
  postgres = await startPostgres({ folder });
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  await compiled.remove();
  await remove();
});

function start(port?: number): Promise<SpawnedNode> {
  const connectionString = postgres.connectionString();
  return spawnNode({ connectionString, entry: compiled.entry, ...(port === undefined ? {} : { port }) });
}

describe('a node in a process of its own', () => {
  test('ends when PostgreSQL stays away, and says by its exit code why', async () => {
    const connectionString = postgres.connectionString();
    const node = await spawnNode({ connectionString, entry: compiled.entry, patience: 300 });
    const client = EventStoreDBClient.connectionString(node.connectionString);
    await client.appendToStream(newStream(), noted(0));
    const exit = new Promise<NodeExit>((resolve) => node.onExit(resolve));
    try {
      await postgres.stop();
      // The node is still looking for PostgreSQL, or has ended already: unavailable in both cases.
      await expect(client.appendToStream(newStream(), noted(1))).rejects.toThrow('UNAVAILABLE');
      expect(await exit).toEqual({ code: NODE_EXIT.lostDatabase, signal: null, unexpected: true });
      await client.dispose();
    } finally {
      postgres = await startPostgres({ folder, port: postgres.port });
    }
  }, 30_000);

  test('ends with its parent', async () => {
    const env = { ...process.env, ...environmentOf({ connectionString: postgres.connectionString() }) };
    const child = fork(compiled.entry, [], { env, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    expect((await once(child, 'message'))[0]).toEqual({ ready: true, port: expect.any(Number) });
    const exit = once(child, 'exit');
    child.disconnect();
    expect(await exit).toEqual([NODE_EXIT.stopped, null]);
  });

  test('finishes what it was asked before it stops', async () => {
    const node = await start();
    const client = EventStoreDBClient.connectionString(node.connectionString);
    const streams = Array.from({ length: 200 }, () => newStream());
    await client.appendToStream(newStream(), noted(0));
    const appends = Promise.allSettled(streams.map((stream) => client.appendToStream(stream, noted(0))));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await node.stop();
    const outcomes = await appends;
    const again = await start(node.port);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ type: 'unavailable' });
      else expect(await numbers(client.readStream(streams[index] ?? ''))).toEqual([0]);
    }
    await client.dispose();
    await again.stop();
  });

  test('that cannot start says why', async () => {
    const node = await start();
    const refused = start(node.port);
    await expect(refused).rejects.toMatchObject({ code: 'port-in-use' });
    await node.stop();
    const nowhere = spawnNode({ connectionString: 'postgresql://nobody@127.0.0.1:1/none', entry: compiled.entry });
    await expect(nowhere).rejects.toMatchObject({ code: 'log-not-started' });
  });
});
