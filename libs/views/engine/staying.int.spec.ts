import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexOnly } from '../../../test/support/index-only.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { verify } from '../verify.ts';
import type { Engine } from './advance.ts';
import { type Patience, Staying } from './staying.ts';

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

/** Records a course and brings it into the index. Gives how far that is then, and the token of its last event. */
async function recorded(): Promise<{ head: number; minPosition: string }> {
  courses += 1;
  const steps = fc.sample(randomCourse(30), { numRuns: 1, seed: courses })[0] ?? [];
  const minPosition = await side.record(courseOfEvents(`course ${courses}`, steps));
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
    await side.views.programmes.list({ minPosition: first.minPosition, waitMs: 15_000 });
    const second = await recorded();
    expect(staying.told(second.head)).toBe(true);
    const { data } = await side.views.programmes.list({ minPosition: second.minPosition, waitMs: 15_000 });
    expect(data).toHaveLength(2);
    end();
    await running;
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

  test('given one that fails, then it says so, and does not stay', async () => {
    const { loader, registry, workbench } = side.views;
    const load: Engine['loader']['load'] = () => Promise.reject(new Error('this page is gone'));
    const engine = { registry, workbench, loader: Object.assign(Object.create(loader), { load }) };
    const { staying, run } = job({ engine });
    const { head } = await recorded();
    await expect(run()).rejects.toThrow('this page is gone');
    expect(staying.told(head)).toBe(false);
  }, 60_000);
});
