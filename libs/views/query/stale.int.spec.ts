import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subject } from '#domain/kernel/subject';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { indexOnly } from '../../../test/support/index-only.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { registry } from '../all-views.ts';
import { generationsOf } from '../database/generations.ts';
import { advance } from '../engine/advance.ts';
import { createRegistry } from '../engine/registry.ts';
import { defineView } from '../engine/view-definition.ts';
import type { Scope } from './standing.ts';

const programme = (name: string) => idOf(`${name} programme`);
const trajectory = (name: string) => idOf(`${name} trajectory`);
const at = '2025-06-01T10:00:00.000Z';

function broken(): never {
  throw new Error('an event that nobody thought of');
}

const fragileView = defineView<{ readonly judged: number }>({
  name: 'fragile',
  version: 1,
  subject: 'trajectory',
  on: {
    'trajectory.lead-judged.v1': (row, { data }) =>
      data.judgement === 'behind' ? broken() : { judged: (row?.judged ?? 0) + 1 },
  },
});

const fragileNamesView = defineView<{ readonly added: number }>({
  name: 'fragile-names',
  version: 1,
  subject: 'register',
  on: { 'register.organisation-added.v1': broken },
});

let side: ReadSide & { databaseUrl: string };

beforeAll(async () => {
  side = await startReadSide({ registry: createRegistry([...registry.views, fragileView, fragileNamesView]) });
  await side.views.db.updateTable('views.generation').set({ followed: true }).execute();
}, 120_000);

afterAll(() => side.stop(), 30_000);

function judged(name: string, judgement: 'attention' | 'behind'): Told {
  return {
    id: idOf(`${name} ${judgement}`),
    stream: `trajectory-${trajectory(name)}`,
    at,
    occurredOn: { precision: 'day', value: '2025-06-01' },
    subjects: [subject('programme', programme(name)), subject('trajectory', trajectory(name))],
    type: 'trajectory.lead-judged.v1',
    data: { judgement, reason: sealed('.') },
  } as Told;
}

const organisationAdded = {
  id: idOf('added'),
  stream: 'register',
  at,
  subjects: [subject('register', idOf('register'))],
  type: 'register.organisation-added.v1',
  data: { id: idOf('bureau'), kind: 'supplier', name: 'Bureau Veen', successors: [] },
} as Told;

async function folded(...events: readonly Told[]): Promise<void> {
  await side.record(events);
  await indexOnly(side);
  await advance(side.views, { wait: true });
}

async function staleIn(scope: Scope): Promise<readonly string[] | undefined> {
  const { stale } = await side.views.basis({}, scope);
  expect(stale?.count).toBe(stale?.rows.length);
  return stale?.rows.map(({ key }) => key).sort();
}

const about = (name: string) => ({ subject: subject('trajectory', trajectory(name)) });

describe('given rows of two programmes that are parked', () => {
  const [north, south] = [trajectory('north'), trajectory('south')];

  beforeAll(() => folded(judged('north', 'behind'), judged('south', 'behind'), judged('west', 'attention')));

  test('then a question about a subject is told of those of its own programme', async () => {
    expect(await staleIn(about('north'))).toEqual([north]);
    expect(await staleIn(about('south'))).toEqual([south]);
    expect(await staleIn(about('west'))).toBeUndefined();
    expect(await staleIn(about('nobody'))).toBeUndefined();
  });

  test('then a question about a programme is told of its own, about everything of all, and to the index of none', async () => {
    expect(await staleIn({ programme: programme('north') })).toEqual([north]);
    expect(await staleIn({ programme: programme('west') })).toBeUndefined();
    expect(await staleIn('everything')).toEqual([north, south].sort());
    expect(await staleIn('index')).toBeUndefined();
  });

  test('then a further page is told of the same, though the list reads other rows', async () => {
    const own = await generationsOf(side.views.db, side.views.registry.byFold);
    const reading = own.filter(({ view }) => view.name === 'progress').map(({ id }) => id);
    expect(reading).toHaveLength(1);
    const [first, further] = await Promise.all([{}, { reading }].map((asOf) => side.views.basis(asOf, 'everything')));
    expect(further?.stale).toEqual(first?.stale);
    expect(further?.stale).toBeDefined();
  });

  test('then it is said since when', async () => {
    const { stale } = await side.views.basis({}, about('north'));
    expect(stale).toEqual({ count: 1, firstAt: at, rows: [{ view: 'fragile', key: north, since: 2 }] });
  });

  test('when a row of the register is parked too, then every question is told of it, for all name organisations', async () => {
    await folded(organisationAdded);
    const names = idOf('register');
    expect(await staleIn(about('west'))).toEqual([names]);
    expect(await staleIn({ programme: programme('north') })).toEqual([names, north].sort());
    expect(await staleIn('index')).toEqual([names]);
  });
});
