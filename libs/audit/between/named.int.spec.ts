import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subject } from '#domain/kernel/subject';
import { regionalNetwork } from '#domain/template/regional-network';
import { idOf, type Told } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { registerOf } from '../../../test/support/register.ts';
import { on, programme, setUp } from '../../../test/support/rows.ts';
import { namesOf } from '../names.ts';
import type { Opener } from '../story/texts.ts';
import { ChangesBetween } from './changes.ts';
import { FiguresBetween } from './figures-between.ts';

const names = ['Assen', 'Emmen', 'Sneek'];
const closed: Opener = { open: async (value) => value };
const reader = { role: 'reporter', lang: 'nl' } as const;
const drenthe = { province: 'drenthe' };
const from = { ordinal: 0 };

let side: ReadSide;
let changes: ChangesBetween;

beforeAll(async () => {
  side = await startReadSide();
  changes = new ChangesBetween(side.views, closed);
  await side.startFolding();
  const template = on('2025-02-01', { type: 'programme.template-adopted.v2', data: { template: regionalNetwork } });
  await known(
    registerOf([
      { id: idOf('Drenthe'), name: 'Drenthe', kind: 'province' },
      ...names.map((name) => ({ id: idOf(name), name, province: name === 'Sneek' ? 'Fryslân' : 'Drenthe' })),
    ]),
    ...[setUp, template].map((event) => ({ ...event, stream: `programme-${programme}` })),
    ...names.map(applied),
  );
}, 120_000);

afterAll(() => side.stop(), 30_000);

/** Recorded, and in all views. */
async function known(...events: readonly Told[]): Promise<void> {
  const minPosition = await side.record(events);
  await side.views.basis({ minPosition, waitMs: 15_000 }, 'everything');
}

function applied(organisation: string): Told {
  const [trajectory, id] = [idOf(`${organisation} trajectory`), idOf(organisation)];
  const data = { trajectory, programme, organisation: id, network: idOf('network'), contactRole: 'adviser' };
  const named = [`trajectory:${trajectory}`, `organisation:${id}`];
  const event = on('2025-03-01', { type: 'trajectory.applied.v1', data }, ...named);
  return { ...event, stream: `trajectory-${trajectory}` };
}

/** The register gets another organisation of the province. */
function added(name: string): Told {
  const organisation = { id: idOf(name), name, kind: 'supplier', province: 'Drenthe', successors: [] };
  const event = on('2025-04-01', { type: 'register.organisation-added.v1', data: organisation });
  return { ...event, stream: 'register', subjects: ['register:organisations'] };
}

describe('given things of one name', () => {
  const twice = ['1', '2'].map((one) => subject('meeting', idOf(`Intervisie ${one}`)));
  const meetings = twice.map((about, i) => {
    const data = { meeting: idOf(`Intervisie ${i + 1}`), programme, kind: 'peer-consultation', title: 'Intervisie' };
    const planned = { date: `2025-05-0${i + 1}`, status: 'agreed' };
    const event = on('2025-04-01', { type: 'meeting.planned.v2', data: { ...data, ...planned } }, about);
    return { ...event, stream: about.replace(':', '-') };
  });

  test('then a meeting is told apart by its day, and an organisation or its trajectory by what it is', async () => {
    await known(...meetings);
    const { basis, data } = await side.views.story.whole(subject('programme', programme), {});
    const events = data.map(({ event }) => event);
    const { apart } = (await namesOf(side.views, events, basis))(programme);
    expect(['1', '2'].map((one) => apart?.(idOf(`Intervisie ${one}`))?.nl)).toEqual(['1 mei 2025', '2 mei 2025']);
    expect(apart?.(idOf('Assen trajectory'))).toEqual({ nl: 'gemeente', en: 'municipality' });
    expect(apart?.(idOf('Drenthe'))?.nl).toBe('provincie');
    expect(apart?.(idOf('unknown'))).toBeUndefined();
  });
});

describe('given an organisation of the province that comes into the register between two pages', () => {
  test('then the changes go on where the page before ended', async () => {
    const page = (cursor?: string) =>
      changes.page({ from }, { limit: 1, cursor, filter: { named: drenthe } }, reader).then(({ data }) => data);
    const first = await page();
    await known(added('Bureau Veen'));
    const second = await page(first.next);
    expect([...first.items, ...second.items].map(({ about }) => about.name)).toEqual(['Assen', 'Emmen']);
    expect(second.next).toBeUndefined();
  });

  test('then the figures go on where the page before ended', async () => {
    const figures = new FiguresBetween(side.views, changes);
    const page = (cursor?: string) =>
      figures.page({ from }, { programme, limit: 1, cursor, named: drenthe }, reader).then(({ data }) => data);
    const first = await page();
    await known(added('Bureau Turf'));
    const second = await page(first?.next);
    const lines = [...(first?.items ?? []), ...(second?.items ?? [])];
    expect(lines.map(({ organisation }) => organisation.name)).toEqual(['Assen', 'Emmen']);
    expect(second?.next).toBeUndefined();
  });
});
