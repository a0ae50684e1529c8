import { END, START } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, newStream, noted, notedFrom, numbers } from '#embedded/testing/notes';
import { caughtUp, confirmed, useServer } from './support.ts';

const { client } = useServer();

describe('a subscription to a stream', () => {
  test('from the start gives what is there and then what comes', async () => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 3));
    const subscription = client().subscribeToStream(stream, { fromRevision: START });
    const live = caughtUp(subscription);
    const received = numbers(subscription, 5);
    await live;
    await client().appendToStream(newStream(), noted(99));
    await client().appendToStream(stream, notedFrom(3, 2));
    expect(await received).toEqual([0, 1, 2, 3, 4]);
    await subscription.unsubscribe();
  });

  test.each([0n, 1n, 3n])('from revision %s starts after it', async (fromRevision) => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 4));
    const subscription = client().subscribeToStream(stream, { fromRevision });
    const standing = confirmed(subscription);
    const expected = [0, 1, 2, 3, 4].slice(Number(fromRevision) + 1);
    const received = numbers(subscription, expected.length);
    await standing;
    await client().appendToStream(stream, noted(4));
    expect(await received).toEqual(expected);
    await subscription.unsubscribe();
  });

  test('from the end gives only what comes', async () => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 4));
    const subscription = client().subscribeToStream(stream, { fromRevision: END });
    const standing = confirmed(subscription);
    const received = numbers(subscription, 2);
    await standing;
    await client().appendToStream(stream, notedFrom(4, 2));
    expect(await received).toEqual([4, 5]);
    await subscription.unsubscribe();
  });

  test.each([START, END] as const)('that does not exist yet waits for it (%s)', async (fromRevision) => {
    const stream = newStream();
    const subscription = client().subscribeToStream(stream, { fromRevision });
    const standing = confirmed(subscription);
    const received = numbers(subscription, 1);
    await standing;
    await client().appendToStream(stream, noted(0));
    expect(await received).toEqual([0]);
    await subscription.unsubscribe();
  });

  test('gives the same events as a read, with revision, moment and position', async () => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 5));
    const subscription = client().subscribeToStream(stream);
    const received = (await collect(subscription, 5)).map(({ event }) => event);
    const read = (await collect(client().readStream(stream))).map(({ event }) => event);
    expect(received).toEqual(read);
    await subscription.unsubscribe();
  });

  test('begun while others write gives each event once, in order', async () => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 200));
    const writing = Promise.all(
      Array.from({ length: 4 }, async (_, writer) => {
        for (let n = 0; n < 50; n += 1) await client().appendToStream(stream, noted(200 + writer * 50 + n));
      }),
    );
    const subscription = client().subscribeToStream(stream);
    const received = await numbers(subscription, 400);
    await writing;
    expect(received).toEqual(await numbers(client().readStream(stream)));
    await subscription.unsubscribe();
  });

  test('ends when it is asked to, and the others go on', async () => {
    const stream = newStream();
    const [one, other] = [client().subscribeToStream(stream), client().subscribeToStream(stream)];
    const standing = [confirmed(one), confirmed(other)];
    const received = numbers(other, 2);
    await Promise.all(standing);
    await client().appendToStream(stream, noted(0));
    await one.unsubscribe();
    await client().appendToStream(stream, noted(1));
    expect(await received).toEqual([0, 1]);
    await other.unsubscribe();
  });
});
