import { NO_STREAM } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, newStream, notedFrom, numbers } from '#embedded/testing/notes';
import { PATHS, useServer } from './support.ts';

const { client } = useServer();

describe.each(PATHS)('an append %s, by its deadline', (_, path) => {
  test('that has passed is refused, nothing is written, and it can be done again', async () => {
    const stream = newStream();
    const events = notedFrom(0, 3);
    const options = { ...path, expectedRevision: NO_STREAM } as const;
    await expect(client().appendToStream(stream, events, { ...options, deadline: -1_000 })).rejects.toMatchObject({
      type: expect.stringMatching(/^(timeout|deadline-exceeded)$/),
    });
    await expect(collect(client().readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
    expect(await client().appendToStream(stream, events, options)).toMatchObject({ nextExpectedRevision: 2n });
    expect(await numbers(client().readStream(stream))).toEqual([0, 1, 2]);
  });

  test('that has not passed is done', async () => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 2), { ...path, deadline: 60_000 });
    expect(await numbers(client().readStream(stream))).toEqual([0, 1]);
  });
});
