import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#domain/kernel/days';
import { regionalNetwork } from '#domain/template/regional-network';
import { told } from '../../../test/support/dossier.ts';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { organisationFits } from '../../../test/support/lists/choosing.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { registerOf } from '../../../test/support/register.ts';
import { on, programme } from '../../../test/support/rows.ts';
import type { AsOf } from '../query/as-of.ts';
import { compare, plain } from '../query/plain.ts';
import { aroundItems } from './around.ts';
import { type DossierItem, dossierItemOf } from './item.ts';
import type { DossierFilter, DossierRequest } from './queries.ts';
import { dossierItemView } from './view.ts';

const [trajectory, network, meeting] = ['trajectory', 'network', 'meeting'].map(idOf) as [string, string, string];
const names = ['Súdwest-Fryslân', 'Assen'];
const [fryslan, assen] = names.map(idOf) as [string, string];
const begin = '2025-10-01';

const setUp: Told[] = [
  registerOf(names.map((name, i) => ({ id: idOf(name), name, province: i === 0 ? 'Fryslân' : 'Drenthe' }))),
  {
    ...on('2025-02-01', {
      type: 'programme.set-up.v1',
      data: { programme, name: 'Noord', client: fryslan, opensOn: begin, from: begin, until: '2026-09-30' },
    }),
    stream: `programme-${programme}`,
  },
  {
    ...on('2025-02-01', { type: 'programme.template-adopted.v2', data: { template: regionalNetwork } }),
    stream: `programme-${programme}`,
  },
  {
    ...on(
      '2025-09-20',
      {
        type: 'trajectory.applied.v1',
        data: { programme, network, trajectory, organisation: assen, contactRole: 'adviser' },
      },
      `trajectory:${trajectory}`,
      `organisation:${assen}`,
    ),
    stream: `trajectory-${trajectory}`,
  },
];

const why = { reason: sealed('.') };

/** Facts of a theme, an action, an assignment and a group; `which` says of which of a few, and with what in it. */
const makers: readonly ((day: string, which: number) => Told)[] = [
  (day, which) => told(day, 'theme.gathered.v1', `theme ${which % 6}`, { title: `Énergie ${which}`, ...where(which) }),
  (day, which) => told(day, 'theme.chosen.v1', `theme ${which % 6}`),
  (day, which) => told(day, 'theme.parked.v1', `theme ${which % 6}`, why),
  (day, which) => told(day, 'theme.closed.v1', `theme ${which % 6}`),
  (day, which) => told(day, 'item.transferred.v1', `theme ${which % 6}`, { role: 'lead' }),
  (day, which) =>
    told(day, 'action.agreed.v1', `action ${which % 6}`, {
      ...where(which),
      role: 'lead',
      due: addDays(day, which % 20),
      what: sealed('.'),
    }),
  (day, which) => told(day, 'action.postponed.v1', `action ${which % 6}`, { ...why, to: addDays(day, 20) }),
  (day, which) => told(day, 'action.done.v1', `action ${which % 6}`),
  (day, which) =>
    told(day, 'assignment.given.v1', `task ${which % 4}`, {
      ...where(which),
      title: `Taak ${which % 3}`,
      sort: 'homework',
      team: idOf(`team ${which % 2}`),
      due: addDays(day, 9),
    }),
  (day, which) => told(day, 'assignment.handed-in.v1', `task ${which % 4}`),
  (day, which) =>
    told(day, 'team.formed.v1', `team ${which % 2}`, { ...where(which), sort: 'interest', name: 'Warmte', open: true }),
];

function where(which: number): object {
  const places = [{}, { trajectory }, { organisation: fryslan }, { network, trajectory }, { meeting, network }];
  return places[which % places.length] ?? {};
}

let side: ReadSide;
let events: readonly Told[];
let last: number;

beforeAll(async () => {
  const step = fc.record({ kind: fc.nat(makers.length - 1), which: fc.nat(99), day: fc.nat(90) });
  events = fc
    .sample(step, { numRuns: 160, seed: 20251001 })
    .flatMap(({ kind, which, day }) => makers[kind]?.(addDays(begin, day), which) ?? []);
  side = await startReadSide();
  await side.startFolding();
  const minPosition = await side.record([...setUp, ...events]);
  last = (await side.views.basis({ minPosition, waitMs: 30_000 }, 'everything')).ordinal;
}, 120_000);

afterAll(async () => {
  await side.stop();
}, 30_000);

async function allPages(request: DossierRequest, asOf: AsOf) {
  const items: DossierItem[] = [];
  let cursor: string | undefined;
  let total: number;
  do {
    const { data } = await side.views.dossier.ofProgramme(programme, { ...request, limit: 3, cursor }, asOf);
    items.push(...data.items);
    total = data.total;
    cursor = data.next;
  } while (cursor !== undefined);
  return { items, total };
}

