import { describe, expect, it } from '@jest/globals';
import { mostStale } from './stale.ts';

const answer = (count?: number) => ({
  basis: { ordinal: 7, ...(count !== undefined && { stale: { count, firstAt: '2026-06-01T10:00:00.000Z' } }) },
  data: {},
});

describe('what is not up to date in the answers of a page', () => {
  it('given answers without anything stale, or that are not there yet, then there is nothing', () => {
    expect(mostStale([answer(), undefined, null, [], 'text', { items: [] }])).toBeUndefined();
  });

  it('given several that name the same rows, then they count once', () => {
    expect(mostStale([answer(), answer(2), answer(2)])).toEqual({ count: 2, firstAt: '2026-06-01T10:00:00.000Z' });
  });

  it('given a list page by page, then its pages are looked at too', () => {
    expect(mostStale([answer(1), { pages: [answer(), answer(3)], pageParams: [] }])?.count).toBe(3);
  });
});
