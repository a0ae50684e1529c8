import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type CuttingProxy, startCuttingProxy } from '../testing/cutting-proxy.ts';
import { startEngines, type TestEngines } from '../testing/engines.ts';
import { collect, newStream, noted, notedFrom, numbers } from '../testing/notes.ts';
import { type LogNode, startNode } from './start-node.ts';
import { LogReader } from './store/log-reader.ts';

let engines: TestEngines;
let client: EventStoreDBClient;
beforeAll(async () => {
  engines = await startEngines();
  client = EventStoreDBClient.connectionString(engines.node.connectionString);
}, 60_000);
afterAll(async () => {
  await client.dispose();
  await engines.stop();
});

describe('the embedded log node', () => {
  test('refuses to stand beside another on the same log', async () => {
    const second = startNode({ connectionString: engines.postgres.connectionString() });
    await expect(second).rejects.toMatchObject({ code: 'log-in-use' });
  });

  test('says that its port is taken', async () => {
    const { port } = engines.node;
    const second = startNode({ connectionString: engines.postgres.connectionString(), port });
    await expect(second).rejects.toMatchObject({ code: 'port-in-use', port });
  });

  test.each(['0.0.0.0', '::', '::1', '10.0.0.1', 'example.org'])('refuses to be reached at %s', async (host) => {
    const second = startNode({ connectionString: engines.postgres.connectionString(), host });
    await expect(second).rejects.toMatchObject({ sentence: { en: expect.stringContaining('this machine alone') } });
  });

  test('answers a read of a name that no stream can have as one that is wrong', async () => {
    await expect(collect(client.readStream('a\0stream'))).rejects.toThrow('U+0000');
  });

  test('says in one sentence that it does not offer the rest', async () => {
    const stream = newStream();
    await client.appendToStream(stream, noted(0));
    const refusal = { _raw: { code: status.UNIMPLEMENTED, details: expect.stringContaining('embedded log node') } };
    await expect(client.deleteStream(stream)).rejects.toMatchObject(refusal);
    await expect(client.tombstoneStream(stream)).rejects.toMatchObject(refusal);
    const settings = persistentSubscriptionToStreamSettingsFromDefaults();
    await expect(client.createPersistentSubscriptionToStream(stream, 'g', settings)).rejects.toMatchObject(refusal);
    await expect(client.createProjection('p', 'fromAll()')).rejects.toThrow();
    await expect(client.setStreamMetadata(stream, { maxCount: 1 })).rejects.toThrow('embedded log node');
    expect((await client.getStreamMetadata(stream)).metadata).toBeUndefined();
  });

  const noId = '00000000-0000-0000-0000-000000000000';
  test.each([
    ['an id that is not one', newStream(), { id: 'not-a-uuid', type: 'noted.v1' }, 'UUID'],
    ['an id of nothing', newStream(), { id: noId, type: 'noted.v1' }, 'no id'],
    ['no type', newStream(), { type: '' }, 'no type'],
    ['a type that cannot be stored', newStream(), { type: 'noted\0' }, 'U+0000'],
    ['a stream that cannot be stored', 'a\0stream', { type: 'noted.v1' }, 'U+0000'],
    ['a stream whose name is too long', 'é'.repeat(1_001), { type: 'noted.v1' }, 'longer than 2000 bytes'],
  ])('refuses %s, and nothing beside it', async (_what, stream, event, reason) => {
    const beside = [client.appendToStream(newStream(), noted(0))];
    const refused = client.appendToStream(stream, jsonEvent({ ...event, data: { n: 0 } }));
    beside.push(client.appendToStream(newStream(), noted(0)));
    await expect(refused).rejects.toThrow(reason);
    expect(await Promise.all(beside)).toEqual(
      [0n, 0n].map((nextExpectedRevision) => expect.objectContaining({ nextExpectedRevision })),
    );
  });
});

describe('a stream whose events are far heavier than those before them', () => {
  test('is read in pages that stay small, and given whole to every kind of reader', async () => {
    const stream = newStream();
    await client.appendToStream(stream, notedFrom(0, 100));
    const heavy = (n: number) => jsonEvent({ type: 'noted.v1', data: { n, text: '.'.repeat(900_000) } });
    for (let n = 100; n < 112; n += 1) await client.appendToStream(stream, heavy(n));
    const reader = new LogReader({ connectionString: engines.postgres.connectionString(), answerWithin: 20_000 });
    expect(await reader.streamFrom(stream, 90, 1_000)).toHaveLength(10 + 3);
    expect(await reader.streamDownFrom(stream, 1_000, 1_000)).toHaveLength(3);
    await reader.close();
    const expected = Array.from({ length: 112 }, (_, n) => n);
    expect(await numbers(client.readStream(stream))).toEqual(expected);
    expect(await numbers(client.readStream(stream, { direction: 'backwards', fromRevision: 'end' }))).toEqual(
      expected.toReversed(),
    );
    const subscription = client.subscribeToStream(stream);
    expect(await numbers(subscription, 112)).toEqual(expected);
    await subscription.unsubscribe();
  }, 30_000);
});

