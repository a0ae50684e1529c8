import { BACKWARDS, END, type Position, START } from '@eventstore/db-client';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { collect, newStream, noted, numberOf, numbers, within } from '#embedded/testing/notes';
import { isGrowing, place, useServer } from './support.ts';

const { client } = useServer();

describe('reading $all', () => {
  const [a, b] = [newStream('a'), newStream('b')];
  const backwards = { direction: BACKWARDS } as const;
  const positions = new Map<number, Position>();
  let start: Position;
  let end: Position;
  beforeAll(async () => {
    start = await place(client());
    for (let n = 0; n < 6; n += 1) await client().appendToStream(n % 2 === 0 ? a : b, noted(n));
    end = await place(client());
    for await (const { event } of within(client().readAll({ fromPosition: start }), a, b)) {
      if (event.position !== undefined) positions.set(numberOf(event.data), event.position);
    }
  });

  function positionOf(n: number): Position {
    const found = positions.get(n);
    if (found === undefined) throw new Error(`event ${n} was not read`);
    return found;
  }

  /** The numbers of ours that are read backwards from there, as far as the test began. */
  async function down(fromPosition: Position | typeof END): Promise<number[]> {
    const found: number[] = [];
    const reading = client().readAll({ ...backwards, fromPosition });
    for await (const { event } of reading) {
      if (event === undefined || event.position.commit <= start.commit) break;
      if (event.streamId === a || event.streamId === b) found.push(numberOf(event.data));
    }
    await reading.cancel();
    return found;
  }

  test('gives all streams in the order of writing, at growing positions', async () => {
    const read = await collect(client().readAll({ fromPosition: start }));
    expect(isGrowing(read.map(({ event }) => event?.position.commit ?? -1n))).toBe(true);
    expect(await numbers(within(client().readAll({ fromPosition: start }), a, b))).toEqual([0, 1, 2, 3, 4, 5]);
    for (let n = 0; n < 6; n += 1) expect(positionOf(n).commit).toBeGreaterThan(start.commit);
  });

  test('forwards from a position includes the event there, and so many', async () => {
    for (let n = 0; n < 6; n += 1) {
      const found = await numbers(within(client().readAll({ fromPosition: positionOf(n) }), a, b));
      expect(found).toEqual([0, 1, 2, 3, 4, 5].slice(n));
      const [first, ...others] = await collect(client().readAll({ fromPosition: positionOf(n), maxCount: 1 }));
      expect([numberOf(first?.event?.data), others.length]).toEqual([n, 0]);
    }
    expect(await collect(client().readAll({ fromPosition: positionOf(2), maxCount: 3 }))).toHaveLength(3);
  });

  test('backwards from a position excludes the event there, and so many', async () => {
    for (let n = 0; n < 6; n += 1) {
      expect(await down(positionOf(n))).toEqual([5, 4, 3, 2, 1, 0].slice(6 - n));
    }
    expect(await collect(client().readAll({ ...backwards, fromPosition: end, maxCount: 3 }))).toHaveLength(3);
  });

  test('from its start and from its end, both ways', async () => {
    expect(await collect(client().readAll({ fromPosition: START, maxCount: 2 }))).toHaveLength(2);
    expect(await collect(client().readAll({ ...backwards, fromPosition: START }))).toEqual([]);
    // Others may write at this moment, so nothing of ours is all that can be asked of what is beyond the end.
    expect(await numbers(within(client().readAll({ fromPosition: END }), a, b))).toEqual([]);
    expect(await down(END)).toEqual([5, 4, 3, 2, 1, 0]);
  });
});
