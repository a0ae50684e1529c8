import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type LogNode, startNode } from '#embedded/node/start-node';
import { ask } from '#embedded/testing/ask';
import { type CuttingProxy, startCuttingProxy } from '#embedded/testing/cutting-proxy';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { Log } from '../log.ts';
import { type CopyOptions, copyLog } from './copy-log.ts';
import type { RawEvent } from './raw-event.ts';
import { RawLog } from './raw-log.ts';

/** One PostgreSQL; each node has a database of its own in it. */
let engines: TestEngines;
let source: LogNode;
let target: LogNode;
let client: EventStoreDBClient;
let nodes = 0;

async function newNode(): Promise<LogNode> {
  nodes += 1;
  const name = `log_${nodes}`;
  await ask(engines.postgres.connectionString(), `create database ${name}`);
  return startNode({ connectionString: engines.postgres.connectionString(name) });
}

beforeAll(async () => {
  engines = await startEngines();
  source = engines.node;
  client = EventStoreDBClient.connectionString(source.connectionString);
  await begin(source);
  // Streams that alternate, runs of one stream, binary and JSON, with and without metadata.
  for (let n = 0; n < 60; n += 1) {
    await client.appendToStream(`trajectory-${n % 7}`, [noted(n), noted(n + 1000)]);
    await client.appendToStream('attachments', binaryEvent({ type: 'kept.v1', data: Buffer.from([n, 0, 255]) }));
  }
}, 60_000);

afterAll(async () => {
  await client.dispose();
  await engines.stop();
});

beforeEach(async () => {
  target = await newNode();
});
afterEach(() => target.close());

async function begin(node: LogNode): Promise<void> {
  const now = () => '2026-01-05T09:00:00.000Z';
  const log = await Log.connect(node.connectionString, { purpose: 'production', now });
  await log.close();
}

function noted(n: number) {
  return jsonEvent({ type: 'noted.v1', data: { n }, ...(n % 2 && { metadata: { odd: true } }) });
}

function copy(options: Partial<CopyOptions> = {}) {
  return copyLog({ from: source.connectionString, to: target.connectionString, ...options });
}

async function contents(node: LogNode): Promise<Omit<RawEvent, 'position'>[]> {
  const log = new RawLog(node.connectionString);
  const found: Omit<RawEvent, 'position'>[] = [];
  for await (const { position: _, ...event } of log.events()) found.push(event);
  await log.close();
  return found;
}

/** Writes bytes that no JSON printer would have written. */
async function writeByHand(stream: string, data: string, metadata: string): Promise<void> {
  const log = new RawLog(source.connectionString);
  const event = { stream, revision: 0, id: randomUUID(), type: 'noted.v1', isJson: true, position: 0n };
  await log.append([{ ...event, data: Buffer.from(data), metadata: Buffer.from(metadata) }]);
  await log.close();
}

