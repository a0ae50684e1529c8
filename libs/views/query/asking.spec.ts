import { describe, expect, test } from '@jest/globals';
import { idOf } from '../../../test/support/events.ts';
import { type Basis, isValidOn, parseKnownAt } from './as-of.ts';
import { asOfPage, BadCursor, pageOf } from './paging.ts';
import { BadPosition, decodePosition, encodePosition } from './position-token.ts';

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

  test('gives every item once, and the next page is asked as of the same ordinal and day', () => {
    const first = pageOf(all, { limit: 2 }, basis);
    expect(first).toMatchObject({ items: [0, 1], total: 5 });
    expect(asOfPage({}, { cursor: first.next })).toEqual({ knownAt: { ordinal: 12 }, validOn: '2025-10-15' });
    const second = pageOf(all, { limit: 2, cursor: first.next }, basis);
    expect(second.items).toEqual([2, 3]);
    const last = pageOf(all, { limit: 2, cursor: second.next }, basis);
    expect(last).toEqual({ items: [4], total: 5 });
  });

  test('refuses a cursor of other folds, and one that is none', () => {
    const { next } = pageOf(all, { limit: 2 }, basis);
    expect(() => pageOf(all, { cursor: next }, { ...basis, folds: 'other' })).toThrow(BadCursor);
    expect(() => asOfPage({}, { cursor: 'nonsense' })).toThrow(BadCursor);
  });
});
