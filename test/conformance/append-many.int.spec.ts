import { EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { newStream, noted, notedFrom, numbers } from '#embedded/testing/notes';
import { PATHS, useServer } from './support.ts';

const { client, url } = useServer();

describe.each(PATHS)('many appends at once %s', (_, path) => {
  test('on a fresh connection all succeed', async () => {
    const fresh = EventStoreDBClient.connectionString(url());
    const streams = Array.from({ length: 400 }, () => newStream());
    const results = await Promise.all(
      streams.map((stream) => fresh.appendToStream(stream, notedFrom(0, 2), { ...path, expectedRevision: NO_STREAM })),
    );
    expect(results.every((result) => result.nextExpectedRevision === 1n)).toBe(true);
    expect(new Set(results.map((result) => result.position?.commit)).size).toBe(400);
    await fresh.dispose();
  });

  test('to one stream with the same expectation: one wins, the others are told the last revision', async () => {
    const stream = newStream();
    const attempts = Array.from({ length: 50 }, (_attempt, n) =>
      client().appendToStream(stream, noted(n), { ...path, expectedRevision: NO_STREAM }),
    );
    const outcomes = await Promise.allSettled(attempts);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(49);
    for (const { reason } of refused) expect(reason).toMatchObject({ type: 'wrong-expected-version' });
    expect(await numbers(client().readStream(stream))).toHaveLength(1);
  });

  test('to one stream without expectation: all are written, none twice', async () => {
    const stream = newStream();
    const results = await Promise.all(notedFrom(0, 200).map((event) => client().appendToStream(stream, event, path)));
    const found = await numbers(client().readStream(stream));
    expect([...found].sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_event, n) => n));
    // Each was told the very place where its event is.
    expect(results.map(({ nextExpectedRevision }) => found[Number(nextExpectedRevision)])).toEqual(
      results.map((_result, n) => n),
    );
  });

  test('the same append twice at the same moment is written once', async () => {
    const stream = newStream();
    const event = noted(7);
    const [a, b] = await Promise.all([1, 2].map(() => client().appendToStream(stream, event, path)));
    expect([a?.nextExpectedRevision, b?.nextExpectedRevision]).toEqual([0n, 0n]);
    expect(await numbers(client().readStream(stream))).toEqual([7]);
  });
});

describe('both kinds of append beside each other', () => {
  test('each event is written once, each revision is given once', async () => {
    const stream = newStream();
    const results = await Promise.all(
      notedFrom(0, 100).map((event, n) => client().appendToStream(stream, event, PATHS[n % PATHS.length]?.[1])),
    );
    const revisions = results.map(({ nextExpectedRevision }) => Number(nextExpectedRevision));
    expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_event, n) => n));
    const found = await numbers(client().readStream(stream));
    expect(new Set(found).size).toBe(100);
  });
});
