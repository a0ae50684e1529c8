import { describe, expect, test } from '@jest/globals';
import { randomFrom, shuffled } from '../random.ts';
import { Runs } from './runs.ts';
import { held, opener, type Shard, type TestStore } from './test-store.ts';

/** What comes of nudges, in every store of jobs. Each test has a queue of its own. */
export function nudgesLeadToRuns(given: () => TestStore): void {
  const { open } = opener(given);

  describe('a nudge', () => {
    test('leads to a run', async () => {
      const runs = new Runs();
      const jobs = open();
      await jobs.work<Shard>('one', 2, async ({ shard }) => runs.add(shard));
      await jobs.queue<Shard>('one').nudge('shard-3', { shard: 3 });
      expect(await runs.until(1)).toEqual([3]);
    });

    test('given that none works yet, when one key is nudged a hundred times, then one run comes of it', async () => {
      const runs = new Runs();
      const jobs = open();
      const queue = jobs.queue<Shard>('many');
      for (let i = 0; i < 100; i += 1) await queue.nudge('shard-1', { shard: 1 });
      await queue.nudge('shard-2', { shard: 2 });
      await jobs.work<Shard>('many', 1, async ({ shard }) => runs.add(shard));
      expect(await runs.until(2)).toEqual([1, 2]);
    });

    test('given a run under way, when many nudges come, then exactly one more run follows', async () => {
      const runs = new Runs();
      const hold = held();
      const jobs = open();
      await jobs.work<Shard>('held', 4, async ({ shard }) => {
        runs.add(shard);
        if (runs.seen.length === 1) await hold.done;
      });
      const queue = jobs.queue<Shard>('held');
      await queue.nudge('shard-1', { shard: 1 });
      await runs.until(1);
      for (let i = 0; i < 5; i += 1) await queue.nudge('shard-1', { shard: 1 });
      hold.release();
      await runs.until(2);
      await queue.nudge('shard-2', { shard: 2 });
      expect(await runs.until(3)).toEqual([1, 1, 2]);
    });

    test('given nudges in any order, twice and from several processes, then every key runs after its last nudge', async () => {
      const random = randomFrom(7);
      const [wanted, done] = [new Map<number, number>(), new Map<number, number>()];
      const runs = new Runs();
      const all = [open(), open()];
      for (const jobs of all) {
        await jobs.work<Shard>('mixed', 3, async ({ shard }) => {
          done.set(shard, wanted.get(shard) ?? 0);
          runs.add(shard);
        });
      }
      const nudges = shuffled(
        [1, 2, 3, 4, 5].flatMap((shard) => Array.from({ length: 20 }, () => shard)),
        random,
      );
      await Promise.all(
        nudges.map((shard, i) => {
          wanted.set(shard, i);
          return all[i % 2]?.queue<Shard>('mixed').nudge(`shard-${shard}`, { shard });
        }),
      );
      await runs.while(() => [...wanted].some(([shard, last]) => done.get(shard) !== last));
      expect(done).toEqual(wanted);
    });
  });
}
