import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  FORWARDS,
  START,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { collect, newStream, notedFrom, numbers, useServer, within } from './support.ts';

describe('reading a stream', () => {
  const { client } = useServer();
  const stream = newStream();
  beforeAll(async () => {
    await client().appendToStream(stream, notedFrom(0, 10));
  });

  test('forwards, from the start, from a revision on, and so many', async () => {
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await numbers(client().readStream(stream, { fromRevision: 7n }))).toEqual([7, 8, 9]);
    expect(await numbers(client().readStream(stream, { fromRevision: 2n, maxCount: 3 }))).toEqual([2, 3, 4]);
    expect(await numbers(client().readStream(stream, { fromRevision: START, maxCount: 1 }))).toEqual([0]);
  });

  test('backwards, from the end, and down from a revision', async () => {
    const backwards = { direction: BACKWARDS } as const;
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: END }))).toEqual([
      9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
    ]);
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: END, maxCount: 1 }))).toEqual([9]);
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: 2n }))).toEqual([2, 1, 0]);
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: START }))).toEqual([0]);
  });

  test('beyond its end gives nothing', async () => {
    expect(await numbers(client().readStream(stream, { fromRevision: 10n }))).toEqual([]);
    expect(await numbers(client().readStream(stream, { fromRevision: END }))).toEqual([]);
  });

  test('gives revision, moment and position of each event', async () => {
    const started = Date.now();
    const fresh = newStream();
    await client().appendToStream(fresh, notedFrom(0, 1));
    const { position } = await client().appendToStream(fresh, notedFrom(1, 1));
    const [first, second] = await collect(client().readStream(fresh));
    expect([first?.event?.revision, second?.event?.revision]).toEqual([0n, 1n]);
    expect(Math.abs((second?.event?.created.getTime() ?? 0) - started)).toBeLessThan(60_000);
    expect(second?.event?.position).toEqual(position);
    expect(second?.event?.position?.prepare).toBeGreaterThan(first?.event?.position?.prepare ?? 0n);
  });

  test('that does not exist says so', async () => {
    const missing = newStream();
    for (const direction of [FORWARDS, BACKWARDS] as const) {
      const reading = collect(client().readStream(missing, { direction }));
      await expect(reading).rejects.toBeInstanceOf(StreamNotFoundError);
      await expect(reading).rejects.toMatchObject({ streamName: missing });
    }
  });

  test('of thousands of events, both ways', async () => {
    const long = newStream();
    await client().appendToStream(long, notedFrom(0, 3000));
    await client().appendToStream(long, notedFrom(3000, 200));
    const expected = Array.from({ length: 3200 }, (_, n) => n);
    expect(await numbers(client().readStream(long))).toEqual(expected);
    const down = client().readStream(long, { direction: BACKWARDS, fromRevision: END });
    expect(await numbers(down)).toEqual(expected.reverse());
  });

  test('can be left half-way', async () => {
    const reading = client().readStream(stream);
    expect(await numbers(reading, 2)).toEqual([0, 1]);
    // The client leaves the call open otherwise, and `dispose` would wait for it for ever.
    await reading.cancel();
    expect(await numbers(client().readStream(stream, { maxCount: 1 }))).toEqual([0]);
  });
});

describe('reading $all', () => {
  const { client } = useServer();
  const [a, b] = [newStream('a'), newStream('b')];
  let all: AllStreamResolvedEvent[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 6; n += 2) {
      await client().appendToStream(a, notedFrom(n, 1));
      await client().appendToStream(b, notedFrom(n + 1, 1));
    }
    all = await collect(client().readAll());
  });

  function positionOf(n: number): { commit: bigint; prepare: bigint } {
    const found = all.find(
      ({ event }) => event?.streamId === (n % 2 === 0 ? a : b) && (event.data as { n: number }).n === n,
    );
    if (found?.event === undefined) throw new Error(`event ${n} was not read`);
    return found.event.position;
  }

  test('gives all streams in the order of writing, at growing positions', async () => {
    expect(await numbers(within(client().readAll(), a, b))).toEqual([0, 1, 2, 3, 4, 5]);
    const positions = all.map(({ event }) => event?.position.commit ?? -1n);
    expect(positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0n))).toBe(true);
  });

  test('forwards from a position includes the event there', async () => {
    expect(await numbers(within(client().readAll({ fromPosition: positionOf(3) }), a, b))).toEqual([3, 4, 5]);
    expect(await collect(client().readAll({ fromPosition: positionOf(3), maxCount: 2 }))).toHaveLength(2);
    expect(await collect(client().readAll({ fromPosition: END }))).toEqual([]);
  });

  test('backwards from a position excludes the event there', async () => {
    const backwards = { direction: BACKWARDS } as const;
    expect(await numbers(within(client().readAll({ ...backwards, fromPosition: END }), a, b))).toEqual([
      5, 4, 3, 2, 1, 0,
    ]);
    expect(await numbers(within(client().readAll({ ...backwards, fromPosition: positionOf(3) }), a, b))).toEqual([
      2, 1, 0,
    ]);
    expect(await collect(client().readAll({ ...backwards, fromPosition: START }))).toEqual([]);
    expect(await collect(client().readAll({ ...backwards, fromPosition: END, maxCount: 3 }))).toHaveLength(3);
  });
});
