import { BACKWARDS, END, FORWARDS, jsonEvent, START, StreamNotFoundError } from '@eventstore/db-client';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { collect, newStream, noted, notedFrom, numbers } from '#embedded/testing/notes';
import { isGrowing, useServer } from './support.ts';

const { client } = useServer();

describe('reading a stream', () => {
  const stream = newStream();
  const backwards = { direction: BACKWARDS } as const;
  beforeAll(async () => {
    await client().appendToStream(stream, notedFrom(0, 10));
  });

  test('forwards, from the start, from a revision on, and so many', async () => {
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await numbers(client().readStream(stream, { fromRevision: 7n }))).toEqual([7, 8, 9]);
    expect(await numbers(client().readStream(stream, { fromRevision: 2n, maxCount: 3 }))).toEqual([2, 3, 4]);
    expect(await numbers(client().readStream(stream, { fromRevision: START, maxCount: 1 }))).toEqual([0]);
    expect(await numbers(client().readStream(stream, { fromRevision: 8n, maxCount: 100 }))).toEqual([8, 9]);
  });

  test('backwards, from the end, and down from a revision, and so many', async () => {
    const down = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: END }))).toEqual(down);
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: END, maxCount: 1 }))).toEqual([9]);
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: 2n }))).toEqual([2, 1, 0]);
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: 6n, maxCount: 2 }))).toEqual([6, 5]);
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: START }))).toEqual([0]);
    expect(await numbers(client().readStream(stream, { ...backwards, fromRevision: 99n, maxCount: 2 }))).toEqual([
      9, 8,
    ]);
  });

  test('from every revision, both ways', async () => {
    for (let n = 0; n < 10; n += 1) {
      const fromRevision = BigInt(n);
      const up = await numbers(client().readStream(stream, { fromRevision }));
      expect(up).toEqual(Array.from({ length: 10 - n }, (_, index) => n + index));
      const down = await numbers(client().readStream(stream, { ...backwards, fromRevision }));
      expect(down).toEqual(Array.from({ length: n + 1 }, (_, index) => n - index));
    }
  });

  test('beyond its end gives nothing', async () => {
    expect(await numbers(client().readStream(stream, { fromRevision: 10n }))).toEqual([]);
    expect(await numbers(client().readStream(stream, { fromRevision: END }))).toEqual([]);
  });

  test.each([FORWARDS, BACKWARDS] as const)('that does not exist says so (%s)', async (direction) => {
    const missing = newStream();
    const fromRevision = direction === FORWARDS ? START : END;
    const reading = collect(client().readStream(missing, { direction, fromRevision }));
    await expect(reading).rejects.toBeInstanceOf(StreamNotFoundError);
    await expect(reading).rejects.toMatchObject({ type: 'stream-not-found', streamName: missing });
  });

  test('of thousands of events, both ways', async () => {
    const long = newStream();
    for (let from = 0; from < 3200; from += 800) await client().appendToStream(long, notedFrom(from, 800));
    const expected = Array.from({ length: 3200 }, (_, n) => n);
    expect(await numbers(client().readStream(long))).toEqual(expected);
    expect(await numbers(client().readStream(long, { fromRevision: 500n, maxCount: 2000 }))).toEqual(
      expected.slice(500, 2500),
    );
    const down = client().readStream(long, { ...backwards, fromRevision: END });
    expect(await numbers(down)).toEqual(expected.reverse());
  });

  test('of large events gives all of them', async () => {
    const heavy = newStream();
    const text = 'x'.repeat(300_000);
    for (let n = 0; n < 30; n += 1) {
      await client().appendToStream(heavy, jsonEvent({ type: 'heavy.v1', data: { n, text } }));
    }
    expect(await numbers(client().readStream(heavy))).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  test('can be left half-way', async () => {
    const reading = client().readStream(stream);
    expect(await numbers(reading, 2)).toEqual([0, 1]);
    // The client leaves the call open otherwise, and `dispose` would wait for it for ever.
    await reading.cancel();
    expect(await numbers(client().readStream(stream, { maxCount: 1 }))).toEqual([0]);
  });
});

describe('an event of a stream', () => {
  test('has its revision, and its moment', async () => {
    const stream = newStream();
    const before = Date.now();
    await client().appendToStream(stream, notedFrom(0, 2));
    await client().appendToStream(stream, noted(2));
    const found = (await collect(client().readStream(stream))).map(({ event }) => event);
    expect(found.map((event) => event?.revision)).toEqual([0n, 1n, 2n]);
    // The server has a clock of its own; a minute is more than servers may differ.
    for (const event of found) expect(Math.abs((event?.created.getTime() ?? 0) - before)).toBeLessThan(60_000);
    const down = await collect(client().readStream(stream, { direction: BACKWARDS, fromRevision: END }));
    expect(down.map(({ event }) => event)).toEqual(found.reverse());
  });

  test('has its position, on the stream as on $all', async () => {
    const stream = newStream();
    const { position } = await client().appendToStream(stream, noted(0));
    await client().appendToStream(stream, noted(1));
    const onStream = await collect(client().readStream(stream));
    expect(onStream[0]?.event?.position).toEqual(position);
    expect(isGrowing(onStream.map(({ event }) => event?.position?.commit ?? -1n))).toBe(true);
    for (const { event } of onStream) {
      if (event?.position === undefined) throw new Error('an event of a stream has a position');
      const [onAll] = await collect(client().readAll({ fromPosition: event.position, maxCount: 1 }));
      expect(onAll?.event).toEqual(event);
    }
  });
});
