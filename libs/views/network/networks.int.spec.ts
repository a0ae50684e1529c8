import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { regionalNetwork } from '#domain/template/regional-network';
import { told } from '../../../test/support/dossier.ts';
import { idOf, type Told } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { registerOf } from '../../../test/support/register.ts';
import { on, programme } from '../../../test/support/rows.ts';
import type { AsOf } from '../query/as-of.ts';
import type { NetworkRequest } from './list.ts';

const names = ['Assen', 'Emmen', 'Meppel', 'Sneek'];
const begin = '2025-09-01';

const setUp: Told[] = [
  registerOf(names.map((name) => ({ id: idOf(name), name, province: name === 'Sneek' ? 'Fryslân' : 'Drenthe' }))),
  {
    ...on('2025-02-01', {
      type: 'programme.set-up.v1',
      data: { programme, name: 'Noord', client: idOf('Assen'), opensOn: begin, from: begin, until: '2026-09-30' },
    }),
    stream: `programme-${programme}`,
  },
  {
    ...on('2025-02-01', { type: 'programme.template-adopted.v2', data: { template: regionalNetwork } }),
    stream: `programme-${programme}`,
  },
];

const trajectoryOf = (name: string) => idOf(`trajectory of ${name}`);

/** That organisation applied for a network. */
function applied(day: string, name: string, network: string): Told {
  const [trajectory, organisation] = [trajectoryOf(name), idOf(name)];
  const data = { programme, network: idOf(network), trajectory, organisation, contactRole: 'secretary' };
  const subjects = [`trajectory:${trajectory}`, `organisation:${organisation}`];
  return { ...on(day, { type: 'trajectory.applied.v1', data }, ...subjects), stream: `trajectory-${trajectory}` };
}

function ofNetwork(day: string, name: string, type: string, data: object): Told {
  const network = idOf(name);
  return { ...on(day, { type, data }, `network:${network}`), stream: `network-${network}` };
}

function opened(day: string, name: string, region: string, maximum: number): Told {
  const data = { network: idOf(name), programme, name, region, minimum: 1, target: maximum, maximum };
  return ofNetwork(day, name, 'network.opened.v1', data);
}

const about = (name: string, more: object = {}) => ({ trajectory: trajectoryOf(name), ...more });

/** Drenthe: one network that fills up and one that opens later. Fryslân: one with a place that is held until a day. */
const course: Told[] = [
  ...setUp,
  opened('2025-09-01', 'Zuidoost', 'Drenthe', 1),
  opened('2025-09-01', 'Ús Netwurk', 'Fryslân', 2),
  opened('2025-11-01', 'Noord', 'drenthe', 3),
  applied('2025-09-05', 'Assen', 'Zuidoost'),
  applied('2025-09-06', 'Emmen', 'Zuidoost'),
  applied('2025-09-07', 'Sneek', 'Ús Netwurk'),
  ofNetwork('2025-09-10', 'Zuidoost', 'network.place-given.v1', about('Assen')),
  ofNetwork('2025-09-12', 'Zuidoost', 'network.put-on-waiting-list.v1', about('Emmen')),
  ofNetwork('2025-09-12', 'Ús Netwurk', 'network.place-held.v1', about('Sneek', { until: '2025-10-15' })),
  told('2025-10-01', 'demand.shown.v1', 'demand of Meppel', {
    organisation: idOf('Meppel'),
    region: 'Drenthe',
    contactRole: 'secretary',
    strength: 'interest',
  }),
];

/** The ordinal of the last of them: the log itself has the first. */
const whole = course.length + 1;

let side: ReadSide;
let minPosition: string;

beforeAll(async () => {
  side = await startReadSide();
  await side.startFolding();
  minPosition = await side.record(course);
}, 120_000);

afterAll(() => side.stop(), 30_000);

const late = '2025-12-01';

async function listed(request: NetworkRequest = {}, asOf: AsOf = { validOn: late }) {
  const { data } = await side.views.networks.ofProgramme(programme, request, { minPosition, ...asOf });
  return data;
}

