import {
  type AllStreamSubscription,
  END,
  eventTypeFilter,
  excludeSystemEvents,
  type Filter,
  jsonEvent,
  type Position,
  streamNameFilter,
} from '@eventstore/db-client';
import { describe, expect, test } from '@jest/globals';
import { collect, newStream, noted, numbers, within } from '#embedded/testing/notes';
import { confirmed, place, useServer } from './support.ts';

const { client } = useServer();

interface Written {
  /** At the beginning of the names and the types of this test alone. */
  readonly kind: string;
  readonly start: Position;
  /** Writes four events: 1 and 4 to a stream of kind a, 2 to one of kind b, 3 to another. */
  again(): Promise<void>;
}

async function written(): Promise<Written> {
  const kind = newStream('kind').replaceAll('-', '');
  const [a, b, other] = [newStream(`${kind}a`), newStream(`${kind}b`), newStream()];
  const start = await place(client());
  const again = async (): Promise<void> => {
    await client().appendToStream(a, jsonEvent({ type: `${kind}.one.v1`, data: { n: 1 } }));
    await client().appendToStream(b, jsonEvent({ type: `${kind}.two.v1`, data: { n: 2 } }));
    await client().appendToStream(other, jsonEvent({ type: `${kind}.two.v1`, data: { n: 3 } }));
    await client().appendToStream(a, jsonEvent({ type: `${kind}.three.v1`, data: { n: 4 } }));
  };
  await again();
  return { kind, start, again };
}

const FILTERS: readonly (readonly [string, (kind: string) => Filter, readonly number[]])[] = [
  ['stream name, one prefix', (kind) => streamNameFilter({ prefixes: [`${kind}b`] }), [2]],
  ['stream name, several prefixes', (kind) => streamNameFilter({ prefixes: [`${kind}a`, `${kind}b`] }), [1, 2, 4]],
  ['stream name, regular expression', (kind) => streamNameFilter({ regex: `^${kind}[ac]-` }), [1, 4]],
  ['type, one prefix', (kind) => eventTypeFilter({ prefixes: [`${kind}.t`] }), [2, 3, 4]],
  ['type, several prefixes', (kind) => eventTypeFilter({ prefixes: [`${kind}.o`, `${kind}.th`] }), [1, 4]],
  ['type, regular expression', (kind) => eventTypeFilter({ regex: `^${kind}\\.(one|two)\\.v\\d$` }), [1, 2, 3]],
];

describe('a filter by', () => {
  test.each(FILTERS)('%s: of what is there and of what comes', async (_, filter, expected) => {
    const { kind, start, again } = await written();
    const subscription = client().subscribeToAll({ fromPosition: start, filter: filter(kind) });
    const standing = confirmed(subscription);
    const received = numbers(subscription, 2 * expected.length);
    await standing;
    await again();
    expect(await received).toEqual([...expected, ...expected]);
    await subscription.unsubscribe();
  });

  test('type, that leaves the events of the system out', async () => {
    const stream = newStream();
    const fromPosition = await place(client());
    const events = [noted(1), jsonEvent({ type: '$of-the-system', data: { n: 2 } }), noted(3)];
    await client().appendToStream(stream, events);
    const catchingUp = client().subscribeToAll({ fromPosition, filter: excludeSystemEvents() });
    const live = client().subscribeToAll({ fromPosition: END, filter: excludeSystemEvents() });
    const standing = confirmed(live);
    const received = [numbers(within(catchingUp, stream), 4), numbers(within(live, stream), 2)];
    await standing;
    await client().appendToStream(stream, [noted(4), jsonEvent({ type: '$of-the-system', data: { n: 5 } }), noted(6)]);
    expect(await Promise.all(received)).toEqual([
      [1, 3, 4, 6],
      [4, 6],
    ]);
    await Promise.all([catchingUp.unsubscribe(), live.unsubscribe()]);
  });
});

/** A subscription that tells the checkpoints it is given, and its filter: types that nothing has but what the test writes last. */
function watch(fromPosition: Position, kind: string, enough: number): { reached: Promise<Position[]> } & Watched {
  const found: Position[] = [];
  let tell: (positions: Position[]) => void = () => undefined;
  const reached = new Promise<Position[]>((resolve) => {
    tell = resolve;
  });
  const filter = eventTypeFilter({
    prefixes: [kind],
    maxSearchWindow: 10,
    checkpointInterval: 2,
    checkpointReached: async (_, position) => {
      if (found.push(position) === enough) tell([...found]);
    },
  });
  const subscription = client().subscribeToAll({ fromPosition, filter });
  subscription.resume();
  return { reached, filter, subscription };
}

interface Watched {
  readonly filter: Filter;
  readonly subscription: AllStreamSubscription;
}

async function writeOthers(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await client().appendToStream(newStream(), noted(n));
}

describe('checkpoints', () => {
  test.each(['what is there', 'what comes'])('tell by interval how far a filter has come in %s', async (where) => {
    const start = await place(client());
    if (where === 'what is there') await writeOthers(200);
    const { reached, subscription } = watch(start, 'nothing-is-called-this', 3);
    if (where === 'what comes') await writeOthers(200);
    const positions = (await reached).map((position) => position.commit);
    expect(positions.every((position) => position > start.commit)).toBe(true);
    expect([...positions].sort((a, b) => Number(a - b))).toEqual(positions);
    expect(positions.at(-1)).toBeGreaterThan(positions[0] ?? 0n);
    const passed = (await collect(client().readAll({ fromPosition: start }))).filter(
      ({ event }) => event !== undefined && event.position.commit <= (positions.at(-1) ?? 0n),
    );
    // Others may have written meanwhile: what counts is how many events there were, whoever's.
    expect(positions.length).toBeLessThanOrEqual(passed.length / 20 + 1);
    await subscription.unsubscribe();
  });

  test('are places to go on from, at which nothing is missed', async () => {
    const kind = newStream('kind');
    const start = await place(client());
    await writeOthers(100);
    const { reached, filter, subscription } = watch(start, kind, 2);
    const last = (await reached).at(-1) ?? start;
    await subscription.unsubscribe();
    await client().appendToStream(newStream(), jsonEvent({ type: kind, data: { n: 1 } }));
    const next = client().subscribeToAll({ fromPosition: last, filter });
    expect(await numbers(next, 1)).toEqual([1]);
    await next.unsubscribe();
  });
});
