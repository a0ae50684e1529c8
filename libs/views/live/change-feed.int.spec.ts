import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexOnly } from '../../../test/support/index-only.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import type { ChangeFilter } from './change.ts';
import { ChangeFeed } from './change-feed.ts';

let side: ReadSide & { databaseUrl: string };
let feed: ChangeFeed;
const opened: ReturnType<ChangeFeed['follow']>[] = [];

beforeAll(async () => {
  side = await startReadSide();
  feed = newFeed();
}, 120_000);
afterEach(async () => {
  await Promise.all(opened.splice(0).map((batches) => batches.return(undefined)));
});
afterAll(() => side.stop(), 30_000);

/** One with so little room that every reader who lags is served from the database. */
function newFeed(): ChangeFeed {
  const { db, changes: listener, registry } = side.views;
  return new ChangeFeed({ db, listener, registry, room: 20, onTrouble: () => undefined });
}

const course = (name: string, seed: number) =>
  courseOfEvents(name, fc.sample(randomCourse(60), { numRuns: 1, seed })[0] ?? []);

function follow(filter: ChangeFilter = {}, from: { after?: number } = { after: 0 }) {
  const batches = feed.follow({ ...from, filter, signal: new AbortController().signal, idleMs: 200 });
  opened.push(batches);
  return batches;
}

/** Everything up to that ordinal, batch by batch; `check` is done with each. */
async function upTo(ordinal: number, batches: ReturnType<typeof follow>, check: (last: number) => Promise<void>) {
  const seen: number[] = [];
  for await (const { changes, upTo: at } of batches) {
    seen.push(...changes.map((change) => change.ordinal));
    const last = seen.at(-1);
    if (changes.length > 0 && last !== undefined) await check(last);
    if (at >= ordinal) break;
  }
  return seen;
}

const noCheck = async () => undefined;

test('given events that are in the index and not in the views, then nobody is told of them', async () => {
  const events = course('first', 1);
  await side.record(events);
  await indexOnly(side);
  const batches = follow();
  for (let i = 0; i < 3; i += 1) expect((await batches.next()).value).toEqual({ changes: [], upTo: 0 });
}, 60_000);

test('given a worker, then every change is told once, in order, and only when a question asked then has it', async () => {
  await side.startFolding();
  const [second, third] = [course('second', 2), course('third', 3)];
  const before = (await side.views.head())?.ordinal ?? 0;
  const end = before + second.length + third.length;
  const reading = upTo(end, follow(), async (last) => {
    const { ordinal } = await side.views.basis({ waitMs: 0 }, 'everything');
    expect(ordinal).toBeGreaterThanOrEqual(last);
  });
  await side.record(second);
  await side.record(third);
  expect(await reading).toEqual(Array.from({ length: end }, (_, i) => i + 1));
}, 60_000);

test('given a reader who begins anywhere, or reads while others are far ahead, then it misses nothing', async () => {
  const end = (await side.views.head())?.ordinal ?? 0;
  for (const after of [0, 1, end - 25, end - 20, end - 19, end - 1]) {
    const seen = await upTo(end, follow({}, { after }), noCheck);
    expect(seen).toEqual(Array.from({ length: end - after }, (_, i) => after + 1 + i));
  }
}, 60_000);

test('given a programme or a subject, then what is told is what the index has of it', async () => {
  const { db } = side.views;
  const end = (await side.views.head())?.ordinal ?? 0;
  const entries = await db.selectFrom('views.entry').selectAll().orderBy('ordinal').execute();
  const programmes = [...new Set(entries.flatMap(({ programme }) => programme ?? []))];
  for (const programme of programmes) {
    const expected = entries.filter((entry) => entry.programme === programme).map(({ ordinal }) => ordinal);
    expect(await upTo(end, follow({ programme }), noCheck)).toEqual(expected);
    const subject = `programme:${programme}` as const;
    const named = entries.filter(({ subjects }) => subjects.includes(subject)).map(({ ordinal }) => ordinal);
    expect(await upTo(end, follow({ subject }), noCheck)).toEqual(named);
  }
  expect(programmes).toHaveLength(3);
}, 60_000);

test('without a place to begin at, then a reader begins at what can be read now', async () => {
  const end = (await side.views.head())?.ordinal ?? 0;
  const batches = follow({}, {});
  expect((await batches.next()).value).toEqual({ changes: [], upTo: end });
  await side.record(course('fourth', 4).slice(0, 1));
  for await (const { changes } of batches) {
    if (changes.length === 0) continue;
    expect(changes.map(({ ordinal }) => ordinal)).toEqual([end + 1]);
    break;
  }
}, 60_000);

test('given that everybody had left meanwhile, then the first who comes again begins at what can be read now, too', async () => {
  feed = newFeed();
  const last = follow({}, {});
  await last.next();
  await last.return(undefined);
  const minPosition = await side.record(course('fifth', 5));
  const { ordinal: end } = await side.views.basis({ minPosition }, 'everything');
  expect((await follow({}, {}).next()).value).toEqual({ changes: [], upTo: end });
}, 60_000);