describe('copying a log', () => {
  test('given a log, when it is copied, then the copy has the same events in the same order, byte for byte', async () => {
    await writeByHand('by-hand', '{ "b" : 1.50,\n "a":"\\u00e9" }', ' {"x":1e2} ');
    const done = await copy();
    const there = await contents(target);
    expect(there).toEqual(await contents(source));
    expect(done).toMatchObject({
      events: there.length,
      found: 0,
      later: 0,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const log = await Log.connect(target.connectionString, { purpose: 'production', now: () => '' });
    expect(log.id).toBe(there[0]?.id);
    await log.close();
  });

  test('given a copy, when it is made again, then nothing is written and the hash is the same', async () => {
    const first = await copy();
    expect(await copy()).toEqual({ ...first, found: first.events });
  });

  test('given a copy that was interrupted halfway, when it is run again, then it goes on where the copy is', async () => {
    const stop = new AbortController();
    const onProgress = (phase: string, done: number, total: number) => {
      if (phase === 'copying' && done > total / 2) stop.abort();
    };
    await expect(copy({ signal: stop.signal, onProgress })).rejects.toMatchObject({ code: 'interrupted' });
    const half = (await contents(target)).length;
    const whole = await contents(source);
    expect(half).toBeGreaterThan(whole.length / 2);
    expect(half).toBeLessThan(whole.length);
    expect(await copy()).toMatchObject({ events: whole.length, found: half });
    expect(await contents(target)).toEqual(whole);
  });

  test.each(['to-server', 'to-client'] as const)(
    'given a connection that is cut on its way %s in the middle of an append, when it is run again, then nothing is missing or doubled',
    async (direction) => {
      const proxy = await cutInTheMiddle(direction);
      const to = `esdb://127.0.0.1:${proxy.port}?tls=false`;
      await expect(copy({ to })).rejects.toMatchObject({ code: 'target-away' });
      proxy.close();
      const whole = await contents(source);
      const { found, events } = await copy();
      expect(found).toBeGreaterThan(10);
      expect(events).toBe(whole.length);
      expect(await contents(target)).toEqual(whole);
    },
  );

  test('given a source that grows meanwhile, when it is copied, then up to where it ended, and it is told', async () => {
    const before = await contents(source);
    let grown: Promise<unknown> | undefined;
    const onProgress = (phase: string) => {
      if (phase === 'copying') grown ??= client.appendToStream('late', [noted(1), noted(2), noted(3)]);
    };
    const done = await copy({ onProgress });
    await grown;
    expect(done).toMatchObject({ events: before.length, later: 3 });
    expect(await contents(target)).toEqual(before);
    expect(await copy()).toMatchObject({ events: before.length + 3, found: before.length, later: 0 });
  });
});

describe('a log that cannot be copied', () => {
  test('given a copy with an event of somebody else, when it is run again, then it is refused and left as it is', async () => {
    await copy();
    const other = EventStoreDBClient.connectionString(target.connectionString);
    await other.appendToStream('foreign', noted(1));
    await other.dispose();
    const before = await contents(target);
    await expect(copy()).rejects.toMatchObject({ code: 'target-ahead', sentence: { nl: expect.any(String) } });
    await client.appendToStream('trajectory-0', noted(7));
    await expect(copy()).rejects.toMatchObject({ code: 'target-differs' });
    expect(await contents(target)).toEqual(before);
  });

  test('given a target that has begun a log of its own, then it is refused', async () => {
    await begin(target);
    await expect(copy()).rejects.toMatchObject({ code: 'target-other-log' });
    expect(await contents(target)).toHaveLength(1);
  });

  test('given somebody who writes to the copy meanwhile, then it is found out', async () => {
    const other = EventStoreDBClient.connectionString(target.connectionString);
    let written: Promise<unknown> | undefined;
    const onProgress = (phase: string, done: number) => {
      if (phase === 'copying' && done > 20) written ??= other.appendToStream('foreign', noted(1));
    };
    await expect(copy({ onProgress })).rejects.toMatchObject({ code: 'not-the-same' });
    await written;
    await other.dispose();
  });

  test('given source and target mixed up, then the empty source is refused and nothing is written', async () => {
    const [from, to] = [target.connectionString, source.connectionString];
    await expect(copy({ from, to })).rejects.toMatchObject({ code: 'source-empty' });
  });

  test('given a log of something else, then it is refused', async () => {
    const other = EventStoreDBClient.connectionString(target.connectionString);
    await other.appendToStream('invoices', noted(1));
    await other.dispose();
    const [from, to] = [target.connectionString, source.connectionString];
    await expect(copy({ from, to })).rejects.toMatchObject({ code: 'source-not-ours' });
  });

  test('given a node that is not there, then that is what is said', async () => {
    await expect(copy({ to: 'esdb://127.0.0.1:1?tls=false' })).rejects.toMatchObject({ code: 'target-away' });
    await expect(copy({ from: 'esdb://127.0.0.1:1?tls=false' })).rejects.toMatchObject({ code: 'source-away' });
  });
});

/** Between the copy and its target; the line breaks at the thirtieth append, before or after the target has it. */
async function cutInTheMiddle(direction: 'to-server' | 'to-client'): Promise<CuttingProxy> {
  const proxy = await startCuttingProxy(target.port);
  let seen = 0;
  proxy.cutAt(direction, (bytes) => {
    if (direction === 'to-server' ? bytes.includes('noted.v1') : bytes.length > 0) seen += 1;
    return seen === 30;
  });
  return proxy;
}
