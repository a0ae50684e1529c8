import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subject } from '#domain/kernel/subject';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { indexOnly } from '../../../test/support/index-only.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { advance } from '../engine/advance.ts';
import type { AsOf } from '../query/as-of.ts';
import { BadCursor } from '../query/paging.ts';
import type { StoryRequest } from './story.ts';

const about = subject('trajectory', idOf('trajectory'));

let side: ReadSide & { databaseUrl: string };

/** What happened on a day and was recorded on another, by a lead on a page or by what is given. */
function told(name: string, [happened, recorded]: readonly [string | undefined, string], content: object): Told {
  const event: object = {
    id: idOf(name),
    stream: 'trajectory',
    at: `${recorded}T10:00:00.000Z`,
    ...(happened && { occurredOn: { precision: happened.length === 7 ? 'month' : 'day', value: happened } }),
    subjects: [subject('programme', idOf('programme')), about],
    ...content,
  };
  return event as Told;
}

const contact = {
  type: 'trajectory.contacted.v1',
  data: { kind: 'phone', roles: ['mayor'], summary: sealed('.') },
} as const;
const file = { kind: 'import', sha256: 'a'.repeat(64), line: 3 } as const;

const course = [
  told('visit', ['2025-03-01', '2025-03-02'], contact),
  told('call', ['2025-05', '2025-05-02'], { ...contact, channel: file }),
  told('judgement', ['2025-04-01', '2025-05-03'], {
    type: 'trajectory.lead-judged.v1',
    data: { judgement: 'attention', reason: sealed('.') },
    role: 'admin',
  }),
  told('corrected', ['2025-03-05', '2025-05-04'], {
    ...contact,
    corrects: { event: idOf('visit'), kind: 'correction', reason: sealed('.') },
  }),
  told('place', [undefined, '2025-06-01'], {
    type: 'network.place-freed.v1',
    data: { trajectory: idOf('trajectory'), cause: 'withdrawn' },
  }),
];

beforeAll(async () => {
  side = await startReadSide();
  await side.record(course);
  await indexOnly(side);
  await advance(side.views, { wait: true });
}, 120_000);

afterAll(() => side.stop(), 30_000);

async function found(request: StoryRequest, asOf: AsOf = {}): Promise<string[]> {
  const { data } = await side.views.story.entries(about, request, asOf);
  expect(data.total).toBe(data.items.length);
  return data.items.map(({ event }) => named(event.id));
}

const names = new Map(['visit', 'call', 'judgement', 'corrected', 'place'].map((name) => [idOf(name), name]));
const named = (id: string) => names.get(id) ?? id;

describe('a story', () => {
  test('given nothing is asked of it, then it is told whole, in the order of recording', async () => {
    expect(await found({})).toEqual(['visit', 'call', 'judgement', 'corrected', 'place']);
    expect(await found({ sort: '-recorded' })).toEqual(['place', 'corrected', 'judgement', 'call', 'visit']);
  });

  test('is narrowed by type, role, channel and to what was put right', async () => {
    expect(await found({ filter: { types: ['trajectory.contacted.v1'] } })).toEqual(['visit', 'call', 'corrected']);
    expect(await found({ filter: { role: 'admin' } })).toEqual(['judgement']);
    expect(await found({ filter: { channel: 'import' } })).toEqual(['call']);
    expect(await found({ filter: { corrections: true } })).toEqual(['corrected']);
  });

  test('given a day, then it tells what had happened by its end: a decision by when it was taken', async () => {
    const on = (validOn: string) => found({}, { validOn });
    expect(await on('2025-02-28')).toEqual([]);
    expect(await on('2025-03-01')).toEqual(['visit']);
    expect(await on('2025-05-01')).toEqual(['visit', 'judgement', 'corrected']);
    expect(await on('2025-05-31')).toEqual(['visit', 'call', 'judgement', 'corrected']);
    expect(await on('2025-06-01')).toContain('place');
  });

  test('given a month, then it counts by its end, or when it was recorded before that', async () => {
    expect(await found({ filter: { channel: 'import' } }, { validOn: '2025-05-01' })).toEqual([]);
    expect(await found({ filter: { channel: 'import' } }, { validOn: '2025-05-02' })).toEqual(['call']);
  });

  test('given a day and a moment, then it tells what was known at the moment of what had happened by the day', async () => {
    const knownAt = { moment: '2025-05-03T12:00:00.000Z' };
    expect(await found({}, { knownAt, validOn: '2025-04-30' })).toEqual(['visit', 'judgement']);
    // By default the day is that of the moment: nothing that was known is left out.
    expect(await found({}, { knownAt })).toEqual(['visit', 'call', 'judgement']);
  });

  test('given pages with a filter, the newest first, then together they are the list, and a cursor is of no other', async () => {
    const asked: StoryRequest = { limit: 2, sort: '-recorded', filter: { types: ['trajectory.contacted.v1'] } };
    const first = await side.views.story.entries(about, asked, {});
    const next = await side.views.story.entries(about, { ...asked, cursor: first.data.next }, {});
    const ids = [...first.data.items, ...next.data.items].map(({ event }) => named(event.id));
    expect(ids).toEqual(['corrected', 'call', 'visit']);
    expect([first.data.total, next.data.total, next.data.next]).toEqual([3, 3, undefined]);
    const other = side.views.story.entries(about, { ...asked, sort: 'recorded', cursor: first.data.next }, {});
    await expect(other).rejects.toThrow(BadCursor);
  });
});
