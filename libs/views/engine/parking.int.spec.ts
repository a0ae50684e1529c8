import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { indexOnly } from '../../../test/support/index-only.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { registry } from '../all-views.ts';
import { networkView } from '../network/view.ts';
import { Parked } from '../parked.ts';
import { programmeView } from '../programme/view.ts';
import { progressView } from '../progress/view.ts';
import { prune } from '../rebuild/prune.ts';
import { rebuildViews } from '../rebuild/rebuild-views.ts';
import { verify } from '../verify.ts';
import { Views } from '../views.ts';
import { advance } from './advance.ts';
import { defineDerived, defineRollUp } from './derived.ts';
import { createRegistry } from './registry.ts';
import { defineView } from './view-definition.ts';

const trajectory = (name: string) => idOf(`${name} trajectory`);

/** Of whom a judgement breaks the fold; whoever is taken out stands for a mistake that was mended. */
const mistaken = new Set([trajectory('sick'), trajectory('ill')]);

const fragileView = defineView<{ readonly judged: number; readonly talks: number }>({
  name: 'fragile',
  version: 1,
  subject: 'trajectory',
  on: {
    'trajectory.contacted.v1': (row) => ({ judged: row?.judged ?? 0, talks: (row?.talks ?? 0) + 1 }),
    'trajectory.lead-judged.v1': (row, { data }, key) => {
      if (data.judgement === 'behind' && mistaken.has(key)) throw new Error('a judgement that nobody thought of');
      return { talks: row?.talks ?? 0, judged: (row?.judged ?? 0) + 1 };
    },
  },
});

const talksView = defineDerived({
  name: 'talks',
  version: 1,
  each: fragileView,
  among: { programmes: programmeView, networks: networkView },
  of: (row, { programmes, networks }) => ({
    ...row,
    programme: [...programmes.values()][0]?.name ?? null,
    places: [...networks.values()].reduce((sum, { places }) => sum + places.length, 0),
    // What cannot be stored, in rows that come and go.
    ...(row.talks % 2 === 1 && { broken: '\0' }),
  }),
  columns: { talks: { type: 'bigint', of: ({ talks }) => talks, indexed: true } },
});

const stepsView = defineRollUp({
  name: 'steps',
  version: 1,
  subject: 'programme',
  each: progressView,
  counts: ({ programme, course }) =>
    course.map(({ on, fact }) => ({ key: `${programme}/${on.slice(0, 7)}`, name: fact, count: 1 })),
});

const own = createRegistry([...registry.views, fragileView, talksView, stepsView]);

let side: ReadSide & { databaseUrl: string };
let workers: Views[];

beforeAll(async () => {
  side = await startReadSide();
  const { databaseUrl, log } = side;
  const open = () => Views.open({ databaseUrl, log, registry: own });
  workers = [await open(), await open()];
  await side.views.db.updateTable('views.generation').set({ followed: true }).execute();
}, 120_000);

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await side.stop();
}, 30_000);

/** Both workers advance at the same time. */
async function folded(): Promise<void> {
  await indexOnly(side);
  await Promise.all(workers.map((worker) => advance(worker, { wait: true })));
}

function worker(): Views {
  const [first] = workers;
  if (!first) throw new Error('No worker was started');
  return first;
}

function judged(name: string, count: number, judgement: 'attention' | 'behind', more: object = {}): Told {
  return {
    id: idOf(`${name} judged ${count}`),
    stream: `trajectory-${trajectory(name)}`,
    at: '2025-06-01T10:00:00.000Z',
    occurredOn: { precision: 'day', value: '2025-06-01' },
    subjects: [`programme:${idOf(`${name} programme`)}`, `trajectory:${trajectory(name)}`],
    type: 'trajectory.lead-judged.v1',
    data: { judgement, reason: sealed('.') },
    ...more,
  } as Told;
}

async function rowOf(name: string) {
  const scope = { programme: idOf(`${name} programme`) };
  const read = worker().reader.read({}, scope, (snapshot) => snapshot.row(fragileView, trajectory(name)));
  const { data, basis } = await read;
  return { row: data, stale: basis.stale?.rows.filter(({ view }) => view === 'fragile').map(({ key }) => key) };
}

