import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { type ReadSide, readSideOf, startReadSide } from '../../../test/support/read-side.ts';
import { registry as ownViews } from '../all-views.ts';
import { advance } from '../engine/advance.ts';
import { foldOf } from '../engine/fold-hash.ts';
import { createRegistry } from '../engine/registry.ts';
import type { TrajectoryRow } from '../progress/row.ts';
import { progressView } from '../progress/view.ts';
import { verify } from '../verify.ts';
import { prune } from './prune.ts';
import { rebuildViews } from './rebuild-views.ts';
import { statusOf } from './status.ts';

const { 'trajectory.contacted.v1': _contacts, ...withoutContacts } = progressView.on;
const folded = ownViews.views.filter((view) => !view.derived);

/** The views of two releases: in the next one, a trajectory does not keep its contacts. */
const thisRelease = createRegistry(folded);
const changed = { ...progressView, version: progressView.version + 1, on: withoutContacts };
const nextRelease = createRegistry(folded.map((view) => (view === progressView ? changed : view)));

type Content = Pick<Told, 'type' | 'data'>;

let first: ReadSide & { databaseUrl: string };
let next: ReadSide;
let courses = 0;

beforeAll(async () => {
  first = await startReadSide({ registry: thisRelease });
  await first.startFolding();
  await somethingHappens();
  await somethingHappens();
}, 120_000);

afterAll(async () => {
  await first.stop();
}, 30_000);

/** A trajectory of a new programme, or of this one, shows interest, and is spoken to twice; gives the token of the last event. */
function somethingHappens(programme = idOf(`programme ${courses}`)): Promise<string> {
  courses += 1;
  const trajectory = idOf(`trajectory ${courses}`);
  const own = (day: string, content: Content) =>
    ({
      id: idOf(`${trajectory} on ${day}`),
      stream: `trajectory-${trajectory}`,
      at: `${day}T10:00:00.000Z`,
      occurredOn: { precision: 'day', value: day },
      subjects: [`programme:${programme}`, `trajectory:${trajectory}`],
      ...content,
    }) as Told;
  const summary = sealed('.');
  const spoken: Content = { type: 'trajectory.contacted.v1', data: { kind: 'phone', roles: ['secretary'], summary } };
  const data = { trajectory, programme, organisation: idOf('municipality'), contactRole: 'secretary' };
  return first.record([
    own('2025-03-01', { type: 'trajectory.interest-shown.v1', data }),
    own('2025-03-02', spoken),
    own('2025-03-03', spoken),
  ]);
}

/** How many contacts the release knows of, over all trajectories. */
async function contacts({ views }: ReadSide, minPosition: string): Promise<number> {
  const asOf = { minPosition, waitMs: 15_000 };
  const { data } = await views.reader.read(asOf, 'everything', (snapshot) =>
    snapshot.rows<TrajectoryRow>(progressView),
  );
  return data.reduce((sum, row) => sum + row.contacts.length, 0);
}

const versionsOf = async ({ views }: ReadSide, view: string) =>
  (await statusOf(views)).generations.filter((one) => one.view === view);

describe('two releases beside each other on one database', () => {
  test('given a release with another fold, when its worker starts, then it fills its own rows and each answers its own', async () => {
    const position = await somethingHappens();
    const known = await contacts(first, position);
    expect(known).toBe(2 * courses);
    next = await readSideOf({ databaseUrl: first.databaseUrl, log: first.log, registry: nextRelease });
    await next.startFolding();
    expect(await contacts(next, position)).toBe(0);
    expect(await contacts(first, position)).toBe(known);
    expect(await versionsOf(first, 'progress')).toMatchObject([
      { fold: foldOf(progressView), status: 'live', own: true, carried: true },
      { fold: foldOf(changed), status: 'live', own: false, carried: true },
    ]);
    // What both fold in the same way, they share.
    expect(await versionsOf(next, 'meeting')).toMatchObject([{ own: true }]);
  }, 60_000);

  test('given both workers, when more is recorded, then both go on with their own rows', async () => {
    const position = await somethingHappens();
    expect(await contacts(first, position)).toBe(2 * courses);
    expect(await contacts(next, position)).toBe(0);
    expect((await verify({ views: first.views })).differences).toEqual([]);
    expect((await verify({ views: next.views })).differences).toEqual([]);
  }, 60_000);

  test('given that each leaves out what the other holds, then neither passes over an event', async () => {
    const programme = idOf('everybody in one shard');
    let isOver = false;
    // As the sweeps do it, but at every turn of the event loop: an advance that finds the shard busy does no I/O to wait on.
    const sweeping = [first, next].map(async ({ views }) => {
      while (!isOver) {
        await advance(views, { unlessBusy: true });
        await setImmediate();
      }
    });
    let position = '';
    for (let i = 0; i < 40; i += 1) position = await somethingHappens(programme);
    expect(await contacts(first, position)).toBe(2 * courses);
    expect(await contacts(next, position)).toBe(0);
    isOver = true;
    await Promise.all(sweeping);
    expect((await verify({ views: first.views })).differences).toEqual([]);
    expect((await verify({ views: next.views })).differences).toEqual([]);
  }, 60_000);

  test('when the next release rebuilds, then the differences from the fold before it are listed as meant', async () => {
    const live = (await versionsOf(next, 'progress')).find(({ own }) => own);
    const outcome = await rebuildViews({ views: next.views, names: ['progress'] });
    expect(outcome.views).toMatchObject([{ count: 0, comparedWith: { generation: live?.generation, sameFold: true } }]);
  }, 60_000);

  test('when it is pruned while both run, then nothing of either is dropped', async () => {
    const { dropped, kept } = await prune({ views: next.views });
    expect(dropped).toEqual([]);
    expect(kept).toMatchObject([{ view: 'progress', fold: foldOf(progressView), carried: true }]);
    expect(await contacts(first, await somethingHappens())).toBe(2 * courses);
  }, 60_000);

  test('when the new release is gone, then its rows can be dropped, and only those', async () => {
    await next.stop();
    const { dropped } = await prune({ views: first.views, dryRun: true });
    expect(dropped.map(({ fold, status }) => ({ fold, status }))).toEqual([
      { fold: foldOf(changed), status: 'previous' },
      { fold: foldOf(changed), status: 'live' },
    ]);
    expect(await prune({ views: first.views })).toMatchObject({
      dropped: [{ view: 'progress' }, { view: 'progress' }],
    });
    expect(await versionsOf(first, 'progress')).toMatchObject([{ fold: foldOf(progressView), status: 'live' }]);
    expect(await contacts(first, await somethingHappens())).toBe(2 * courses);
  }, 60_000);
});

describe('a release whose fold is new', () => {
  test('given that its rows are made before it starts, then what came out otherwise is listed, on purpose', async () => {
    const again = createRegistry(folded.map((view) => (view === progressView ? { ...changed, version: 90 } : view)));
    const opened = await readSideOf({ databaseUrl: first.databaseUrl, log: first.log, registry: again });
    try {
      const { views } = await rebuildViews({ views: opened.views, names: ['progress'] });
      expect(views).toMatchObject([
        { version: 90, live: true, comparedWith: { version: progressView.version, sameFold: false } },
      ]);
      // Of each trajectory: the versions of its two contacts are gone, and the one before them does not end.
      expect(views[0]?.count).toBe(3 * courses);
      expect(new Set(views[0]?.first.map(({ kind }) => kind))).toEqual(new Set(['gone', 'different']));
    } finally {
      await opened.stop();
    }
  }, 60_000);
});
