import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { idOf } from '../../../test/support/events.ts';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import type { Opener } from '../story/texts.ts';
import { ChangesBetween, type LinesRequest } from './changes.ts';
import type { ChangeLine } from './lines.ts';

let side: ReadSide;
let changes: ChangesBetween;

const closed: Opener = { open: async (value) => value };
const reader = { role: 'reporter', lang: 'nl' } as const;

beforeAll(async () => {
  side = await startReadSide();
  changes = new ChangesBetween(side.views, closed);
  await side.startFolding();
}, 60_000);

afterAll(() => side.stop(), 30_000);

/** Every change of the period, a few on a page. */
async function allChanges(from: number, until: number, request: LinesRequest): Promise<ChangeLine[]> {
  const lines: ChangeLine[] = [];
  let cursor: string | undefined;
  do {
    const moments = { from: { ordinal: from }, until: { ordinal: until } };
    const { data } = await changes.page(moments, { ...request, limit: 7, cursor }, reader);
    lines.push(...data.items);
    expect(data.total).toBeGreaterThanOrEqual(lines.length);
    cursor = data.next;
  } while (cursor !== undefined);
  return lines;
}

/** By view and key: the rows of all views that are folded from events, as they were at that ordinal. */
async function rowsAt(ordinal: number, programme?: string): Promise<Map<string, unknown>> {
  const { data } = await side.views.reader.read({ knownAt: { ordinal } }, 'everything', async (snapshot) => {
    const found = new Map<string, unknown>();
    for (const view of side.views.registry.views.filter(({ on }) => Object.keys(on).length > 0)) {
      const within = programme === undefined ? sql`true` : sql`programme = ${programme}::uuid`;
      const { rows } = await sql<{ key: string; row: unknown }>`
        SELECT key, row FROM ${snapshot.table(view)} WHERE ${within} AND ${snapshot.current}`.execute(snapshot.tx);
      for (const { key, row } of rows) found.set(`${view.name} ${key}`, row);
    }
    return found;
  });
  return data;
}

/** Lays what the lines say over the rows of before. Nothing may be said twice of one row at one ordinal. */
function replayed(before: ReadonlyMap<string, unknown>, lines: readonly ChangeLine[]): Map<string, unknown> {
  const rows = new Map(before);
  const said = new Set<string>();
  for (const { ordinal, rows: changed = [] } of lines) {
    for (const { view, key, row } of changed) {
      const place = `${view} ${key}`;
      expect(said.has(`${place} ${ordinal}`)).toBe(false);
      said.add(`${place} ${ordinal}`);
      if (row === undefined) rows.delete(place);
      else rows.set(place, row);
    }
  }
  return rows;
}

const inOrder = (rows: ReadonlyMap<string, unknown>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the changes between any two ordinals', () => {
  test('laid over the rows of the first give the rows of the second: nothing is missing, nothing is listed twice', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(randomCourse(40), fc.nat(99), fc.nat(99), async (steps, one, other) => {
        run += 1;
        const minPosition = await side.record(courseOfEvents(`between ${run}`, steps));
        const { ordinal: last } = await side.views.basis({ minPosition }, 'everything');
        const [from = 0, until = 0] = [one, other].map((n) => Math.round((n / 99) * last)).sort((a, b) => a - b);
        const lines = await allChanges(from, until, { rows: true });
        expect(lines.map(({ ordinal }) => ordinal)).toEqual(
          Array.from({ length: until - from }, (_, i) => from + i + 1),
        );
        expect(inOrder(replayed(await rowsAt(from), lines))).toEqual(inOrder(await rowsAt(until)));
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  test.each(['nl', 'en'] as const)(
    'are said in words (%s), whatever changed: no ids, no names of fields',
    async (lang) => {
      const { ordinal: last } = await side.views.basis({}, 'everything');
      const moments = { from: { ordinal: 0 }, until: { ordinal: last } };
      const { data } = await changes.page(moments, { limit: 500 }, { ...reader, lang });
      const words = data.items.flatMap(({ differences }) => differences.map((difference) => difference.words));
      expect(words.length).toBeGreaterThan(100);
      for (const said of words) {
        expect(said).toMatch(/^\p{Lu}.*: .+$/u);
        expect(said).not.toMatch(/undefined|\[object|[0-9a-f]{8}-[0-9a-f]{4}|\b[a-z]+[A-Z]/);
      }
    },
  );

  test('within a programme give its rows, and say nothing of another', async () => {
    const programme = idOf('between 1 programme');
    const { ordinal: last } = await side.views.basis({}, 'everything');
    const lines = await allChanges(0, last, { rows: true, filter: { programme } });
    expect(inOrder(replayed(new Map(), lines))).toEqual(inOrder(await rowsAt(last, programme)));
    expect(new Set(lines.map((line) => line.programme))).toEqual(new Set([programme]));
  });

  test.each(['recorded', '-recorded', 'happened', '-happened'] as const)(
    'come in the order of %s, each once',
    async (sort) => {
      const { ordinal: last } = await side.views.basis({}, 'everything');
      const ordinals = (await allChanges(0, last, { sort })).map(({ ordinal }) => ordinal);
      expect(ordinals.toSorted((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
      if (sort === '-recorded') expect(ordinals[0]).toBe(last);
    },
  );
});