describe('a fold that throws', () => {
  test('parks its row: the other rows go on, and answers say that it is stale', async () => {
    await side.record([judged('sick', 1, 'attention'), judged('well', 1, 'attention')]);
    await side.record([judged('sick', 2, 'behind'), judged('sick', 3, 'attention'), judged('well', 2, 'attention')]);
    await folded();
    expect(await rowOf('sick')).toEqual({ row: { talks: 0, judged: 1 }, stale: [trajectory('sick')] });
    expect(await rowOf('well')).toEqual({ row: { talks: 0, judged: 2 }, stale: undefined });
    const list = await new Parked(worker()).list();
    expect(list).toMatchObject([
      {
        view: 'fragile',
        subject: `trajectory:${trajectory('sick')}`,
        error: expect.stringContaining('nobody thought of'),
      },
    ]);
    expect(await verify({ views: worker() })).toMatchObject({ differences: [], parked: 1 });
  }, 60_000);

  test('is parked on when it is tried again in vain, and can be left as it is for a reason', async () => {
    const parked = new Parked(worker());
    const [row] = await parked.list();
    expect(await parked.retry(row?.id ?? 0)).toBe(false);
    const [again] = await parked.list();
    expect([again?.id, again?.parkedAt]).toEqual([row?.id, row?.parkedAt]);
    await expect(parked.release(again?.id ?? 0, ' ')).rejects.toMatchObject({ code: 'no-reason' });
    await parked.release(again?.id ?? 0, 'the next release mends it');
    expect(await parked.list()).toEqual([]);
    expect(await parked.counts()).toEqual(new Map());
    expect((await rowOf('sick')).stale).toEqual([trajectory('sick')]);
  }, 60_000);

  test('that was left as it is, is so in another generation too', async () => {
    await rebuildViews({ views: worker(), names: ['fragile'] });
    const parked = new Parked(worker());
    expect(await parked.list({ view: 'fragile' })).toEqual([]);
    const [newest] = await parked.list({ view: 'fragile', all: true });
    expect(newest).toMatchObject({ status: 'live', released: { reason: 'the next release mends it' } });
    await prune({ views: worker() });
  }, 60_000);

  test('is not tried again while something of another release is derived from its rows', async () => {
    const other = createRegistry([...registry.views, fragileView, { ...talksView, version: talksView.version + 1 }]);
    const { databaseUrl, log } = side;
    const next = await Views.open({ databaseUrl, log, registry: other });
    const [row] = await new Parked(worker()).list({ view: 'fragile', all: true });
    await expect(new Parked(next).retry(row?.id ?? 0)).rejects.toMatchObject({ code: 'busy' });
    await expect(new Parked(worker()).retry(row?.id ?? 0)).rejects.toMatchObject({ code: 'busy' });
    const { id } = await side.views.db
      .selectFrom('views.generation')
      .select('id')
      .where('view', '=', 'talks')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await next.close();
    await sql`DELETE FROM views.generation WHERE id = ${id}`.execute(side.views.db);
  }, 60_000);

  test('when the mistake is gone and it is tried again, then its rows are those of a fresh fold, at every ordinal', async () => {
    mistaken.delete(trajectory('sick'));
    const parked = new Parked(worker());
    const [row] = await parked.list({ all: true });
    expect(await parked.retry(row?.id ?? 0)).toBe(true);
    expect(await rowOf('sick')).toEqual({ row: { talks: 0, judged: 3 }, stale: undefined });
    expect(await verify({ views: worker() })).toMatchObject({ differences: [], parked: 0 });
    await expect(parked.retry(row?.id ?? 0)).rejects.toMatchObject({ code: 'not-parked' });
  }, 60_000);

  test('is mended by a correction of the event', async () => {
    await side.record([judged('ill', 1, 'behind'), judged('ill', 2, 'attention')]);
    const corrects = { event: idOf('ill judged 1'), kind: 'correction', reason: sealed('.') };
    await folded();
    expect(await rowOf('ill')).toEqual({ row: undefined, stale: [trajectory('ill')] });
    await side.record([judged('ill', 3, 'attention', { corrects })]);
    await folded();
    expect(await rowOf('ill')).toEqual({ row: { talks: 0, judged: 2 }, stale: undefined });
  }, 60_000);
});

describe('random courses, folded by two workers at once', () => {
  test('end as a fresh fold, derived and parked rows and all', async () => {
    for (const seed of [11, 12, 13]) {
      const steps = fc.sample(randomCourse(150, 'long'), { numRuns: 1, seed })[0] ?? [];
      const events = courseOfEvents(`course ${seed}`, steps);
      const half = Math.floor(events.length / 2);
      await side.record(events.slice(0, half));
      await folded();
      await side.record(events.slice(half));
      await folded();
    }
    expect((await new Parked(worker()).list({ view: 'talks', all: true })).length).toBeGreaterThan(0);
    expect((await verify({ views: worker() })).differences).toEqual([]);
  }, 120_000);
});
