import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Told } from '../../../test/support/events.ts';
import { indexOnly } from '../../../test/support/index-only.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { verify } from '../verify.ts';
import type { Engine } from './advance.ts';
import { type Patience, Staying } from './staying.ts';
import { Folding, type FoldingOptions } from './worker.ts';

/** Longer than any test: what ends before does so for another reason. */
const forEver = 600_000;
const patient: Patience = { waits: forEver, stays: forEver };

let side: ReadSide & { databaseUrl: string };
let courses = 0;

beforeAll(async () => {
  side = await startReadSide();
  await side.views.db.updateTable('views.generation').set({ followed: true }).execute();
}, 120_000);

afterAll(() => side.stop(), 30_000);

function courseOf(seed: number): Told[] {
  return courseOfEvents(`course ${seed}`, fc.sample(randomCourse(30), { numRuns: 1, seed })[0] ?? []);
}

/** Records a course and brings it into the index. Gives how far that is then, and the token of its last event. */
async function recorded(): Promise<{ head: number; minPosition: string }> {
  courses += 1;
  const minPosition = await side.record(courseOf(courses));
  await indexOnly(side);
  return { head: (await side.views.head())?.ordinal ?? 0, minPosition };
}

/** A job that can be told of the index, with what became of it. */
function job({ leads = true, patience = patient, engine = side.views as Engine } = {}) {
  const ending = new AbortController();
  const staying = new Staying(engine, () => leads, ending.signal, patience);
  let left = 0;
  const run = () => staying.run({ onFull: () => undefined, onLeft: () => (left += 1) });
  return { staying, run, end: () => ending.abort(), leftToTheNext: () => left };
}

describe('a job that folds', () => {
  test('given one that waits, when the index goes on, then it folds that too, and no other job is needed', async () => {
    const { staying, run, end, leftToTheNext } = job();
    const first = await recorded();
    const running = run();
    let second = first;
    try {
      await side.views.programmes.list({ minPosition: first.minPosition, waitMs: 15_000 });
      // Told of what it has done already, it waits on.
      staying.told(first.head);
      second = await recorded();
      expect(staying.told(second.head)).toBe(true);
      const { data } = await side.views.programmes.list({ minPosition: second.minPosition, waitMs: 15_000 });
      expect(data).toHaveLength(2);
    } finally {
      end();
      await running;
    }
    expect(staying.told(second.head)).toBe(false);
    expect(leftToTheNext()).toBe(0);
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 60_000);

  test('given one whose time is over while the index went on, then it leaves that to the next', async () => {
    const { staying, run, leftToTheNext } = job({ patience: { waits: forEver, stays: 0 } });
    const { head } = await recorded();
    const running = run();
    // Told of what it may not have seen; what it has seen is no reason for another job.
    expect(staying.told(head + 1)).toBe(true);
    await running;
    expect(leftToTheNext()).toBe(1);
    const again = run();
    staying.told(head);
    await again;
    expect(leftToTheNext()).toBe(1);
  }, 60_000);

  test('given a process that does not follow the log, then its job does not wait: nobody would tell it', async () => {
    const { run, leftToTheNext } = job({ leads: false });
    await recorded();
    await run();
    expect(leftToTheNext()).toBe(0);
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 60_000);

  test('given one that fails, then it says so, does not stay, and leaves what came meanwhile to the next', async () => {
    const { loader, registry, workbench } = side.views;
    const load: Engine['loader']['load'] = () => Promise.reject(new Error('this page is gone'));
    const engine = { registry, workbench, loader: Object.assign(Object.create(loader), { load }) };
    const { staying, run, leftToTheNext } = job({ engine });
    const { head } = await recorded();
    await expect(run()).rejects.toThrow('this page is gone');
    expect(staying.told(head)).toBe(false);
    // Without news it would fail again, and again.
    expect(leftToTheNext()).toBe(0);
    const again = run();
    staying.told(head);
    await expect(again).rejects.toThrow('this page is gone');
    expect(leftToTheNext()).toBe(1);
  }, 60_000);

  test('given a job that is always there, when events come one by one, then nearly none of them needs a nudge', async () => {
    const events: Told[] = [];
    for (let seed = 1_000; events.length < 30; seed += 1) events.push(...courseOf(seed));
    let nudges = 0;
    let handle: (data: { part: number }) => Promise<void> = async () => undefined;
    const jobs = {
      queue: () => ({
        nudge: async () => {
          nudges += 1;
        },
        depth: async () => ({ waiting: 0, active: 0, failed: 0 }),
      }),
      workOnceThere: async (_queue: string, _atOnce: number, work: typeof handle) => {
        handle = work;
      },
    };
    const { views, databaseUrl, log } = side;
    const folding = new Folding({
      views,
      databaseUrl,
      log,
      jobs: jobs as FoldingOptions['jobs'],
      onTrouble: () => undefined,
    });
    await folding.start(() => undefined);
    let isOver = false;
    const working = (async () => {
      while (!isOver) await handle({ part: 0 });
    })();
    for (const event of events) {
      const minPosition = await side.record([event]);
      await views.programmes.list({ minPosition, waitMs: 15_000 });
    }
    isOver = true;
    await Promise.all([folding.stop(), working]);
    // Where one stay ends and the next begins there may be one.
    expect(nudges).toBeLessThan(events.length / 3);
  }, 60_000);
});
