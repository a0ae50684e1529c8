import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compileSources } from '#embedded/testing/compile-node';
import { productFolder } from '#log/release';
import { Runs } from './runs.ts';
import { opener, type Shard, type TestStore } from './test-store.ts';

/** What nothing that goes wrong may stop, in every store of jobs. */
export function faultsAreOvercome(given: () => TestStore): void {
  const { open, troubles } = opener(given);

  describe('what goes wrong', () => {
    test('given a run that fails, when it is nudged again, then it runs again', async () => {
      const runs = new Runs();
      const jobs = open();
      await jobs.work<Shard>('failing', 1, async ({ shard }) => {
        runs.add(shard);
        if (runs.seen.length === 1) throw new Error('broken on purpose');
      });
      const queue = jobs.queue<Shard>('failing');
      await queue.nudge('shard-1', { shard: 1 });
      await runs.until(1);
      await queue.nudge('shard-1', { shard: 1 });
      await runs.until(2);
      expect(troubles).toContain('job failing: broken on purpose');
    });

    test('given a store that forgets everything again and again while jobs run, then every nudge after that leads to a run', async () => {
      const runs = new Runs();
      const jobs = open();
      await jobs.work<Shard>('flushed', 4, async ({ shard }) => {
        runs.add(shard);
        await new Promise((resolve) => setTimeout(resolve, 2));
      });
      const queue = jobs.queue<Shard>('flushed');
      for (let round = 0; round < 10; round += 1) {
        await Promise.all([1, 2, 3, 4, 5, 6].map((shard) => queue.nudge(`shard-${shard}`, { shard })));
        await given().flush();
      }
      for (const shard of [11, 12, 13]) await queue.nudge(`shard-${shard}`, { shard });
      await runs.while(() => ![11, 12, 13].every((shard) => runs.seen.includes(shard)));
      expect(await queue.depth()).toMatchObject({ waiting: 0 });
    });

    test('given a worker that is killed in the middle of a job, then another takes the job over, and nudges of its key count again', async () => {
      const compiled = await compileSources(join(productFolder, 'libs'), isForWorker);
      const entry = join(compiled.folder, 'jobs', 'testing', 'worker-process.js');
      const child = fork(entry, [JSON.stringify(given().store), 'killed'], { execArgv: [] });
      const told = async () => ((await once(child, 'message')) as [{ began?: number }])[0];
      await told();
      const jobs = open();
      const queue = jobs.queue<Shard>('killed');
      await queue.nudge('shard-1', { shard: 1 });
      expect(await told()).toEqual({ began: 1 });
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await compiled.remove();
      await queue.nudge('shard-1', { shard: 1 });
      const runs = new Runs();
      await jobs.work<Shard>('killed', 1, async ({ shard }) => runs.add(shard));
      expect((await runs.until(1))[0]).toBe(1);
    }, 60_000);

    test('given a store that is away, then a nudge is refused, not kept; when it is back, then nudges lead to runs', async () => {
      const runs = new Runs();
      const jobs = open();
      await jobs.work<Shard>('away', 2, async ({ shard }) => runs.add(shard));
      const queue = jobs.queue<Shard>('away');
      await queue.nudge('shard-1', { shard: 1 });
      await runs.until(1);
      await given().stop();
      await expect(queue.nudge('shard-2', { shard: 2 })).rejects.toThrow();
      await given().start();
      for (let isTaken = false; !isTaken; ) {
        isTaken = await queue.nudge('shard-3', { shard: 3 }).then(
          () => true,
          () => new Promise<boolean>((resolve) => setTimeout(resolve, 100, false)),
        );
      }
      await runs.while(() => !runs.seen.includes(3));
    }, 60_000);
  });
}

/** The rest of the libraries needs more than packages. */
function isForWorker(file: string): boolean {
  const ofJobs = ['backend.ts', 'closing.ts', 'connect.ts', 'jobs.ts', join('testing', 'worker-process.ts')];
  const ofLog = ['dead-lines.ts', 'patience.ts'];
  return [...ofJobs.map((one) => join('jobs', one)), ...ofLog.map((one) => join('log', one))].includes(file);
}
