import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '#domain/kernel/days';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { registerOf } from '../../../test/support/register.ts';
import type { AsOf } from '../query/as-of.ts';
import { BadCursor } from '../query/bad-cursor.ts';
import type { LateFactsFilter, LateFactsRequest } from './late-facts.ts';

const [north, south, assen, emmen] = ['north', 'south', 'assen', 'emmen'].map(idOf) as [string, string, string, string];
const [spring, summer, autumn] = ['2025-04-01', '2025-07-01', '2025-10-01'] as const;

interface Contact {
  readonly on: string;
  /** How many days before it was recorded it happened. */
  readonly days: number;
  readonly of?: readonly string[];
  readonly programme?: string;
}

/** A contact with Assen in the programme in the north, unless it says otherwise. */
function contact(name: string, { on, days, of = [assen], programme = north }: Contact, more: object = {}): Told {
  return {
    id: idOf(name),
    stream: `trajectory-${idOf('trajectory')}`,
    at: `${on}T10:00:00.000Z`,
    subjects: [`programme:${programme}`, ...of.map((id) => `organisation:${id}`)],
    occurredOn: { precision: 'day', value: addDays(on, -days) },
    type: 'trajectory.contacted.v1',
    data: { kind: 'phone', roles: ['lead'], summary: sealed('a call') },
    ...more,
  } as Told;
}

const retraction = (name: string, event: string): Told =>
  contact(
    name,
    { on: autumn, days: 0 },
    {
      ...{ type: 'trajectory.fact-retracted.v1', data: {} },
      corrects: { event, kind: 'retraction', reason: sealed('it never happened') },
    },
  );

const course: readonly Told[] = [
  registerOf([
    { id: assen, name: 'Assen', cbs: '0106' },
    { id: emmen, name: 'Emmen', cbs: '0114' },
  ]),
  contact('first', { on: spring, days: 20 }),
  contact('worst', { on: summer, days: 60 }, { type: 'trajectory.intake-held.v1', data: {} }),
  contact('in time', { on: summer, days: 14 }),
  contact('of Emmen', { on: summer, days: 30, of: [emmen] }),
  contact('of both', { on: summer, days: 20, of: [assen, emmen] }),
  contact('elsewhere', { on: summer, days: 90, programme: south }),
  contact(
    'imported',
    { on: autumn, days: 45 },
    { role: 'reporter', channel: { kind: 'import', line: 3, sha256: 'a'.repeat(64) } },
  ),
];
const worstFirst = ['worst', 'imported', 'of Emmen', 'first', 'of both'];
const inOrderOfRecording = ['first', 'worst', 'of Emmen', 'of both', 'imported'];
const names = new Map([...worstFirst, 'in time', 'elsewhere'].map((name) => [idOf(name), name]));

let side: ReadSide;
/** As of the last event of the course, whatever is recorded later. */
let then: AsOf;

/** Records events, and gives the ordinal of the last. */
async function recorded(events: readonly Told[]): Promise<number> {
  const minPosition = await side.record(events);
  return (await side.views.basis({ minPosition, waitMs: 30_000 }, 'everything')).ordinal;
}

beforeAll(async () => {
  side = await startReadSide();
  await side.startFolding();
  then = { knownAt: { ordinal: await recorded(course) } };
}, 120_000);

afterAll(async () => {
  await side.stop();
}, 30_000);

const ask = (request: LateFactsRequest, asOf = then) => side.views.lateFacts.ofProgramme(north, request, asOf);
const namesOf = (items: readonly { readonly event: string }[]) => items.map(({ event }) => names.get(event) ?? event);

/** The events of a list that fits on one page. */
async function idsOf(request: LateFactsRequest, asOf = then): Promise<string[]> {
  const { data } = await ask(request, asOf);
  expect(data.total).toBe(data.items.length);
  return data.items.map(({ event }) => event);
}

async function found(request: LateFactsRequest, asOf = then): Promise<string[]> {
  return (await idsOf(request, asOf)).map((event) => names.get(event) ?? event);
}

