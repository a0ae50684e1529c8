import { describe, expect, test } from '@jest/globals';
import { oneAhead } from './one-ahead.ts';

/** Counts up, and notes what it was asked for; fails at a number when there is one. */
class Counting {
  readonly asked: number[] = [];
  closed = false;

  async *from(first: number, until: number, failsAt?: number): AsyncGenerator<number> {
    try {
      for (let n = first; n <= until; n += 1) {
        this.asked.push(n);
        if (n === failsAt) throw new Error(`no ${n}`);
        yield n;
      }
    } finally {
      this.closed = true;
    }
  }
}

describe('things that are brought one ahead', () => {
  test('come once and in order, and the next is asked for while one is worked on', async () => {
    const counting = new Counting();
    const seen: number[] = [];
    for await (const n of oneAhead(counting.from(1, 4))) {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(n);
      expect(counting.asked).toEqual([1, 2, 3, 4].slice(0, n + 1));
    }
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(counting.closed).toBe(true);
  });

  test('fail where the source does, after what came before it', async () => {
    const seen: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const n of oneAhead(new Counting().from(1, 4, 3))) seen.push(n);
    };
    await expect(reading()).rejects.toThrow('no 3');
    expect(seen).toEqual([1, 2]);
  });

  test('let go of the source when nobody wants more, also when the next has failed meanwhile', async () => {
    const counting = new Counting();
    for await (const n of oneAhead(counting.from(1, 4, 2))) if (n === 1) break;
    expect(counting.closed).toBe(true);
  });
});
