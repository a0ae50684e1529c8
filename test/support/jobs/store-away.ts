import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobStore } from '#jobs/backend';
import { type Line, startLine } from '#log/testing/line';
import { Runs } from './runs.ts';
import { opener, type Shard, type TestStore } from './test-store.ts';

/** What becomes of a process whose store of jobs is out of reach: at its start, at its end, or without a word. */
export function absenceIsOutlived(given: () => TestStore): void {
  const { open, troubles } = opener(given);
  const lines: Line[] = [];
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });

  describe('a store that is out of reach', () => {
    test('given one that is away when work is to begin, when it is back, then nudges lead to runs', async () => {
      await given().stop();
      const runs = new Runs();
      const jobs = open();
      const begun = jobs.workOnceThere<Shard>('early', 1, async ({ shard }) => runs.add(shard));
      while (troubles.length === 0) await soon();
      await given().start();
      await begun;
      await jobs.queue<Shard>('early').nudge('shard-1', { shard: 1 });
      expect(await runs.until(1)).toEqual([1]);
    }, 60_000);

    test('given one that never comes, when everything is closed, then nothing is begun any more', async () => {
      await given().stop();
      const jobs = open();
      void jobs.workOnceThere<Shard>('never', 1, async () => undefined);
      while (troubles.length === 0) await soon();
      await jobs.close();
      expect(jobs.worked).toEqual([]);
      await given().start();
    }, 60_000);

    test('given one that goes away while work is done, when everything is closed, then that does not wait for it', async () => {
      const runs = new Runs();
      const jobs = open();
      await jobs.work<Shard>('left', 2, async ({ shard }) => runs.add(shard));
      await jobs.queue<Shard>('left').nudge('shard-1', { shard: 1 });
      await runs.until(1);
      await given().stop();
      while (troubles.length === 0) await soon();
      await jobs.close();
      await given().start();
    }, 60_000);

    test('given lines to it that die without a word, then jobs run again over others', async () => {
      const { store } = given();
      const line = await startLine(Number(new URL(store.url).port));
      lines.push(line);
      const runs = new Runs();
      const jobs = open({}, over(store, line));
      await jobs.work<Shard>('silent', 2, async ({ shard }) => runs.add(shard));
      const queue = jobs.queue<Shard>('silent');
      await queue.nudge('shard-1', { shard: 1 });
      await runs.until(1);
      line.hang();
      while (!runs.seen.includes(2)) {
        await queue.nudge('shard-2', { shard: 2 }).catch(() => undefined);
        await soon();
      }
    }, 90_000);
  });
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

/** The same store by way of that line. */
function over(store: JobStore, { port }: Line): JobStore {
  const url = new URL(store.url);
  url.port = String(port);
  return { ...store, url: url.href };
}
