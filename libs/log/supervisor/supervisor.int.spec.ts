import { EventStoreDBClient, eventTypeFilter, jsonEvent } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { draftOf } from '../../../test/support/events.ts';
import type { LoggedEvent } from '../contract/codec.ts';
import { Log, type LogOptions } from '../log.ts';
import { delay } from '../patience.ts';
import { type Line, startLine } from '../testing/line.ts';
import type { Lag } from './lag.ts';

/** Times of a test, instead of those of a real installation. */
const supervision = { look: 300, grace: 200, countUpTo: 50, alarmSeconds: 1 };

let engines: TestEngines;
let writer: Log;
const open: { close(): unknown }[] = [];
beforeAll(async () => {
  engines = await startEngines();
  writer = await Log.connect(engines.node.connectionString, { purpose: 'production', now });
}, 60_000);
afterAll(async () => {
  await writer.close();
  await engines.stop();
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const each of open.splice(0).reverse()) await each.close();
});

function now(): string {
  return '2026-01-05T09:00:00.000Z';
}

interface Follower {
  readonly log: Log;
  readonly line: Line;
  readonly drops: unknown[];
  readonly lags: [Lag, boolean][];
}

/** A log as a worker has it, over a line that the test can break. */
async function follower(options: Partial<LogOptions> & { query?: string } = {}): Promise<Follower> {
  const { query = '', ...more } = options;
  const line = await startLine(engines.node.port);
  const [drops, lags]: [unknown[], [Lag, boolean][]] = [[], []];
  const log = await Log.connect(`esdb://127.0.0.1:${line.port}?tls=false${query}`, {
    purpose: 'production',
    now,
    supervision,
    onDropped: (error) => drops.push(error),
    onLag: (lag, isOver) => lags.push([lag, isOver]),
    ...more,
  });
  open.push(line, log);
  return { log, line, drops, lags };
}

/** Appends events to a stream of their own, and gives their ids. */
async function record(count: number, size = 10): Promise<string[]> {
  const stream = `trajectory-${uuid()}`;
  const ids: string[] = [];
  for (let revision = -1; ids.length < count; ) {
    const drafts = Array.from({ length: Math.min(100, count - ids.length) }, () => {
      const data = { kind: 'phone' as const, roles: ['contact'], summary: { $sealed: sealed(size) } };
      const subjects = ['trajectory:x'] as const;
      return draftOf({ type: 'trajectory.contacted.v1', data, subjects, id: uuid(), stream, at: now() }, writer.id);
    });
    const appended = await writer.append(stream, revision, drafts);
    if (appended.outcome !== 'appended') throw new Error('Recorded');
    revision = appended.revision;
    ids.push(...drafts.map(({ id }) => id));
  }
  return ids;
}

const sealed = (size: number) => ({ key: uuid(), iv: 'aXY', data: 'A'.repeat(size), tag: 'dGFn' });

async function next(events: AsyncGenerator<LoggedEvent>, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const { value, done } = await events.next();
    if (done) break;
    ids.push(value.id);
  }
  return ids;
}

async function endOfLog(): Promise<LoggedEvent> {
  let last: LoggedEvent | undefined;
  for await (const event of writer.readAll()) last = event;
  if (!last) throw new Error('The log has begun');
  return last;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(10);
}

