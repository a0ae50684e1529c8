import { describe, expect, test } from '@jest/globals';
import { idOf } from '../../../test/support/events.ts';
import { groupView } from '../group/view.ts';
import { meetingView } from '../meeting/view.ts';
import type { ProgressRequest } from '../progress/queries.ts';
import { type Basis, isValidOn, NotThereYet, parseKnownAt } from './as-of.ts';
import { afterOf, asOfPage, BadCursor, cursorAt, pageOf, skipOf } from './paging.ts';
import { BadPosition, decodePosition, encodePosition } from './position-token.ts';
import { Readable } from './readable.ts';

const basis: Basis = {
  ordinal: 12,
  knownAt: '2025-10-15T08:30:00.000Z',
  validOn: '2025-10-15',
  log: idOf('log'),
  folds: 'abc',
  fictitious: true,
};

describe('as of when a question is asked', () => {
  test('is a moment in UTC or an ordinal, and nothing else', () => {
    expect(parseKnownAt('ordinal:12')).toEqual({ ordinal: 12 });
    expect(parseKnownAt('2025-10-15T08:30:00Z')).toEqual({ moment: '2025-10-15T08:30:00.000Z' });
    expect(parseKnownAt('2025-10-15T08:30:00.250Z')).toEqual({ moment: '2025-10-15T08:30:00.250Z' });
    for (const wrong of ['12', 'ordinal:-1', 'ordinal:1e9', '2025-10-15', '2025-02-30T00:00:00Z', 'now', '']) {
      expect(parseKnownAt(wrong)).toBeUndefined();
    }
    expect(isValidOn('2025-10-15')).toBe(true);
    expect(isValidOn('2025-02-30')).toBe(false);
  });
});

describe('the position that a command gives', () => {
  test('comes back as it was, also beyond what a JavaScript number holds', () => {
    const position = 18_446_744_073_709_551_615n;
    expect(decodePosition(encodePosition(idOf('log'), position))).toEqual({ log: idOf('log'), position });
  });

  test('is refused when it is none', () => {
    for (const wrong of ['', 'x', 'eyJsIjoxfQ', encodePosition('no uuid', 1n)]) {
      expect(() => decodePosition(wrong)).toThrow(BadPosition);
    }
  });
});

describe('a list in pages', () => {
  const all = Array.from({ length: 5 }, (_, i) => i);
  const from = { basis, reading: [3, 7] };
  const list = 'meetings';

  test('gives every item once, and the next page is asked as of the same ordinal and day, from the same generations', () => {
    const first = pageOf(all, { list, limit: 2 }, from);
    expect(first).toMatchObject({ items: [0, 1], total: 5 });
    expect(asOfPage({}, { list, cursor: first.next })).toEqual({
      knownAt: { ordinal: 12 },
      validOn: '2025-10-15',
      reading: [3, 7],
    });
    const second = pageOf(all, { list, limit: 2, cursor: first.next }, from);
    expect(second.items).toEqual([2, 3]);
    const last = pageOf(all, { list, limit: 2, cursor: second.next }, from);
    expect(last).toEqual({ items: [4], total: 5 });
  });

  test('can go on after the item that sorts so, too', () => {
    const cursor = cursorAt({ after: ['Assen', 3] }, { list }, from);
    expect(afterOf({ list, cursor }, ['text', 'bigint'])).toEqual(['Assen', 3]);
    expect(afterOf({ list }, ['text', 'bigint'])).toBeUndefined();
    expect(() => skipOf({ list, cursor })).toThrow(BadCursor);
  });

  test.each([
    { what: 'too few keys', after: ['Assen'], types: ['text', 'bigint'] },
    { what: 'a word for a number', after: ['Assen', 'x'], types: ['text', 'bigint'] },
    { what: 'a number for a word', after: [5, 3], types: ['text', 'bigint'] },
    { what: 'a number with decimals', after: ['Assen', 1.5], types: ['text', 'bigint'] },
    { what: 'a text that PostgreSQL cannot hold', after: ['As\0sen', 3], types: ['text', 'bigint'] },
    { what: 'a day that never was', after: ['2025-02-30 10:00:00.000000+00', 3], types: ['timestamptz', 'bigint'] },
  ] as const)('refuses a cursor that somebody changed: $what', ({ after, types }) => {
    const cursor = cursorAt({ after }, { list }, from);
    expect(() => afterOf({ list, cursor }, types)).toThrow(expect.objectContaining({ code: 'not-a-cursor' }));
  });

  test('refuses a cursor of another filter, and one that is none; another size of page is fine', () => {
    const asked: ProgressRequest = { filter: { status: 'behind', network: undefined }, sort: 'name' };
    const { next } = pageOf(all, { list, limit: 2, ...asked }, from);
    const same: ProgressRequest = { limit: 3, sort: 'name', filter: { status: 'behind' }, cursor: next };
    expect(pageOf(all, { list, ...same }, from).items).toEqual([2, 3, 4]);
    const other = { list, ...asked, sort: '-name', cursor: next };
    expect(() => pageOf(all, other, from)).toThrow(expect.objectContaining({ code: 'cursor-of-another-list' }));
    expect(() => asOfPage({}, { list, cursor: 'nonsense' })).toThrow(expect.objectContaining({ code: 'not-a-cursor' }));
  });
});

describe('what a page is read from', () => {
  const meetings = { id: 3, view: meetingView, status: 'previous', followed: true, inputs: [] } as const;
  const again = { ...meetings, id: 9, status: 'live' } as const;
  const groups = { ...meetings, id: 4, view: groupView, status: 'live' } as const;

  test('given a rebuild since the first page, then the next page is read from the previous generation', () => {
    expect(new Readable([meetings, again, groups]).of(meetingView)).toBe(again);
    expect(new Readable([meetings, again, groups], [3, 4]).of(meetingView)).toBe(meetings);
  });

  test('given that the previous generation is gone, then the page is refused, unless it is of other views', () => {
    const left = new Readable([again, groups], [3, 4]);
    expect(() => left.of(meetingView)).toThrow(expect.objectContaining({ code: 'cursor-gone' }));
    expect(left.of(groupView)).toBe(groups);
  });

  test('given a view that is being filled for the first time, then only who reads it is told to wait', () => {
    const filled = new Readable([{ ...again, followed: false }, groups]);
    expect(() => filled.of(meetingView)).toThrow(NotThereYet);
    expect(filled.live).toEqual([groups]);
  });
});
