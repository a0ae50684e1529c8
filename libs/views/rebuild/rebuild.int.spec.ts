import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { type Generation, generationsOf } from '../database/generations.ts';
import { tableOf } from '../database/row-table.ts';
import { progressView } from '../progress/view.ts';
import { verify } from '../verify.ts';
import { back } from './back.ts';
import { prune } from './prune.ts';
import { type RebuildOptions, type RebuildOutcome, rebuildViews } from './rebuild-views.ts';
import { statusOf } from './status.ts';

let side: ReadSide & { databaseUrl: string };
let courses = 0;

beforeAll(async () => {
  side = await startReadSide();
  await side.startFolding();
  for (let i = 0; i < 3; i += 1) await somethingHappens();
  await asked(await somethingHappens());
}, 120_000);

afterAll(() => side.stop(), 30_000);

/** Another programme with a random course of events; gives the token of its last event. */
function somethingHappens(): Promise<string> {
  courses += 1;
  const steps = fc.sample(randomCourse(60), { numRuns: 1, seed: courses })[0] ?? [];
  return side.record(courseOfEvents(`course ${courses}`, steps));
}

/** The programmes by name and their trajectories, when the views have come so far. */
async function asked(minPosition?: string, ordinal?: number): Promise<unknown> {
  const asOf = { waitMs: 15_000, minPosition, ...(ordinal !== undefined && { knownAt: { ordinal } }) };
  const { data } = await side.views.reader.read(asOf, 'everything', (snapshot) => snapshot.rows(progressView));
  return data;
}

/** What came of one view; what is derived from it is rebuilt along. */
const ofProgress = ({ views }: RebuildOutcome) => views.find(({ view }) => view === 'progress');

const rebuilt = (options: Partial<RebuildOptions> = {}) => rebuildViews({ views: side.views, names: [], ...options });

async function generationOf(status: Generation['status']): Promise<Generation> {
  const own = await generationsOf(side.views.db, side.views.registry.byFold);
  const found = own.find((one) => one.view === progressView && one.status === status);
  if (!found) throw new Error(`There is no ${status} generation of progress`);
  return found;
}

/** Somebody writes in the table of the rows in use. */
async function damage(field = 'contactRole'): Promise<string> {
  const table = sql.raw(`views.${tableOf(await generationOf('live'))}`);
  const { rows } = await sql<{ key: string }>`
    UPDATE ${table} SET row = (row::jsonb || jsonb_build_object(${field}::text, 'damaged'))::json
    WHERE ctid = (SELECT min(ctid) FROM ${table} WHERE until_ordinal IS NULL) RETURNING key`.execute(side.views.db);
  return rows[0]?.key ?? '';
}