async function namesOf(request: NetworkRequest = {}, asOf?: AsOf) {
  return (await listed(request, asOf)).items.map(({ name }) => name);
}

describe('the networks of a programme', () => {
  test('on a day are those that were opened by then: in the list, in the programme and among all programmes', async () => {
    for (const [validOn, count] of [
      ['2025-10-31', 2],
      [late, 3],
    ] as const) {
      const asOf: AsOf = { minPosition, validOn };
      const inList = (await listed({}, asOf)).items.map(({ network, name, region }) => ({ network, name, region }));
      expect(inList).toHaveLength(count);
      const own = (await side.views.programmes.get(programme, asOf)).data?.networks ?? [];
      expect(own).toHaveLength(count);
      expect(own).toEqual(expect.arrayContaining(inList));
      expect((await side.views.programmes.list(asOf)).data[0]?.networks).toEqual(own);
      expect((await side.views.takingPart.choices(programme, undefined, asOf)).data?.networks).toEqual(own);
    }
  });

  test('each says what its own page says, and what is asked in its region', async () => {
    const { items, total } = await listed();
    expect(total).toBe(3);
    for (const { demand: _demand, ...item } of items) {
      expect((await side.views.networks.get(item.network, { validOn: late })).data).toEqual(item);
    }
    expect(items).toMatchObject([
      { name: 'Noord', places: [], waiting: [], free: 3, demand: { applications: 1, interest: 1 } },
      {
        name: 'Ús Netwurk',
        places: [],
        waiting: [],
        free: 2,
        organisations: {},
        demand: { applications: 0, interest: 0 },
      },
      {
        name: 'Zuidoost',
        places: [about('Assen')],
        waiting: [about('Emmen')],
        free: 0,
        organisations: { [trajectoryOf('Assen')]: { name: 'Assen' }, [trajectoryOf('Emmen')]: { name: 'Emmen' } },
        demand: { applications: 1, interest: 1 },
      },
    ]);
  });

  test('the demand is what the figures of the programme count in that region', async () => {
    for (const validOn of ['2025-09-11', '2025-09-30', late]) {
      const { data } = await side.views.dossierFigures.demand(programme, { validOn, minPosition });
      const counted = data.regions.flatMap(({ networks, applications, interest }) =>
        networks.map(({ network }) => [network, { applications, interest }]),
      );
      const { items } = await listed({}, { validOn });
      expect(Object.fromEntries(items.map(({ network, demand }) => [network, demand]))).toEqual(
        Object.fromEntries(counted),
      );
    }
  });

  test('come in pages, each network once', async () => {
    const first = await listed({ limit: 2 });
    expect(first).toMatchObject({ total: 3, items: [{ name: 'Noord' }, { name: 'Ús Netwurk' }] });
    const rest = await listed({ limit: 2, cursor: first.next });
    expect(rest.items).toMatchObject([{ name: 'Zuidoost' }]);
    expect([rest.total, rest.next]).toEqual([3, undefined]);
  });

  test('given a page, when a network is opened meanwhile, then the next page goes on where it ended', async () => {
    const first = await listed({ limit: 2 }, { validOn: late, knownAt: { ordinal: whole } });
    await side.record([opened('2025-11-20', 'Assen en omstreken', 'Drenthe', 4)]);
    const rest = await listed({ limit: 2, cursor: first.next });
    expect(rest).toMatchObject({ total: 3, items: [{ name: 'Zuidoost' }] });
  });
});

