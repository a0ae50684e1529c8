import { randomUUID } from 'node:crypto';
import {
  ANY,
  type AppendToStreamOptions,
  binaryEvent,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, newStream, noted, notedFrom, numbers, useServer } from './support.ts';

const MAX_APPEND_SIZE = 1024 * 1024;

/** An append with credentials goes as a call of its own, one without in the batch that all appends share. */
const PATHS: readonly (readonly [string, AppendToStreamOptions])[] = [
  ['in the batch', {}],
  ['as a call of its own', { credentials: { username: 'admin', password: 'changeit' } }],
];

describe.each(PATHS)('an append %s', (_, path) => {
  const { client } = useServer();

  test('makes a stream, and says where it has come to', async () => {
    const stream = newStream();
    const first = await client().appendToStream(stream, notedFrom(0, 3), { ...path, expectedRevision: NO_STREAM });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    const second = await client().appendToStream(stream, noted(3), { ...path, expectedRevision: 2n });
    expect(second.nextExpectedRevision).toBe(3n);
    expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2, 3]);
  });

  test('with any revision goes to the end', async () => {
    const stream = newStream();
    await client().appendToStream(stream, noted(0), { ...path, expectedRevision: ANY });
    await client().appendToStream(stream, noted(1), path);
    expect(await numbers(client().readStream(stream))).toEqual([0, 1]);
  });

  test('to a stream that must exist', async () => {
    const stream = newStream();
    const options = { ...path, expectedRevision: STREAM_EXISTS } as const;
    const refused = client().appendToStream(stream, noted(0), options);
    await expect(refused).rejects.toMatchObject({ actualVersion: 'no_stream', expectedVersion: 'stream_exists' });
    await client().appendToStream(stream, noted(0), path);
    expect(await client().appendToStream(stream, noted(1), options)).toMatchObject({ nextExpectedRevision: 1n });
  });

  test('to a stream that must not exist is told what is there', async () => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 2), path);
    const refused = client().appendToStream(stream, noted(2), { ...path, expectedRevision: NO_STREAM });
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(refused).rejects.toMatchObject({
      streamName: stream,
      expectedVersion: 'no_stream',
      actualVersion: 1n,
    });
  });

  test.each([0n, 5n])('with revision %s where the last is 2 is told the last', async (expectedRevision) => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 3), path);
    const refused = client().appendToStream(stream, noted(3), { ...path, expectedRevision });
    await expect(refused).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 2n,
      expectedVersion: expectedRevision,
    });
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2]);
  });

  test('with a revision to a stream that does not exist', async () => {
    const refused = client().appendToStream(newStream(), noted(0), { ...path, expectedRevision: 0n });
    await expect(refused).rejects.toMatchObject({ actualVersion: 'no_stream', expectedVersion: 0n });
  });

  test('that comes twice is written once and answered twice', async () => {
    const stream = newStream();
    const [a, b, c] = [noted(0), noted(1), noted(2)];
    const first = await client().appendToStream(stream, [a, b], { ...path, expectedRevision: NO_STREAM });
    await client().appendToStream(stream, c, { ...path, expectedRevision: 1n });
    const again = await client().appendToStream(stream, [a, b], { ...path, expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(first.nextExpectedRevision);
    const later = await client().appendToStream(stream, c, { ...path, expectedRevision: 1n });
    expect(later.nextExpectedRevision).toBe(2n);
    const anywhere = await client().appendToStream(stream, [a, b], { ...path, expectedRevision: ANY });
    expect(anywhere).toMatchObject({ success: true, nextExpectedRevision: 1n });
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2]);
  });

  test('of which only a part was written before is refused', async () => {
    const stream = newStream();
    const [a, b] = [noted(0), noted(1)];
    await client().appendToStream(stream, a, { ...path, expectedRevision: NO_STREAM });
    const mixed = client().appendToStream(stream, [a, b], { ...path, expectedRevision: NO_STREAM });
    await expect(mixed).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
  });

  test('keeps json, bytes, metadata, ids and types as they are', async () => {
    const stream = newStream('België/ö');
    const id = randomUUID();
    const bytes = Uint8Array.from([0, 255, 10, 123]);
    const json = { text: 'Fryslân 🚲', nested: [1, null, { a: true }] };
    await client().appendToStream(
      stream,
      [
        jsonEvent({ id, type: 'gemeente-gemeld.v1', data: json, metadata: { actor: 'p-1' } }),
        binaryEvent({ type: 'bytes.v1', data: bytes, metadata: Uint8Array.from([1, 2]) }),
        jsonEvent({ type: 'bare.v1', data: {} }),
      ],
      path,
    );
    const [first, second, third] = await collect(client().readStream(stream));
    expect(first?.event).toMatchObject({ id, type: 'gemeente-gemeld.v1', streamId: stream, data: json, isJson: true });
    expect(first?.event?.metadata).toEqual({ actor: 'p-1' });
    expect(second?.event?.isJson).toBe(false);
    expect(Buffer.from(second?.event?.data as Uint8Array)).toEqual(Buffer.from(bytes));
    expect(Buffer.from(second?.event?.metadata as Uint8Array)).toEqual(Buffer.from([1, 2]));
    expect(third?.event?.metadata).toBeUndefined();
  });

  test('above the largest size is refused whole', async () => {
    const stream = newStream();
    const large = jsonEvent({ type: 'large.v1', data: { text: 'x'.repeat(MAX_APPEND_SIZE) } });
    const refused = client().appendToStream(stream, [noted(0), large], path);
    await expect(refused).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    await expect(refused).rejects.toMatchObject({ maxAppendSize: MAX_APPEND_SIZE });
    const fits = jsonEvent({ type: 'large.v1', data: { text: 'x'.repeat(MAX_APPEND_SIZE - 200) } });
    expect(await client().appendToStream(stream, fits, { ...path, expectedRevision: NO_STREAM })).toMatchObject({
      nextExpectedRevision: 0n,
    });
  });
});

describe('many appends at once', () => {
  const { client } = useServer();

  test('on a fresh connection all succeed', async () => {
    const streams = Array.from({ length: 400 }, () => newStream());
    const results = await Promise.all(
      streams.map((stream) => client().appendToStream(stream, notedFrom(0, 2), { expectedRevision: NO_STREAM })),
    );
    expect(results.every((result) => result.nextExpectedRevision === 1n)).toBe(true);
    expect(new Set(results.map((result) => result.position?.commit)).size).toBe(400);
  });

  test('to one stream with the same expectation: one wins', async () => {
    const stream = newStream();
    const attempts = Array.from({ length: 50 }, (_, n) =>
      client().appendToStream(stream, noted(n), { expectedRevision: NO_STREAM }),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ actualVersion: 0n });
    }
  });

  test('to one stream without expectation: all are written, none twice', async () => {
    const stream = newStream();
    await Promise.all(notedFrom(0, 200).map((event) => client().appendToStream(stream, event)));
    const found = await numbers(client().readStream(stream));
    expect([...found].sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  });

  test('the same append twice at the same moment is written once', async () => {
    const stream = newStream();
    const event = noted(7);
    const [a, b] = await Promise.all([1, 2].map(() => client().appendToStream(stream, event)));
    expect([a?.nextExpectedRevision, b?.nextExpectedRevision]).toEqual([0n, 0n]);
    expect(await numbers(client().readStream(stream))).toEqual([7]);
  });
});