/** The same list, chosen and sorted in memory. */
async function inMemory({ filter = {}, sort = 'due' }: DossierRequest, asOf: AsOf): Promise<DossierItem[]> {
  const { data } = await side.views.reader.read(asOf, { programme }, async (snapshot) => {
    const rows = await snapshot.rows(dossierItemView, programme);
    const around = await aroundItems(snapshot, rows);
    return rows.flatMap((row) => dossierItemOf(row, around) ?? []);
  });
  const key = sort.replace('-', '') as 'due' | 'since' | 'title';
  const turn = sort.startsWith('-') ? -1 : 1;
  const of = (item: DossierItem) => (key === 'title' ? item.title && plain(item.title) : item[key]);
  return data
    .filter((item) => fits(item, filter))
    .sort(
      (a, b) =>
        Number(of(a) === null) - Number(of(b) === null) ||
        turn * compare(of(a) ?? '', of(b) ?? '') ||
        compare(plain(a.title ?? ''), plain(b.title ?? '')) ||
        compare(a.item, b.item),
    );
}

function fits(item: DossierItem, filter: DossierFilter): boolean {
  const { title, late, open } = filter;
  const same = (['kind', 'step', 'trajectory', 'network', 'meeting', 'group'] as const).every(
    (field) => filter[field] === undefined || item[field] === filter[field],
  );
  return (
    same &&
    organisationFits(item.organisation, filter) &&
    (title === undefined || plain(item.title ?? '').includes(plain(title))) &&
    (late === undefined || (item.late !== null) === late) &&
    (open === undefined || !item.ended === open)
  );
}

const filtered = {
  kind: fc.constantFrom('theme', 'action', 'assignment', 'team'),
  step: fc.constantFrom('gathered', 'chosen', 'agreed', 'postponed', 'done', 'handed-in'),
  trajectory: fc.constant(trajectory),
  network: fc.constant(network),
  meeting: fc.constant(meeting),
  title: fc.constantFrom('energie', 'TAAK 1'),
  search: fc.constantFrom('fryslan', 'ASSEN'),
  province: fc.constantFrom('Fryslân', 'drenthe'),
  late: fc.boolean(),
  open: fc.boolean(),
};
const filters = fc.record(filtered);
const asOf: fc.Arbitrary<AsOf> = fc.record({
  knownAt: fc
    .integer({ min: 1, max: 1_000 })
    .map((part) => ({ ordinal: Math.max(1, Math.ceil((part / 1_000) * last)) })),
  validOn: fc.nat(100).map((days) => addDays(begin, days)),
});

describe('the list of a dossier', () => {
  test('that is chosen in the database is the same as one that is chosen in memory', async () => {
    const request = fc.record({
      // All at once would find nothing.
      filter: fc.tuple(filters, fc.subarray(Object.keys(filtered), { maxLength: 2 })).map(([all, chosen]) => ({
        ...Object.fromEntries(Object.entries(all).filter(([name]) => chosen.includes(name))),
      })),
      sort: fc.constantFrom('due', '-due', 'since', '-since', 'title', '-title', undefined),
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(request, asOf, async (asked, at) => {
        const { items, total } = await allPages(asked, at);
        const expected = await inMemory(asked, at);
        expect(items).toEqual(expected);
        expect(total).toBe(expected.length);
        found += expected.length;
      }),
      { numRuns: 150 },
    );
    // Lists of nothing would prove nothing.
    expect(found).toBeGreaterThan(100);
  }, 120_000);
});

describe('one item of a dossier', () => {
  test('is told with its facts up to that day, and with what names it', async () => {
    const { basis, data } = await side.views.dossier.get(idOf('team 1'), { validOn: '2026-01-31' });
    expect(basis.template).toMatchObject({ key: 'regional-network' });
    expect(data).toMatchObject({ kind: 'team', title: 'Warmte', step: 'formed' });
    expect(data?.facts.map(({ words }) => words.nl)).toContain('Groep gevormd');
    expect(new Set(data?.namedBy.map(({ kind }) => kind))).toEqual(new Set(['assignment']));
    expect((await side.views.dossier.get(idOf('team 1'), { validOn: '2025-09-30' })).data).toBeUndefined();
  });
});

describe('what the items of a programme come to', () => {
  test('is said by each of the figures, with what it rests on', async () => {
    const { dossierFigures: figures } = side.views;
    const at = { validOn: '2026-01-31' };
    const [groups, assignments, actions, demand] = await Promise.all([
      figures.groups(programme, at),
      figures.assignments(programme, at),
      figures.actions(programme, at),
      figures.demand(programme, at),
    ]);
    expect(groups.data.groups.map(({ item }) => item).sort()).toEqual([idOf('team 0'), idOf('team 1')].sort());
    expect(assignments.data).toMatchObject({ given: 4, teams: [{ name: 'Warmte' }, { name: 'Warmte' }] });
    const agreed = new Set(events.flatMap(({ type, stream }) => (type === 'action.agreed.v1' ? [stream] : [])));
    expect(actions.data.open + actions.data.done + actions.data.dropped).toBe(agreed.size);
    expect(demand).toMatchObject({ data: { regions: [] }, basis: { template: { key: 'regional-network' } } });
    const [outcomes, reach, knowledge, pool, budget] = await Promise.all([
      figures.outcomes(programme, at),
      figures.reach(programme, at),
      figures.knowledge(programme, at),
      figures.pool(programme, at),
      figures.budget(programme, at),
    ]);
    expect([outcomes.data.outcomes, reach.data.levels, knowledge.data.products, pool.data.members]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(budget.data).toEqual({ budgeted: 0, committed: 0, spent: 0, left: 0, free: 0, lines: [] });
  });
});