describe('on a day', () => {
  const known = { knownAt: { ordinal: whole } };
  const then = (validOn: string) => ({ ...known, validOn });

  test('a network that was not open yet is absent', async () => {
    expect(await namesOf({}, then('2025-08-31'))).toEqual([]);
    expect(await namesOf({}, then('2025-10-31'))).toEqual(['Ús Netwurk', 'Zuidoost']);
    expect(await namesOf({}, then('2025-11-01'))).toEqual(['Noord', 'Ús Netwurk', 'Zuidoost']);
  });

  test('counts and what is chosen by them are of that day', async () => {
    expect(await namesOf({ filter: { free: true } }, then('2025-09-09'))).toEqual(['Ús Netwurk', 'Zuidoost']);
    expect(await namesOf({ filter: { free: true } }, then('2025-09-10'))).toEqual(['Ús Netwurk']);
    expect(await namesOf({ filter: { waiting: true } }, then('2025-09-11'))).toEqual([]);
    expect(await namesOf({ filter: { waiting: true } }, then('2025-09-12'))).toEqual(['Zuidoost']);
  });

  test('a place that is held counts until its day', async () => {
    const free = async (day: string) => (await listed({ filter: { region: 'Fryslân' } }, then(day))).items[0]?.free;
    expect([await free('2025-10-15'), await free('2025-10-16')]).toEqual([1, 2]);
  });

  test('what was not known yet is not told', async () => {
    const before = { knownAt: { ordinal: whole - 4 }, validOn: late };
    expect(await listed({ filter: { search: 'zuid' } }, before)).toMatchObject({
      items: [{ places: [], waiting: [], free: 1 }],
    });
  });
});

describe('chosen and sorted', () => {
  const now = { knownAt: { ordinal: whole }, validOn: late };
  const chosen = (filter: NonNullable<NetworkRequest['filter']>) => namesOf({ filter }, now);
  const sorted = (sort: NetworkRequest['sort']) => namesOf({ sort }, now);

  test('by region, a free place, a waiting list, and a part of the name', async () => {
    expect(await chosen({ region: 'DRENTHE' })).toEqual(['Noord', 'Zuidoost']);
    expect(await chosen({ region: 'fryslan' })).toEqual(['Ús Netwurk']);
    expect(await chosen({ region: 'Dren' })).toEqual([]);
    expect(await chosen({ free: true })).toEqual(['Noord', 'Ús Netwurk']);
    expect(await chosen({ free: false })).toEqual(['Zuidoost']);
    expect(await chosen({ waiting: true })).toEqual(['Zuidoost']);
    expect(await chosen({ waiting: false })).toEqual(['Noord', 'Ús Netwurk']);
    expect(await chosen({ search: 'us net' })).toEqual(['Ús Netwurk']);
    expect(await chosen({ search: 'oo' })).toEqual(['Noord', 'Zuidoost']);
    expect(await chosen({ search: 'oo', region: 'drenthe', free: true, waiting: false })).toEqual(['Noord']);
  });

  test('by name, region, free places or how many wait, up and down; what is equal goes by name', async () => {
    expect(await sorted(undefined)).toEqual(['Noord', 'Ús Netwurk', 'Zuidoost']);
    expect(await sorted('name')).toEqual(['Noord', 'Ús Netwurk', 'Zuidoost']);
    expect(await sorted('-name')).toEqual(['Zuidoost', 'Ús Netwurk', 'Noord']);
    expect(await sorted('region')).toEqual(['Noord', 'Zuidoost', 'Ús Netwurk']);
    expect(await sorted('-region')).toEqual(['Ús Netwurk', 'Noord', 'Zuidoost']);
    expect(await sorted('free')).toEqual(['Zuidoost', 'Ús Netwurk', 'Noord']);
    expect(await sorted('-free')).toEqual(['Noord', 'Ús Netwurk', 'Zuidoost']);
    expect(await sorted('waiting')).toEqual(['Noord', 'Ús Netwurk', 'Zuidoost']);
    expect(await sorted('-waiting')).toEqual(['Zuidoost', 'Noord', 'Ús Netwurk']);
  });

  test('another programme has none', async () => {
    const { data, basis } = await side.views.networks.ofProgramme(idOf('another'), {}, { minPosition });
    expect([data, basis.template]).toEqual([{ items: [], total: 0 }, undefined]);
  });
});
