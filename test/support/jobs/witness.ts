import { describe, expect, test } from '@jest/globals';
import { Runs } from './runs.ts';
import { held, opener, type Shard, type TestStore } from './test-store.ts';

/** What can be seen of jobs, in every store. */
export function jobsCanBeWatched(given: () => TestStore): void {
  const { open } = opener(given);

  describe('who watches', () => {
    test('sees how many jobs wait, run and failed, and how those went', async () => {
      const went: string[] = [];
      const runs = new Runs();
      const hold = held();
      const jobs = open({ onDone: (queue, seconds, failed) => went.push(`${queue} ${seconds >= 0} ${failed}`) });
      await jobs.work<Shard>('deep', 1, async ({ shard }) => {
        runs.add(shard);
        if (shard === 1) throw new Error('broken on purpose');
        if (shard === 2) await hold.done;
      });
      const queue = jobs.queue<Shard>('deep');
      for (const shard of [1, 2, 3, 4]) await queue.nudge(`shard-${shard}`, { shard });
      await runs.until(2);
      expect(await queue.depth()).toEqual({ waiting: 2, active: 1, failed: 1 });
      hold.release();
      await runs.until(4);
      expect(went.slice(0, 2)).toEqual(['deep true true', 'deep true false']);
    });

    test('sends a canary, which comes through every queue behind the jobs that wait there', async () => {
      const passed: string[] = [];
      const runs = new Runs();
      const hold = held();
      const jobs = open({
        onCanary: async (queue) => {
          passed.push(queue);
          runs.add(0);
        },
      });
      for (const name of ['first', 'second']) {
        await jobs.work<Shard>(name, 1, async ({ shard }) => {
          runs.add(shard);
          await hold.done;
        });
        await jobs.queue<Shard>(name).nudge('shard-1', { shard: 1 });
      }
      await runs.until(2);
      await jobs.sendCanaries();
      await jobs.sendCanaries();
      expect(passed).toEqual([]);
      hold.release();
      await runs.until(4);
      await jobs.queue<Shard>('first').nudge('shard-2', { shard: 2 });
      await runs.until(5);
      expect(passed.sort()).toEqual(['first', 'second']);
    });
  });
}
