import { randomUUID } from 'node:crypto';
import { binaryEvent, jsonEvent, MaxAppendSizeExceededError, NO_STREAM } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, newStream, noted, numbers } from '#embedded/testing/notes';
import { PATHS, useServer } from './support.ts';

const { client } = useServer();

/** The server's own default. */
const MAX_APPEND_SIZE = 1024 * 1024;

function bytesOf(value: unknown): number[] {
  if (!(value instanceof Uint8Array)) throw new Error('not bytes');
  return [...value];
}

/** An event of so many bytes. */
function heavy(bytes: number): ReturnType<typeof jsonEvent> {
  return jsonEvent({ type: 'heavy.v1', data: { text: 'x'.repeat(bytes) } });
}

describe.each(PATHS)('what is appended %s', (_, path) => {
  test('json comes back as it was, with its id, its type and its metadata', async () => {
    const stream = newStream('België/ö');
    const id = randomUUID();
    const data = { text: 'Fryslân 🚲', nested: [1, null, { a: true }], large: 2 ** 53 - 1 };
    const metadata = { actor: 'p-1', $correlationId: 'c-1', text: 'één' };
    await client().appendToStream(stream, jsonEvent({ id, type: 'gemeente-gemeld.v1', data, metadata }), path);
    const [found] = await collect(client().readStream(stream));
    expect(found?.event).toMatchObject({ id, type: 'gemeente-gemeld.v1', streamId: stream, isJson: true });
    expect(found?.event?.data).toEqual(data);
    expect(found?.event?.metadata).toEqual(metadata);
  });

  test('bytes come back as they were', async () => {
    const stream = newStream();
    const data = Uint8Array.from({ length: 256 }, (_byte, index) => index);
    await client().appendToStream(
      stream,
      [
        binaryEvent({ type: 'bytes.v1', data, metadata: Uint8Array.from([1, 2]) }),
        binaryEvent({ type: 'bytes.v1', data: Uint8Array.from([0]) }),
      ],
      path,
    );
    const [first, second] = await collect(client().readStream(stream));
    expect(first?.event).toMatchObject({ type: 'bytes.v1', isJson: false });
    expect(bytesOf(first?.event?.data)).toEqual([...data]);
    expect(bytesOf(first?.event?.metadata)).toEqual([1, 2]);
    expect(bytesOf(second?.event?.data)).toEqual([0]);
  });

  test('json and bytes, with and without metadata, go in one append', async () => {
    const stream = newStream();
    const events = [
      jsonEvent({ type: 'bare.v1', data: {} }),
      binaryEvent({ type: 'bytes.v1', data: Uint8Array.from([9]) }),
      jsonEvent({ type: 'told.v1', data: [1, 2], metadata: { a: 1 } }),
      jsonEvent({ type: 'text.v1', data: 'only a text' }),
    ];
    await client().appendToStream(stream, events, { ...path, expectedRevision: NO_STREAM });
    const found = (await collect(client().readStream(stream))).map(({ event }) => event);
    expect(found.map((event) => event?.isJson)).toEqual([true, false, true, true]);
    expect(found.map((event) => event?.id)).toEqual(events.map((event) => event.id));
    expect([found[0]?.metadata, found[2]?.metadata]).toEqual([undefined, { a: 1 }]);
    expect([found[0]?.data, found[2]?.data, found[3]?.data]).toEqual([{}, [1, 2], 'only a text']);
  });
});

describe.each(PATHS)('the largest append %s', (_, path) => {
  test('is 1 MiB: one event above it is refused, with the limit, and nothing is written', async () => {
    const stream = newStream();
    const refused = client().appendToStream(stream, heavy(MAX_APPEND_SIZE), path);
    await expect(refused).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    await expect(refused).rejects.toMatchObject({ maxAppendSize: MAX_APPEND_SIZE });
    await expect(collect(client().readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  test('counts all its events together', async () => {
    const stream = newStream();
    const quarter = MAX_APPEND_SIZE / 4;
    const five = Array.from({ length: 5 }, () => heavy(quarter - 500));
    await expect(client().appendToStream(stream, five, path)).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    const four = await client().appendToStream(stream, five.slice(1), { ...path, expectedRevision: NO_STREAM });
    expect(four.nextExpectedRevision).toBe(3n);
  });

  test('fits, and a refused one leaves the connection as it was', async () => {
    const stream = newStream();
    const outcomes = await Promise.allSettled([
      client().appendToStream(stream, heavy(MAX_APPEND_SIZE - 200), path),
      client().appendToStream(newStream(), heavy(2 * MAX_APPEND_SIZE), path),
      client().appendToStream(newStream(), noted(1), path),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const after = newStream();
    await client().appendToStream(after, noted(2), path);
    expect(await numbers(client().readStream(after))).toEqual([2]);
  });
});