describe('a rebuild while the views are in use', () => {
  test('gives the same rows, also of what is recorded meanwhile, and keeps the generation before', async () => {
    const before = await asked();
    const was = await generationOf('live');
    const { ordinal } = await side.views.basis({}, 'everything');
    const recording: Promise<string>[] = [];
    const outcome = await rebuilt({
      batchSize: 20,
      onProgress: (phase) => phase === 'filling' && recording.length < 3 && recording.push(somethingHappens()),
    });
    expect(
      outcome.views.map(({ live, count, comparedWith }) => ({ live, count, same: comparedWith?.sameFold })),
    ).toEqual(side.views.registry.views.map(() => ({ live: true, count: 0, same: true })));
    expect(outcome.ordinal).toBeGreaterThanOrEqual(ordinal);
    for (const position of await Promise.all(recording)) await asked(position);
    expect(await asked(undefined, ordinal)).toEqual(before);
    expect((await generationOf('live')).id).toBeGreaterThan(was.id);
    expect(await generationOf('previous')).toMatchObject({ id: was.id });
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 60_000);

  test('gives the same rows when several fold it, each its own shards', async () => {
    const outcome = await rebuilt({ batchSize: 7, folders: { count: 3, inThreads: false } });
    expect(outcome.views.every(({ live, count, versions }) => live && count === 0 && versions >= 0)).toBe(true);
    expect(ofProgress(outcome)?.versions).toBeGreaterThan(50);
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 60_000);

  test('given that it dies while several fold, then the next rebuild does what was not committed again, and nothing is doubled', async () => {
    const folders = { count: 2, inThreads: false };
    const dies = (_: string, done: number) => {
      if (done >= 40) throw new Error('killed');
    };
    const died = rebuilt({ names: ['meeting'], batchSize: 10, folders, onProgress: dies });
    await expect(died).rejects.toThrow('killed');
    const { views } = await rebuilt({ names: ['meeting'], batchSize: 10, folders });
    expect(views.every(({ live, count }) => live && count === 0)).toBe(true);
  }, 60_000);

  test('given that it is killed, when it is asked for again, then it goes on where it was', async () => {
    const stop = new AbortController();
    const first: number[] = [];
    const interrupted = rebuilt({
      names: ['progress'],
      batchSize: 5,
      signal: stop.signal,
      onProgress: (_, done) => first.push(done) === 3 && stop.abort(),
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'interrupted' });
    const filling = await generationOf('filling');
    const second: number[] = [];
    await rebuilt({
      names: ['progress'],
      batchSize: 5,
      onProgress: (phase, done) => phase === 'filling' && second.push(done),
    });
    // What was under way is finished, and nothing more is begun.
    expect(first.length).toBeLessThanOrEqual(6);
    expect(second[0]).toBe((first.at(-1) ?? 0) + 5);
    expect(await generationOf('live')).toMatchObject({ id: filling.id });
  }, 60_000);

  test('given one that was stopped, when what is derived from it is asked for, then both are done', async () => {
    const stop = new AbortController();
    const onProgress = (_: string, done: number) => done === 15 && stop.abort();
    const interrupted = rebuilt({ names: ['progress'], batchSize: 5, signal: stop.signal, onProgress });
    await expect(interrupted).rejects.toMatchObject({ code: 'interrupted' });
    const filling = await generationOf('filling');
    const outcome = await rebuilt({ names: ['standing'] });
    expect(outcome.views.map(({ view }) => view)).toEqual(expect.arrayContaining(['progress', 'standing']));
    expect(outcome.views.every(({ live, count }) => live && count === 0)).toBe(true);
    expect(await generationOf('live')).toMatchObject({ id: filling.id });
  }, 60_000);

  test('given that it dies in the middle, then what it did not commit is done again, and nothing is doubled', async () => {
    const dies = (_: string, done: number) => {
      if (done === 60) throw new Error('killed');
    };
    await expect(rebuilt({ names: ['progress'], batchSize: 20, onProgress: dies })).rejects.toThrow('killed');
    expect(ofProgress(await rebuilt({ names: ['progress'], batchSize: 20 }))).toMatchObject({ live: true, count: 0 });
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 60_000);

  test('given one that is under way, then a second is refused', async () => {
    const both = await Promise.allSettled([rebuilt({ names: ['progress'] }), rebuilt({ names: ['meeting'] })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'busy' } });
  }, 60_000);

  test('given the name of no view, then it says which there are', async () => {
    await expect(rebuilt({ names: ['nonsense'] })).rejects.toMatchObject({
      code: 'unknown-view',
      sentence: { en: expect.stringContaining('progress') },
    });
  });
});

describe('rows in use that are damaged', () => {
  test('are found by a rebuild, which switches only when that is accepted, and there is a way back', async () => {
    const good = await asked();
    const key = await damage();
    const damaged = await asked();
    expect(damaged).not.toEqual(good);
    const refused = ofProgress(await rebuilt({ names: ['progress'] }));
    expect(refused).toMatchObject({ count: 1, live: false });
    expect(refused?.first).toMatchObject([
      { key, kind: 'different', changed: [expect.stringMatching(/^contactRole: "damaged" → /)] },
    ]);
    expect(await asked()).toEqual(damaged);
    const accepted = ofProgress(await rebuilt({ names: ['progress'], accept: true }));
    expect(accepted).toMatchObject({ generation: refused?.generation, count: 1, live: true });
    expect(await asked()).toEqual(good);
    await back(side.views, ['progress']);
    expect(await asked()).toEqual(damaged);
    await back(side.views, ['progress']);
    // The generation that was not in use was kept up to date all the same.
    const position = await somethingHappens();
    await asked(position);
    await back(side.views, ['progress']);
    expect((await asked(position)) as unknown[]).toHaveLength(((await asked()) as unknown[]).length);
    await back(side.views, ['progress']);
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 60_000);

  test('given rows that were derived from damaged ones and not accepted, when all are rebuilt, then they are derived anew', async () => {
    await damage('organisation');
    const derived = (outcome: RebuildOutcome) => outcome.views.find(({ view }) => view === 'standing');
    const ofDamaged = derived(await rebuilt({ names: ['standing'] }));
    expect(ofDamaged).toMatchObject({ live: false, count: 1 });
    const all = await rebuilt({ accept: true });
    expect(derived(all)).toMatchObject({ live: true, count: 0 });
    expect(derived(all)?.generation).not.toBe(ofDamaged?.generation);
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 60_000);

  test('given rows that came out otherwise and were refused, when what is derived from them is rebuilt, then it is of those in use', async () => {
    await damage('organisation');
    const refused = ofProgress(await rebuilt({ names: ['progress'] }));
    expect(refused).toMatchObject({ live: false, count: 1 });
    const derived = (await rebuilt({ names: ['standing'] })).views.find(({ view }) => view === 'standing');
    expect(derived).toMatchObject({ live: false, count: 1 });
    const own = await generationsOf(side.views.db, side.views.registry.byFold);
    const inputs = own.find(({ id }) => id === derived?.generation)?.inputs;
    expect(inputs).toContain((await generationOf('live')).id);
    expect(inputs).not.toContain(refused?.generation);
    await rebuilt({ accept: true });
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 60_000);

  test('given no previous generation, then there is no way back', async () => {
    await prune({ views: side.views, previous: true });
    await expect(back(side.views, ['progress'])).rejects.toMatchObject({ code: 'no-previous' });
    const { generations } = await statusOf(side.views);
    expect(generations.map(({ status, own, behind }) => ({ status, own, behind }))).toEqual(
      side.views.registry.views.map(() => ({ status: 'live', own: true, behind: 0 })),
    );
  });
});

describe('a list in pages, over a rebuild', () => {
  test('goes on in the generation that is kept, and is refused when that is gone', async () => {
    const { data: programmes } = await side.views.programmes.list({});
    const programme = programmes.map(({ programme: id }) => id);
    const listed = async (id: string, cursor?: string) =>
      (await side.views.progress.ofProgramme(id, { limit: 1, cursor }, {})).data;
    const found = await Promise.all(programme.map(async (id) => ({ id, page: await listed(id) })));
    const first = found.find(({ page }) => page.total > 2);
    if (!first?.page.next) throw new Error('No programme has three trajectories');
    const all = (await side.views.progress.ofProgramme(first.id, {}, {})).data.items;
    const id = await damage();
    await rebuilt({ names: ['progress'], accept: true });
    const second = await listed(first.id, first.page.next);
    expect([...first.page.items, ...second.items].map(({ trajectory }) => trajectory)).toEqual(
      all.slice(0, 2).map(({ trajectory }) => trajectory),
    );
    expect(id).not.toBe('');
    await rebuilt({ names: ['progress'], accept: true });
    await expect(listed(first.id, second.next)).rejects.toMatchObject({ code: 'cursor-gone' });
  }, 60_000);
});
