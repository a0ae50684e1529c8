import {
  type AllStreamSubscription,
  END,
  eventTypeFilter,
  excludeSystemEvents,
  jsonEvent,
  type Position,
  START,
  type StreamSubscription,
  streamNameFilter,
} from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { newStream, noted, notedFrom, numbers, useServer, within } from './support.ts';

/** Resolves when the subscription says that it stands: from then on nothing that is appended may be missed. */
function confirmed(subscription: AllStreamSubscription | StreamSubscription): Promise<void> {
  return new Promise((resolve) => {
    subscription.once('confirmation', () => resolve());
    // An event listener alone does not make the subscription flow.
    subscription.resume().pause();
  });
}

function caughtUp(subscription: AllStreamSubscription | StreamSubscription): Promise<void> {
  return new Promise((resolve) => {
    subscription.once('caughtUp', () => resolve());
  });
}

describe('a subscription to a stream', () => {
  const { client } = useServer();

  test('gives what is there and then what comes', async () => {
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

  test('from a revision starts after it', async () => {
    const stream = newStream();
    await client().appendToStream(stream, notedFrom(0, 4));
    const subscription = client().subscribeToStream(stream, { fromRevision: 1n });
    expect(await numbers(subscription, 2)).toEqual([2, 3]);
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

  test('to a stream that does not exist yet waits for it', async () => {
    const stream = newStream();
    const subscription = client().subscribeToStream(stream);
    const standing = confirmed(subscription);
    const received = numbers(subscription, 1);
    await standing;
    await client().appendToStream(stream, noted(0));
    expect(await received).toEqual([0]);
    await subscription.unsubscribe();
  });
});

describe('a subscription to $all', () => {
  const { client } = useServer();

  test('from the start gives everything in order, and goes on', async () => {
    const [a, b] = [newStream(), newStream()];
    await client().appendToStream(a, noted(0));
    await client().appendToStream(b, noted(1));
    const subscription = client().subscribeToAll({ fromPosition: START });
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
    const writing = Promise.all(
      streams.map(async (stream) => {
        for (let n = 0; n < 25; n += 1) await client().appendToStream(stream, noted(n));
      }),
    );
    // Begun in the middle of the writing, so that it crosses from history to what is live.
    const subscription = client().subscribeToAll({ fromPosition: START });
    const seen = new Map<string, number[]>(streams.map((stream) => [stream, []]));
    const positions: bigint[] = [];
    let count = 0;
    for await (const { event } of within(subscription, ...streams)) {
      seen.get(event.streamId)?.push((event.data as { n: number }).n);
      positions.push(event.position?.commit ?? 0n);
      count += 1;
      if (count === 500) break;
    }
    await writing;
    await subscription.unsubscribe();
    const expected = Array.from({ length: 25 }, (_, n) => n);
    for (const stream of streams) expect(seen.get(stream)).toEqual(expected);
    expect(positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0n))).toBe(true);
  });

  test('that is slow misses nothing, and holds up nobody', async () => {
    const stream = newStream();
    const text = 'x'.repeat(10_000);
    const slow = client().subscribeToAll({ fromPosition: END });
    await confirmed(slow);
    const events = Array.from({ length: 1500 }, (_, n) => jsonEvent({ type: 'noted.v1', data: { n, text } }));
    for (let at = 0; at < events.length; at += 75) await client().appendToStream(stream, events.slice(at, at + 75));
    const expected = events.map((_, n) => n);
    expect(await numbers(client().readStream(stream))).toEqual(expected);
    expect(await numbers(within(slow, stream), events.length)).toEqual(expected);
    await slow.unsubscribe();
  });
});

describe('a filter', () => {
  const { client } = useServer();

  async function setUp(): Promise<{ kind: string; a: string; b: string; start: Position }> {
    const kind = newStream('kind').replaceAll('-', '');
    const [a, b] = [newStream(`${kind}a`), newStream(`${kind}b`)];
    const { position } = await client().appendToStream(newStream(), noted(0));
    if (position === undefined) throw new Error('an append has a position');
    await client().appendToStream(a, [jsonEvent({ type: `${kind}.one.v1`, data: { n: 1 } })]);
    await client().appendToStream(b, [jsonEvent({ type: `${kind}.two.v1`, data: { n: 2 } })]);
    await client().appendToStream(newStream(), [jsonEvent({ type: `${kind}.two.v1`, data: { n: 3 } })]);
    await client().appendToStream(a, [jsonEvent({ type: `${kind}.three.v1`, data: { n: 4 } })]);
    return { kind, a, b, start: position };
  }

  test('by the beginning of the stream name', async () => {
    const { kind, start } = await setUp();
    const filter = streamNameFilter({ prefixes: [`${kind}a`, `${kind}b`] });
    const subscription = client().subscribeToAll({ fromPosition: start, filter });
    expect(await numbers(subscription, 3)).toEqual([1, 2, 4]);
    await subscription.unsubscribe();
  });

  test('by the beginning of the type', async () => {
    const { kind, start } = await setUp();
    const filter = eventTypeFilter({ prefixes: [`${kind}.t`] });
    const subscription = client().subscribeToAll({ fromPosition: start, filter });
    expect(await numbers(subscription, 3)).toEqual([2, 3, 4]);
    await subscription.unsubscribe();
  });

  test('by a regular expression on the type or the stream name', async () => {
    const { kind, start } = await setUp();
    const byType = client().subscribeToAll({
      fromPosition: start,
      filter: eventTypeFilter({ regex: `^${kind}\\.(one|three)\\.v\\d$` }),
    });
    const byName = client().subscribeToAll({ fromPosition: start, filter: streamNameFilter({ regex: `^${kind}b-` }) });
    expect(await Promise.all([numbers(byType, 2), numbers(byName, 1)])).toEqual([[1, 4], [2]]);
    await Promise.all([byType.unsubscribe(), byName.unsubscribe()]);
  });

  test('holds for what comes too, and leaves system events out', async () => {
    const stream = newStream();
    const subscription = client().subscribeToAll({ fromPosition: END, filter: excludeSystemEvents() });
    const standing = confirmed(subscription);
    const received = numbers(within(subscription, stream), 2);
    await standing;
    await client().appendToStream(stream, [noted(1), jsonEvent({ type: '$of-the-system', data: { n: 2 } }), noted(3)]);
    expect(await received).toEqual([1, 3]);
    await subscription.unsubscribe();
  });

  test('that nothing passes still says where it has come to', async () => {
    const { position: start } = await client().appendToStream(newStream(), noted(0));
    const reached: Position[] = [];
    let tell: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const filter = eventTypeFilter({
      prefixes: ['nothing-is-called-this'],
      maxSearchWindow: 10,
      checkpointInterval: 2,
      checkpointReached: async (_, position) => {
        reached.push(position);
        if (reached.length === 3) tell();
      },
    });
    if (start === undefined) throw new Error('an append has a position');
    const subscription = client().subscribeToAll({ fromPosition: start, filter });
    subscription.resume();
    for (let n = 0; n < 100; n += 1) await client().appendToStream(newStream(), noted(n));
    await enough;
    await subscription.unsubscribe();
    expect(reached[0]?.commit).toBeGreaterThan(start.commit);
    expect(reached[1]?.commit).toBeGreaterThan(reached[0]?.commit ?? 0n);
    expect(reached[2]?.commit).toBeGreaterThan(reached[1]?.commit ?? 0n);
  });
});