describe('the facts that were recorded late', () => {
  test('are those of the programme that the summary counts as late, the worst first and as it shows them', async () => {
    const { data } = await ask({});
    const { data: summary } = await side.views.registrationLag.get({ programme: north }, then);
    expect(namesOf(data.items)).toEqual(worstFirst);
    expect(data.items).toEqual(summary.worst);
    expect(data.total).toBe(summary.all.late);
    expect(data.items[1]).toMatchObject({
      type: 'trajectory.contacted.v1',
      organisation: { id: assen, name: 'Assen' },
      happenedOn: '2025-08-17',
      recordedOn: autumn,
      days: 45,
      channel: 'import',
      role: 'reporter',
    });
    expect(data.items[4]?.organisation).toBeNull();
  });

  test('come from all programmes together', async () => {
    const { data } = await side.views.lateFacts.everywhere({}, then);
    expect(namesOf(data.items)).toEqual(['elsewhere', ...worstFirst]);
  });

  test('are sorted by days late and by the moment of recording, both ways', async () => {
    expect(await found({ sort: '-days' })).toEqual(worstFirst);
    expect(await found({ sort: 'days' })).toEqual(['first', 'of both', 'of Emmen', 'imported', 'worst']);
    expect(await found({ sort: 'recorded' })).toEqual(inOrderOfRecording);
    expect(await found({ sort: '-recorded' })).toEqual(inOrderOfRecording.toReversed());
  });

  test.each<[string, LateFactsFilter, string[]]>([
    ['recorded from a day', { from: autumn }, ['imported']],
    ['recorded until a day', { until: spring }, ['first']],
    ['a type of event', { type: 'trajectory.intake-held.v1' }, ['worst']],
    ['a channel', { channel: 'import' }, ['imported']],
    ['a role', { role: 'lead' }, ['worst', 'of Emmen', 'first', 'of both']],
    ['an organisation by its code', { organisation: '0114' }, ['of Emmen', 'of both']],
    ['an organisation by its id', { organisation: emmen }, ['of Emmen', 'of both']],
    ['an organisation that nobody knows', { organisation: '9999' }, []],
    ['at least so many days', { minDays: 45 }, ['worst', 'imported']],
    ['fewer days than what is called late', { minDays: 14 }, [...worstFirst, 'in time']],
    ['several at once', { from: summer, role: 'lead', organisation: '0106', minDays: 30 }, ['worst']],
  ])('are chosen by %s', async (_, filter, expected) => {
    expect(await found({ filter })).toEqual(expected);
  });

  test('are every fact that the summary counts when no days are asked', async () => {
    const { data } = await ask({ filter: { minDays: 0 } });
    const { data: summary } = await side.views.registrationLag.get({ programme: north }, then);
    expect(data.total).toBe(summary.all.count);
  });

  test('are those that were known at a moment, and of no later day than the one that is asked', async () => {
    expect(await found({}, { knownAt: { moment: '2025-06-30T00:00:00.000Z' } })).toEqual(['first']);
    expect(await found({}, { ...then, validOn: '2025-06-01' })).toEqual(['worst', 'of Emmen', 'first']);
  });
});

describe('the pages of the facts that were recorded late', () => {
  test.each(['-days', 'days', 'recorded', '-recorded'] as const)(
    'by %s neither skip nor repeat one while more is recorded and taken back in between',
    async (sort) => {
      const now: AsOf = {};
      const whole = await idsOf({ sort }, now);
      const first = await ask({ sort, limit: 2 }, now);
      const [last = ''] = whole.slice(-1);
      await recorded([
        contact(`worse, while by ${sort}`, { on: autumn, days: 200 }),
        contact(`less, while by ${sort}`, { on: autumn, days: 15 }),
        retraction(`taken back while by ${sort}`, last),
      ]);
      const items = [...first.data.items];
      for (let cursor = first.data.next; cursor !== undefined; ) {
        const { data, basis } = await ask({ sort, limit: 2, cursor }, now);
        expect([data.total, basis.ordinal]).toEqual([whole.length, first.basis.ordinal]);
        items.push(...data.items);
        cursor = data.next;
      }
      expect(items.map(({ event }) => event)).toEqual(whole);
      const afterwards = await idsOf({ sort }, now);
      expect(afterwards).toHaveLength(whole.length + 1);
      expect(afterwards).not.toContain(last);
      expect(await found({}, then)).toEqual(worstFirst);
    },
  );

  test('belong to one question: a cursor of another filter is refused', async () => {
    const { data } = await ask({ limit: 2 });
    await expect(ask({ filter: { role: 'lead' }, limit: 2, cursor: data.next })).rejects.toThrow(BadCursor);
  });
});