describe('a subscription', () => {
  test('is taken up again after each lost connection; nothing is missed and nothing given twice', async () => {
    const { log, line, drops } = await follower();
    const stop = new AbortController();
    const events = log.subscribe({ after: await endOfLog(), signal: stop.signal });
    const recorded: string[] = [];
    for (let cycle = 0; cycle < 5; cycle++) {
      const ids = await record(250);
      recorded.push(...ids);
      // In the middle of a delivery, and while it waits.
      expect(await next(events, 100)).toEqual(ids.slice(0, 100));
      line.cut();
      expect(await next(events, 150)).toEqual(ids.slice(100));
    }
    const waiting = events.next();
    line.cut();
    const [late] = await record(1);
    expect((await waiting).value?.id).toBe(late);
    expect(log.subscription()).toMatchObject({ state: 'following', drops: drops.length });
    expect(drops.length).toBeGreaterThanOrEqual(5);
    stop.abort();
    expect((await events.next()).done).toBe(true);
    expect(log.subscription()?.state).toBe('stopped');
  });

  test('on a line that is dead but not closed notices it in time, and goes on over a new one', async () => {
    jest.spyOn(console, 'warn').mockReturnValue(); // The client advises against pings this frequent.
    const { log, line, drops } = await follower({ query: '&keepAliveInterval=2000&keepAliveTimeout=1000' });
    const events = log.subscribe({ after: await endOfLog(), signal: AbortSignal.timeout(60_000) });
    const waiting = events.next();
    await until(() => log.subscription()?.lag !== undefined);
    line.hang();
    const began = performance.now();
    const [id] = await record(1);
    expect((await waiting).value?.id).toBe(id);
    // Pings every 2 s, answered within 1 s, and the pause before the next try.
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(drops.length).toBeGreaterThan(0);
    await events.return(undefined);
  }, 30_000);

  test('that has fallen silent while the node goes on is dropped with a reason, and resumed', async () => {
    const { log, drops } = await follower();
    const client = EventStoreDBClient.prototype;
    const subscribe = client.subscribeToAll;
    const silent = jest.spyOn(client, 'subscribeToAll').mockImplementationOnce(function (this: EventStoreDBClient) {
      return subscribe.call(this, {
        filter: eventTypeFilter({ prefixes: ['of no event'], checkpointInterval: 1_000 }),
      });
    });
    const events = log.subscribe({ after: await endOfLog(), signal: AbortSignal.timeout(60_000) });
    const waiting = events.next();
    await until(() => silent.mock.calls.length === 1);
    const [id] = await record(1);
    expect((await waiting).value?.id).toBe(id);
    expect(drops).toEqual([expect.objectContaining({ name: 'SubscriptionStalled' })]);
    await events.return(undefined);
  });

  test('lets the node wait for a slow consumer: neither side holds what it did not ask for', async () => {
    const { log, line, lags } = await follower();
    const after = await endOfLog();
    const ids = await record(4_000, 5_000);
    const events = log.subscribe({ after, signal: AbortSignal.timeout(60_000) });
    const before = line.toClients;
    expect(await next(events, 1)).toEqual(ids.slice(0, 1));
    await until(() => lags.length > 0);
    const looks = 2 * supervision.countUpTo * 5_500;
    // Of 20 MB, what the buffers of client and sockets hold, and what was read to measure the lag.
    expect(line.toClients - before).toBeLessThan(5_000_000 + 8 * looks);
    expect(log.subscription()?.lag).toMatchObject({ events: supervision.countUpTo, isAtLeast: true });
    expect(await next(events, 3_999)).toEqual(ids.slice(1));
    await events.return(undefined);
  }, 60_000);

  test('says how far its consumer is behind, in events and seconds, and when that is too far', async () => {
    const { log, lags } = await follower();
    const stop = new AbortController();
    const events = log.subscribe({ after: await endOfLog(), signal: stop.signal });
    const ids = await record(20);
    expect(await next(events, 5)).toEqual(ids.slice(0, 5));
    const recordedAt = Date.now();
    await until(() => lags.length === 1);
    const [lag, isOver] = lags[0] ?? [];
    expect([lag?.events, lag?.isAtLeast, isOver]).toEqual([15, false, true]);
    const waited = (Date.now() - recordedAt) / 1_000;
    expect(Math.abs((lag?.seconds ?? 0) - waited)).toBeLessThan(1);
    expect(await log.lag(log.subscription()?.position)).toMatchObject({ events: 15 });
    expect(await next(events, 15)).toEqual(ids.slice(5));
    const idle = events.next();
    await until(() => lags.length === 2);
    expect(lags[1]).toMatchObject([{ events: 0, seconds: 0 }, false]);
    stop.abort();
    expect((await idle).done).toBe(true);
  });
});

describe('a subscription ends, and says why', () => {
  test('when the log no longer holds the last event, or holds another in its place', async () => {
    const { log } = await follower();
    const last = await endOfLog();
    const signal = AbortSignal.timeout(60_000);
    for (const after of [
      { ...last, id: uuid() },
      { ...last, revision: last.revision + 1 },
      { ...last, position: last.position + 1n },
      last.position + 1_000_000n,
    ]) {
      await expect(log.subscribe({ after, signal }).next()).rejects.toMatchObject({ code: 'log-is-shorter' });
    }
    expect(log.subscription()?.state).toBe('stopped');
  });

  test('when another log answers after a lost connection', async () => {
    const other = await startEngines();
    open.push({ close: other.stop });
    const there = await Log.connect(other.node.connectionString, { purpose: 'production', now });
    await there.close();
    const { log, line } = await follower();
    const events = log.subscribe({ after: await endOfLog(), signal: AbortSignal.timeout(60_000) });
    const waiting = events.next();
    await until(() => log.subscription()?.state === 'following');
    line.leadTo(other.node.port);
    line.cut();
    await expect(waiting).rejects.toMatchObject({ name: 'CannotFollow', code: 'other-log' });
  }, 60_000);

  test('at an event that this release cannot read, after everything before it', async () => {
    const { log } = await follower();
    const after = await endOfLog();
    const [before] = await record(1);
    const client = EventStoreDBClient.connectionString(engines.node.connectionString);
    const strange = jsonEvent({ type: 'trajectory.something.v9', data: {}, metadata: {} });
    await client.appendToStream('strange', strange);
    const events = log.subscribe({ after, signal: AbortSignal.timeout(60_000) });
    expect(await next(events, 1)).toEqual([before]);
    await expect(events.next()).rejects.toMatchObject({ name: 'CannotFollow' });
    await client.dispose();
  });
});
