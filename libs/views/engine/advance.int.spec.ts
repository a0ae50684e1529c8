import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import type { Told } from '../../../test/support/events.ts';
import { indexOnly } from '../../../test/support/index-only.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { shardOf } from '../index/shards.ts';
import { standingView } from '../standing/view.ts';
import { verify } from '../verify.ts';
import { advance, type Engine } from './advance.ts';
import { RowSource } from './row-source.ts';
import { lockShards, type ShardState } from './shard-state.ts';
import { togetherOf } from './together.ts';

let side: ReadSide & { databaseUrl: string };
let outsider: pg.Client;
let courses = 0;

beforeAll(async () => {
  side = await startReadSide();
  outsider = new pg.Client({ connectionString: side.databaseUrl });
  await outsider.connect();
  await side.views.db.updateTable('views.generation').set({ followed: true }).execute();
}, 120_000);

afterEach(async () => {
  await outsider.query('ROLLBACK');
  await advance(side.views, { wait: true });
});

afterAll(async () => {
  await outsider.end();
  await side.stop();
}, 30_000);

const shardOfEvent = ({ subjects }: Told) =>
  shardOf(subjects.find((subject) => subject.startsWith('programme:'))?.slice('programme:'.length));

/** A course of each of so many programmes, no two of them in one shard, recorded and in the index; of these lengths. */
async function recorded(count: number, lengths: readonly number[] = []): Promise<Map<number, Told[]>> {
  const found = new Map<number, Told[]>();
  while (found.size < count) {
    const length = lengths[found.size];
    courses += 1;
    const steps = fc.sample(randomCourse(30), { numRuns: 1, seed: courses })[0] ?? [];
    const events = courseOfEvents(`course ${courses}`, steps);
    const shards = new Set(events.map(shardOfEvent));
    const [shard] = shards;
    if (shards.size !== 1 || shard === undefined || found.has(shard) || events.length < (length ?? 1)) continue;
    found.set(shard, events.slice(0, length));
  }
  for (const events of found.values()) await side.record(events);
  await indexOnly(side);
  return found;
}

/** The shards that have entries which their views lack. */
async function behind(): Promise<number[]> {
  const { rows } = await outsider.query<{ shard: number }>(`
    SELECT DISTINCT p.shard FROM views.progress p
    WHERE EXISTS (SELECT FROM views.entry e WHERE e.shard = p.shard AND e.ordinal > p.ordinal) ORDER BY 1`);
  return rows.map(({ shard }) => shard);
}

async function stampsOf(shards: Iterable<number>): Promise<Set<string>> {
  const { rows } = await outsider.query<{ stamp: string }>('SELECT stamp FROM views.progress WHERE shard = ANY($1)', [
    [...shards],
  ]);
  return new Set(rows.map(({ stamp }) => stamp));
}

/** What would be advanced now. */
function lockedNow(limit = 500): Promise<readonly ShardState[]> {
  const { workbench, registry } = side.views;
  return workbench.connected(async (client) => {
    const { shards } = await lockShards(client, registry, new RowSource(0), { wait: false, limit });
    await client.query('ROLLBACK');
    return shards;
  });
}

async function expectFreshFold(): Promise<void> {
  expect(await behind()).toEqual([]);
  expect((await verify({ views: side.views })).differences).toEqual([]);
}

describe('advancing', () => {
  test('given shards that are behind, then they go on in one transaction, to what a fresh fold gives', async () => {
    const found = await recorded(4);
    expect(await behind()).toEqual(expect.arrayContaining([...found.keys()]));
    const locked = await lockedNow();
    expect(togetherOf(locked)).toEqual({ even: [expect.arrayContaining([...locked])], uneven: [] });
    const count = await advance(side.views);
    expect(count).toBeGreaterThanOrEqual([...found.values()].flat().length);
    // Each transaction leaves a stamp of its own.
    expect((await stampsOf(found.keys())).size).toBe(1);
    await expectFreshFold();
  }, 60_000);

  test('given a shard that somebody else holds, then the others go on, and it does when it is free', async () => {
    const [held = -1, ...others] = (await recorded(3)).keys();
    await outsider.query('BEGIN');
    await outsider.query('SELECT FROM views.progress WHERE shard = $1 FOR UPDATE', [held]);
    await advance(side.views);
    expect(await behind()).toEqual([held]);
    expect(others).toHaveLength(2);
    await outsider.query('COMMIT');
    await advance(side.views);
    await expectFreshFold();
  }, 60_000);

  test('given a shard of which an event cannot be read, then the others go on, and the failure is told', async () => {
    const [broken = -1] = (await recorded(3)).keys();
    const { loader, registry, workbench } = side.views;
    const load: Engine['loader']['load'] = (places) => {
      if (places.some((place) => 'shard' in place && place.shard === broken)) throw new Error('this page is gone');
      return loader.load(places);
    };
    const engine = { registry, workbench, loader: Object.assign(Object.create(loader), { load }) };
    await expect(advance(engine)).rejects.toThrow('this page is gone');
    expect(await behind()).toEqual([broken]);
    await advance(side.views);
    await expectFreshFold();
  }, 60_000);

  test('given a shard with much to do, then those with little do not wait for it', async () => {
    const [one, other] = (await recorded(3, [2, 2, 12])).keys();
    const shards = await lockedNow(3);
    // With the four entries of these there is enough to do.
    expect(new Set(shards.map(({ shard }) => shard))).toEqual(new Set([one, other]));
    expect(shards.map(({ entries }) => entries.length)).toEqual([2, 2]);
  }, 60_000);

  test('given more than a transaction takes, then it says so, and goes on all the same', async () => {
    await recorded(1);
    let calls = 0;
    await advance(side.views, { onFull: () => (calls += 1) });
    expect(calls).toBe(0);
    for (let events = 0; events <= 500; ) events += (await recorded(1)).values().next().value?.length ?? 0;
    await advance(side.views, { onFull: () => (calls += 1) });
    expect(calls).toBeGreaterThan(0);
    await expectFreshFold();
  }, 120_000);

  test('given a batch that takes longer than PostgreSQL lets a transaction rest, then it is committed all the same', async () => {
    const found = await recorded(4);
    const { derived } = standingView;
    if (derived?.kind !== 'per-row') throw new Error('Standings are derived row by row');
    const made = derived.of;
    let slow = 9;
    const spy = jest.spyOn(derived, 'of').mockImplementation((...given) => {
      slow -= 1;
      for (const until = performance.now() + 1_400; slow >= 0 && performance.now() < until; );
      return made(...given);
    });
    await advance(side.views);
    spy.mockRestore();
    expect(slow).toBeLessThan(0);
    // In the one transaction that it was begun in; after a failure each shard has its own.
    expect((await stampsOf(found.keys())).size).toBe(1);
    await expectFreshFold();
  }, 60_000);
});
