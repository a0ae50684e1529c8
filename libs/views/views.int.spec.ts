import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { regionalNetwork } from '#domain/template/regional-network';
import { idOf, sealed, type Told } from '../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../test/support/read-side.ts';
import { generationsOf } from './database/generations.ts';
import { tableOf } from './database/row-table.ts';
import { verify } from './verify.ts';

const programme = idOf('programme');
const network = idOf('network');
const trajectory = idOf('trajectory');
const municipality = idOf('municipality');

const about = [`programme:${programme}`, `trajectory:${trajectory}`, `organisation:${municipality}`] as const;

function own(name: string, day: string, event: Pick<Told, 'type' | 'data'> & Partial<Told>): Told {
  return {
    id: idOf(name),
    stream: `trajectory-${trajectory}`,
    at: `${day}T10:00:00.000Z`,
    subjects: [...about],
    occurredOn: { precision: 'day', value: day },
    ...event,
  } as Told;
}

const beginning: Told[] = [
  {
    id: idOf('set up'),
    stream: `programme-${programme}`,
    at: '2025-02-01T09:00:00.000Z',
    subjects: [`programme:${programme}`],
    type: 'programme.set-up.v1',
    data: {
      programme,
      name: 'Noord-Nederland',
      client: municipality,
      opensOn: '2025-02-01',
      from: '2025-03-01',
      until: '2026-02-28',
    },
  },
  {
    id: idOf('template'),
    stream: `programme-${programme}`,
    at: '2025-02-01T09:00:00.000Z',
    subjects: [`programme:${programme}`],
    type: 'programme.template-adopted.v2',
    data: { template: regionalNetwork },
  },
  {
    id: idOf('network opened'),
    stream: `network-${network}`,
    at: '2025-02-01T09:05:00.000Z',
    subjects: [`programme:${programme}`, `network:${network}`],
    type: 'network.opened.v1',
    data: { network, programme, name: 'Noord', region: 'Noord', minimum: 8, target: 10, maximum: 10 },
  },
  own('applied', '2025-02-10', {
    type: 'trajectory.applied.v1',
    data: { trajectory, programme, organisation: municipality, contactRole: 'secretary', network },
    subjects: [...about, `network:${network}`],
  }),
  own('intake', '2025-03-03', { type: 'trajectory.intake-held.v1', data: {} }),
];

let side: ReadSide;

beforeAll(async () => {
  side = await startReadSide();
  await side.startFolding();
}, 120_000);

afterAll(() => side.stop(), 30_000);

describe('from the log to the views', () => {
  test('what was recorded is seen by a question that waits for it', async () => {
    const minPosition = await side.record(beginning);
    const { basis, data } = await side.views.progress.ofProgramme(programme, {}, { minPosition });
    expect(data.total).toBe(1);
    expect(data.items[0]?.participation).toEqual({ step: 'intake-held' });
    expect(basis).toMatchObject({ ordinal: 6, fictitious: true, knownAt: '2025-03-03T10:00:00.000Z' });
  });

  test('given a retracted intake, when asked as of before the retraction, then the intake is still known', async () => {
    const retraction = own('retraction', '2025-03-20', {
      type: 'trajectory.fact-retracted.v1',
      data: {},
      corrects: { event: idOf('intake'), kind: 'retraction', reason: sealed('a mistake') },
    });
    const minPosition = await side.record([retraction]);
    const now = await side.views.progress.trajectory(trajectory, { minPosition });
    expect(now.data?.summary.participation).toEqual({ step: 'applied' });
    const then = await side.views.progress.trajectory(trajectory, { knownAt: { moment: '2025-03-10T00:00:00.000Z' } });
    expect(then.data?.summary.participation).toEqual({ step: 'intake-held' });
  });

  test('the story of a trajectory has every event that names it', async () => {
    const { data } = await side.views.story.entries(`trajectory:${trajectory}`, {}, {});
    expect(data.items.map(({ event }) => event.type)).toEqual([
      'trajectory.applied.v1',
      'trajectory.intake-held.v1',
      'trajectory.fact-retracted.v1',
    ]);
  });

  test('the tables say what a fresh fold of the log says', async () => {
    const found = await verify({ views: side.views });
    expect(found).toMatchObject({ ordinal: 7, events: 7, differences: [] });
    expect(side.troubles).toEqual([]);
  });

  test('given columns that somebody changed, then the rows are as they should be and the columns are told', async () => {
    const { db, registry } = side.views;
    const standing = (await generationsOf(db, registry.byFold)).find(({ view }) => view.name === 'standing');
    const table = sql.raw(`views.${standing && tableOf(standing)}`);
    const shift = (by: number) =>
      sql`UPDATE ${table} SET days = ARRAY(SELECT day + ${by}::integer FROM unnest(days) day) WHERE until_ordinal IS NULL`;
    await shift(1).execute(db);
    const { differences } = await verify({ views: side.views });
    expect(differences).toEqual([
      { view: 'standing', key: `${trajectory}@7`, kind: 'different', detail: 'other columns' },
    ]);
    await shift(-1).execute(db);
    expect((await verify({ views: side.views })).differences).toEqual([]);
  });
});