describe('with few streams in memory and a short tail', () => {
  let node: LogNode;
  let own: EventStoreDBClient;
  let small: TestEngines;
  beforeAll(async () => {
    small = await startEngines({ streamsInMemory: 3, tail: { events: 10, bytes: 10_000 } });
    node = small.node;
    own = EventStoreDBClient.connectionString(node.connectionString);
  }, 60_000);
  afterAll(async () => {
    await own.dispose();
    await small.stop();
  });

  test('revisions are as right as with many', async () => {
    const streams = Array.from({ length: 20 }, () => newStream());
    for (const expectedRevision of ['no_stream', 0n, 1n] as const) {
      await Promise.all(streams.map((stream) => own.appendToStream(stream, noted(0), { expectedRevision })));
    }
    for (const stream of streams) {
      const refused = own.appendToStream(stream, noted(0), { expectedRevision: 0n });
      await expect(refused).rejects.toMatchObject({ actualVersion: 2n });
    }
  });

  test('a subscriber that falls behind is told, served from storage, and told when it is live again', async () => {
    const stream = newStream();
    const signs: string[] = [];
    const [all, one] = [own.subscribeToAll({ fromPosition: 'end' }), own.subscribeToStream(stream)];
    for (const subscription of [all, one]) {
      subscription.on('fellBehind', () => signs.push('behind'));
    }
    const live = Promise.all([all, one].map((each) => new Promise((resolve) => each.once('caughtUp', resolve))));
    const received = [numbers(all, 900), numbers(one, 900)];
    await live;
    for (let n = 0; n < 900; n += 300) await own.appendToStream(stream, notedFrom(n, 300));
    const expected = Array.from({ length: 900 }, (_, n) => n);
    expect(await Promise.all(received)).toEqual([expected, expected]);
    expect(signs).toContain('behind');
    await Promise.all([all.unsubscribe(), one.unsubscribe()]);
  });
});

describe('when something else wrote in the log', () => {
  test('the node ends, for nobody can say any more what it holds', async () => {
    const forked = await startEngines();
    await forked.node.close();
    const connectionString = forked.postgres.connectionString();
    const failed = new Promise<Error>((resolve) => {
      void startNode({ connectionString, onFailure: resolve }).then(async ({ connectionString: url }) => {
        const own = EventStoreDBClient.connectionString(url);
        await own.appendToStream('forked', noted(0));
        await writeBeside(connectionString, 'forked');
        await own.appendToStream('forked', noted(1), { expectedRevision: 0n }).catch(() => undefined);
        await own.dispose();
      });
    });
    expect((await failed).message).toBe('something else than this node has written the log');
    await forked.stop();
  }, 60_000);
});

/** Writes the next event of a stream, past the node. */
async function writeBeside(connectionString: string, stream: string): Promise<void> {
  const beside = new pg.Client(connectionString);
  await beside.connect();
  await beside.query(
    `INSERT INTO eventlog.event (position, stream, revision, id, type, is_json, created, metadata, data)
     SELECT position + 100000, stream, revision + 1, gen_random_uuid(), type, is_json, created, metadata, data
     FROM eventlog.event WHERE stream = $1`,
    [stream],
  );
  await beside.end();
}

describe('when the line to PostgreSQL is cut', () => {
  let proxy: CuttingProxy;
  let node: LogNode;
  let own: EventStoreDBClient;
  let cut: TestEngines;
  const insert = (bytes: Buffer): boolean => bytes.includes('in-doubt');
  beforeAll(async () => {
    cut = await startEngines();
    await cut.node.close();
    proxy = await startCuttingProxy(cut.postgres.port);
    const connectionString = cut.postgres.connectionString().replace(`:${cut.postgres.port}/`, `:${proxy.port}/`);
    node = await startNode({ connectionString });
    own = EventStoreDBClient.connectionString(node.connectionString);
  }, 60_000);
  afterAll(async () => {
    await own.dispose();
    await node.close();
    proxy.close();
    await cut.stop();
  });

  test('after the events have arrived, the append succeeds once', async () => {
    const stream = newStream('in-doubt');
    await own.appendToStream(newStream(), noted(0));
    proxy.cutAt('to-client', () => true);
    const result = await own.appendToStream(stream, notedFrom(0, 2), { expectedRevision: 'no_stream' });
    expect(result.nextExpectedRevision).toBe(1n);
    expect(await numbers(own.readStream(stream))).toEqual([0, 1]);
    expect(await own.appendToStream(stream, noted(2), { expectedRevision: 1n })).toMatchObject({ success: true });
  });

  test('while it is in doubt whether an append was written, others of the same client come, and all succeed', async () => {
    await own.appendToStream(newStream(), noted(0));
    proxy.cutAt('to-client', () => true);
    const [inDoubt, ...later] = [newStream('in-doubt'), newStream(), newStream(), newStream(), newStream()];
    const appends = [own.appendToStream(inDoubt, noted(0))];
    for (const stream of later) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      appends.push(own.appendToStream(stream, noted(0)));
    }
    expect(await Promise.all(appends)).toEqual(appends.map(() => expect.objectContaining({ success: true })));
    expect(await numbers(own.readStream(inDoubt))).toEqual([0]);
  });

  test('before the events have arrived, the append fails and nothing is written', async () => {
    const stream = newStream('in-doubt');
    proxy.cutAt('to-server', insert);
    await expect(own.appendToStream(stream, noted(0))).rejects.toMatchObject({ type: 'unavailable' });
    await expect(collect(own.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
    const result = await own.appendToStream(stream, noted(1), { expectedRevision: 'no_stream' });
    expect(result.nextExpectedRevision).toBe(0n);
  });
});
