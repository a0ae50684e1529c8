import { END, type EventStoreDBClient, jsonEvent, START } from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, newStream, noted, numberOf, numbers, within } from '#embedded/testing/notes';
import { caughtUp, confirmed, isGrowing, place, useServer } from './support.ts';

const { client } = useServer();

describe('a subscription to $all', () => {
  test('from the start gives the log from its first event', async () => {
    await place(client());
    await place(client());
    const subscription = client().subscribeToAll({ fromPosition: START });
    const received = (await collect(subscription, 2)).map(({ event }) => event?.id);
    const read = (await collect(client().readAll({ fromPosition: START, maxCount: 2 }))).map(({ event }) => event?.id);
    expect(received).toEqual(read);
    await subscription.unsubscribe();
  });

  test('gives all streams, in the order of writing, and goes on', async () => {
    const [a, b] = [newStream(), newStream()];
    const fromPosition = await place(client());
    await client().appendToStream(a, noted(0));
    await client().appendToStream(b, noted(1));
    const subscription = client().subscribeToAll({ fromPosition });
    const live = caughtUp(subscription);
    const received = numbers(within(subscription, a, b), 4);
    await live;
    await client().appendToStream(a, noted(2));
    await client().appendToStream(b, noted(3));
    expect(await received).toEqual([0, 1, 2, 3]);
    await subscription.unsubscribe();
  });

  test('from a position starts after it, and from the end with what comes', async () => {
    const stream = newStream();
    const { position } = await client().appendToStream(stream, noted(0));
    await client().appendToStream(stream, noted(1));
    if (position === undefined) throw new Error('an append has a position');
    const after = client().subscribeToAll({ fromPosition: position });
    const fromEnd = client().subscribeToAll({ fromPosition: END });
    const standing = confirmed(fromEnd);
    const received = [numbers(within(after, stream), 2), numbers(within(fromEnd, stream), 1)];
    await standing;
    await client().appendToStream(stream, noted(2));
    expect(await Promise.all(received)).toEqual([[1, 2], [2]]);
    await Promise.all([after.unsubscribe(), fromEnd.unsubscribe()]);
  });

  test('gives each event once and in order while many write', async () => {
    const streams = Array.from({ length: 20 }, () => newStream());
    const fromPosition = await place(client());
    const writing = Promise.all(streams.map((stream) => write(client(), stream, 25)));
    // Begun in the middle of the writing, so that it crosses from history to what is live.
    const subscription = client().subscribeToAll({ fromPosition });
    const seen = new Map<string, number[]>(streams.map((stream) => [stream, []]));
    const positions: bigint[] = [];
    for await (const { event } of within(subscription, ...streams)) {
      seen.get(event.streamId)?.push(numberOf(event.data));
      positions.push(event.position?.commit ?? -1n);
      if (positions.length === 500) break;
    }
    await writing;
    await subscription.unsubscribe();
    const expected = Array.from({ length: 25 }, (_, n) => n);
    for (const stream of streams) expect(seen.get(stream)).toEqual(expected);
    expect(isGrowing(positions)).toBe(true);
  });

  test('many of them see the same', async () => {
    const stream = newStream();
    const fromPosition = await place(client());
    const subscriptions = Array.from({ length: 10 }, () => client().subscribeToAll({ fromPosition }));
    const received = subscriptions.map((subscription) => numbers(within(subscription, stream), 100));
    await write(client(), stream, 100);
    const expected = Array.from({ length: 100 }, (_, n) => n);
    for (const each of await Promise.all(received)) expect(each).toEqual(expected);
    await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()));
  });
});

describe('a slow subscriber', () => {
  test('misses nothing, and slows nobody else', async () => {
    const stream = newStream();
    const text = 'x'.repeat(10_000);
    const slow = client().subscribeToAll({ fromPosition: END });
    await confirmed(slow);
    const quick = client().subscribeToAll({ fromPosition: END });
    const standing = confirmed(quick);
    const seen = numbers(within(quick, stream), 1500);
    await standing;
    const events = Array.from({ length: 1500 }, (_, n) => jsonEvent({ type: 'noted.v1', data: { n, text } }));
    for (let at = 0; at < events.length; at += 75) await client().appendToStream(stream, events.slice(at, at + 75));
    const expected = events.map((_, n) => n);
    // Nobody has taken anything from the slow one yet; writers, readers and other subscribers are done all the same.
    expect(await seen).toEqual(expected);
    expect(await numbers(client().readStream(stream))).toEqual(expected);
    expect(await numbers(within(slow, stream), events.length)).toEqual(expected);
    await Promise.all([slow.unsubscribe(), quick.unsubscribe()]);
  });
});

/** So many events, one after the other. */
async function write(client: EventStoreDBClient, stream: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await client.appendToStream(stream, noted(n));
}
