import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { type LogNode, startNode } from '#embedded/node/start-node';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import type { Draft, LoggedEvent } from './contract/codec.ts';
import { exampleStart } from './genesis.ts';
import { Log } from './log.ts';
import { delay } from './patience.ts';

let folder: string;
let postgres: EmbeddedPostgres;
let node: LogNode;
let log: Log;
const dropped: unknown[] = [];

const connect = (purpose: 'production' | 'example' = 'production') =>
  Log.connect(node.connectionString, {
    purpose,
    now: () => '2026-01-05T09:00:00.000Z',
    onDropped: (error) => dropped.push(error),
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-log-'));
  postgres = await startPostgres({ folder });
  node = await startNode({ connectionString: postgres.connectionString() });
}, 60_000);

afterAll(async () => {
  await log.close();
  await node.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

function draft(layer: string): Draft {
  const id = uuid();
  return {
    id,
    type: 'trajectory.commitment-ended.v1',
    data: { layer },
    envelope: {
      v: 1,
      log: log.id,
      subjects: [`trajectory:${id}`],
      actor: id,
      role: 'lead',
      grant: id,
      command: { id, type: 'end', digest: 'c'.repeat(64) },
      causation: id,
      correlation: id,
      recordedAt: '2026-01-05T10:00:00.000Z',
      release: '0.1.0',
      channel: { kind: 'api' },
      publication: 'programme',
      retention: 'years-20',
    },
  };
}

/** The next so many events of a subscription. */
async function next(subscription: AsyncGenerator<LoggedEvent>, count: number): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  while (events.length < count) {
    const { value, done } = await subscription.next();
    if (done) break;
    events.push(value);
  }
  return events;
}

describe('the log', () => {
  test('has one beginning, however many servers start it at once, and keeps its purpose', async () => {
    const logs = await Promise.all([connect('example'), connect('example'), connect('example')]);
    expect(new Set(logs.map(({ id }) => id)).size).toBe(1);
    await Promise.all(logs.map((each) => each.close()));
    log = await connect('production');
    expect(log.id).toBe(logs[0]?.id);
    expect(log.purpose).toBe('example');
    const [genesis] = await log.readStream('samenspel-log');
    expect(genesis).toMatchObject({ id: log.id, type: 'log.started.v1', recordedAt: exampleStart });
  });

  test('appends all events of a command or none, under the expected revision', async () => {
    const drafts = [draft('council'), draft('executive')];
    expect(await log.append('trajectory-a', -1, drafts)).toMatchObject({ outcome: 'appended', revision: 1 });
    expect(await log.append('trajectory-a', -1, [draft('officials')])).toEqual({ outcome: 'wrong-revision' });
    expect(await log.append('trajectory-a', 0, [draft('officials')])).toEqual({ outcome: 'wrong-revision' });
    const events = await log.readStream('trajectory-a');
    expect(events.map(({ id, revision }) => [id, revision])).toEqual(drafts.map(({ id }, index) => [id, index]));
  });

  test('answers an append that is repeated because its outcome was unknown as the first time', async () => {
    const drafts = [draft('council')];
    const first = await log.append('trajectory-b', -1, drafts);
    expect(await log.append('trajectory-b', -1, drafts)).toEqual(first);
    expect(await log.readStream('trajectory-b')).toHaveLength(1);
  });

  test('reads nothing from a stream that is not there, and only the tail when asked', async () => {
    expect(await log.readStream('trajectory-none')).toEqual([]);
    expect(await log.readStream('trajectory-a', { from: 1 })).toHaveLength(1);
    expect(await log.readStream('trajectory-a', { from: 2 })).toEqual([]);
  });

  test('given a reader of everything that leaves before the end, then its call at the node ends', async () => {
    const { client } = log as unknown as { client: EventStoreDBClient };
    const read = client.readAll.bind(client);
    const cancelled: jest.SpiedFunction<() => Promise<void>>[] = [];
    const opening = jest.spyOn(client, 'readAll').mockImplementation((options) => {
      const reading = read(options);
      cancelled.push(jest.spyOn(reading, 'cancel'));
      return reading;
    });
    for await (const _ of log.readAll()) break;
    opening.mockRestore();
    expect(cancelled.map((cancel) => cancel.mock.calls.length)).toEqual([1]);
    expect((await log.readStream('trajectory-a')).length).toBeGreaterThan(0);
  });

  test('gives a subscriber every event once and in order, over a restart of the node', async () => {
    const stop = new AbortController();
    const subscription = log.subscribe({ signal: stop.signal });
    const before = await next(subscription, 4);
    const all: LoggedEvent[] = [];
    for await (const event of log.readAll()) all.push(event);
    expect(before).toEqual(all);

    const port = node.port;
    const waiting = next(subscription, 3);
    await log.append('trajectory-c', -1, [draft('council')]);
    await node.close();
    node = await startNode({ connectionString: postgres.connectionString(), port });
    for (const [revision, again] of [draft('council'), draft('council')].entries()) {
      // Repeated as it is until the node is back: an append whose outcome is unknown may have been done.
      while ((await log.append('trajectory-c', revision, [again])).outcome !== 'appended') await delay(20);
    }
    expect((await waiting).map(({ stream, revision }) => [stream, revision])).toEqual([
      ['trajectory-c', 0],
      ['trajectory-c', 1],
      ['trajectory-c', 2],
    ]);
    expect(dropped.length).toBeGreaterThan(0);
    const ended = subscription.next();
    stop.abort();
    expect((await ended).done).toBe(true);
  });

  test('given an event that this release cannot read, then no call is left open behind the failure', async () => {
    const { client } = log as unknown as { client: EventStoreDBClient };
    const { envelope } = draft('council');
    const strange = Array.from({ length: 300 }, () =>
      jsonEvent({ type: 'trajectory.of-the-future.v1', data: { layer: 'x'.repeat(1_000) }, metadata: { ...envelope } }),
    );
    await client.appendToStream('strange-1', strange);
    const before = client['disposableStreams'].size;
    await expect(log.readStream('strange-1')).rejects.toThrow('trajectory.of-the-future.v1');
    // The client keeps what is open, to end it when it is closed.
    while (client['disposableStreams'].size > before) await delay(10);
  });

  test('given a server of which the clock is ahead, then its own limit of an append is far away', async () => {
    const { client } = log as unknown as { client: EventStoreDBClient };
    const appending = jest.spyOn(client, 'appendToStream');
    await log.append('deadline-1', -1, [draft('council')]);
    expect(appending.mock.calls[0]?.[2]?.deadline).toBeGreaterThan(24 * 3_600_000);
    appending.mockRestore();
  });
});
