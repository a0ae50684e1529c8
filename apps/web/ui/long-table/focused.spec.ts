import { describe, expect, it } from '@jest/globals';
import { withFocused } from './focused.ts';

const range = { startIndex: 10, endIndex: 12, overscan: 2, count: 20 };

describe('the rows that are drawn', () => {
  it('are those in sight and around them, within the list', () => {
    expect(withFocused(range, undefined)).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect(withFocused({ ...range, startIndex: 0, endIndex: 19 }, undefined)).toHaveLength(20);
  });

  it('given a row that has the focus, then it stays, wherever it is', () => {
    expect(withFocused(range, 2)).toEqual([2, 8, 9, 10, 11, 12, 13, 14]);
    expect(withFocused(range, 18)).toEqual([8, 9, 10, 11, 12, 13, 14, 18]);
    expect(withFocused(range, 11)).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect(withFocused(range, 30)).toEqual([8, 9, 10, 11, 12, 13, 14]);
  });
});
