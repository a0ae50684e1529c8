import { ANY, NO_STREAM, STREAM_EXISTS, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, newStream, noted, notedFrom, numbers } from '#embedded/testing/notes';
import { PATHS, useServer } from './support.ts';

const { client } = useServer();

describe.each(PATHS)('an append %s, by what it expects', (_, path) => {
  test('no stream: makes one, and says where it has come to', async () => {
    const stream = newStream();
    const first = await client().appendToStream(stream, notedFrom(0, 3), { ...path, expectedRevision: NO_STREAM });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    const second = await client().appendToStream(stream, noted(3), { ...path, expectedRevision: 2n });
    expect(second).toMatchObject({ success: true, nextExpectedRevision: 3n });
    expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2, 3]);
  });

  test('no stream, where there is one: is told the last revision', async () => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 2), path);
    const refused = client().appendToStream(stream, noted(2), { ...path, expectedRevision: NO_STREAM });
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(refused).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: 'no_stream',
      actualVersion: 1n,
    });
  });

  test('any: goes to the end, whether the stream is there or not', async () => {
    const stream = newStream();
    const first = await client().appendToStream(stream, noted(0), { ...path, expectedRevision: ANY });
    const second = await client().appendToStream(stream, noted(1), path);
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([0n, 1n]);
    expect(await numbers(client().readStream(stream))).toEqual([0, 1]);
  });

  test('stream exists: only once it does', async () => {
    const stream = newStream();
    const options = { ...path, expectedRevision: STREAM_EXISTS } as const;
    const refused = client().appendToStream(stream, noted(0), options);
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(refused).rejects.toMatchObject({ actualVersion: 'no_stream', expectedVersion: 'stream_exists' });
    await client().appendToStream(stream, noted(0), path);
    expect(await client().appendToStream(stream, noted(1), options)).toMatchObject({ nextExpectedRevision: 1n });
  });

  test('a revision: only when it is the last one', async () => {
    const stream = newStream();
    await client().appendToStream(stream, noted(0), path);
    for (let revision = 0n; revision < 4n; revision += 1n) {
      const options = { ...path, expectedRevision: revision };
      const result = await client().appendToStream(stream, noted(Number(revision) + 1), options);
      expect(result.nextExpectedRevision).toBe(revision + 1n);
    }
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2, 3, 4]);
  });

  test.each([0n, 1n, 3n, 500n])('revision %s where the last is 2: is told the last', async (expectedRevision) => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 3), path);
    const refused = client().appendToStream(stream, notedFrom(3, 2), { ...path, expectedRevision });
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(refused).rejects.toMatchObject({ actualVersion: 2n, expectedVersion: expectedRevision });
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2]);
  });

  test('a revision of a stream that does not exist: is told that there is none', async () => {
    const stream = newStream();
    const refused = client().appendToStream(stream, noted(0), { ...path, expectedRevision: 0n });
    await expect(refused).rejects.toMatchObject({ actualVersion: 'no_stream', expectedVersion: 0n });
    await expect(collect(client().readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
  });
});

describe.each(PATHS)('an append %s that comes again', (_, path) => {
  test('is written once and answered twice', async () => {
    const stream = newStream();
    const [a, b, c] = [noted(0), noted(1), noted(2)];
    const first = await client().appendToStream(stream, [a, b], { ...path, expectedRevision: NO_STREAM });
    await client().appendToStream(stream, c, { ...path, expectedRevision: 1n });
    const again = await client().appendToStream(stream, [a, b], { ...path, expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(first.nextExpectedRevision);
    const later = await client().appendToStream(stream, c, { ...path, expectedRevision: 1n });
    expect(later.nextExpectedRevision).toBe(2n);
    for (const expectedRevision of [ANY, STREAM_EXISTS] as const) {
      const anywhere = await client().appendToStream(stream, [a, b], { ...path, expectedRevision });
      expect(anywhere).toMatchObject({ success: true, nextExpectedRevision: 1n });
    }
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2]);
  });

  test('with other events beside it is refused whole', async () => {
    const stream = newStream();
    const [a, b] = [noted(0), noted(1)];
    await client().appendToStream(stream, a, { ...path, expectedRevision: NO_STREAM });
    for (const expectedRevision of [NO_STREAM, ANY] as const) {
      const mixed = client().appendToStream(stream, [a, b], { ...path, expectedRevision });
      await expect(mixed).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
    }
    expect(await numbers(client().readStream(stream))).toEqual([0]);
  });

  test('to another stream is a new one', async () => {
    const [here, there] = [newStream(), newStream()];
    const event = noted(7);
    await client().appendToStream(here, event, path);
    expect(await client().appendToStream(there, event, path)).toMatchObject({ nextExpectedRevision: 0n });
    expect(await numbers(client().readStream(there))).toEqual([7]);
  });
});
