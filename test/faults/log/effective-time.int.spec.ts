import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { courseOfEvents, randomCourse } from '../../support/random-course.ts';
import { type ReadSide, startReadSide } from '../../support/read-side.ts';
import { until } from '../verdict.ts';

let side: ReadSide;
beforeAll(async () => {
  side = await startReadSide();
}, 60_000);
afterAll(() => side.stop(), 30_000);

test('given that the clock of whoever records runs backwards, when the log is indexed, then effective time does not', async () => {
  const [steps = []] = fc.sample(randomCourse(40), { numRuns: 1, seed: 11 });
  const course = courseOfEvents('backwards', steps);
  // An hour earlier with every third event.
  const moment = (n: number): string =>
    new Date(Date.UTC(2025, 5, 1) + n * 1000 - Math.floor(n / 3) * 3_600_000).toISOString();
  await side.record(course.map((told, n) => ({ ...told, at: moment(n) })));
  await side.startFolding();
  let entries: { ordinal: number; recorded_at: string; effective_at: string }[] = [];
  const look = setInterval(async () => {
    const found = side.views.db.selectFrom('views.entry').select(['ordinal', 'recorded_at', 'effective_at']);
    entries = await found.orderBy('ordinal').execute();
  }, 50);
  await until(() => entries.length > course.length, 'the index has every event').finally(() => clearInterval(look));

  const recorded = entries.map((entry) => entry.recorded_at);
  const effective = entries.map((entry) => entry.effective_at);
  expect(recorded.slice(1)).not.toEqual(recorded.slice(1).toSorted());
  expect(effective).toEqual(effective.toSorted());
  expect(entries.map((entry) => entry.ordinal)).toEqual(entries.map((_, index) => index + 1));
}, 30_000);
