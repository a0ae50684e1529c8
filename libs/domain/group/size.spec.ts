import { describe, expect, it } from '@jest/globals';
import { sizeOf } from './size.ts';

describe('how large an organisation is', () => {
  it.each([
    [0, 'small'],
    [249, 'small'],
    [250, 'medium'],
    [999, 'medium'],
    [1_000, 'large'],
  ] as const)('with %i people is %s', (people, size) => {
    expect(sizeOf(people)).toBe(size);
  });

  it('is not said when nobody counted', () => {
    expect(sizeOf(undefined)).toBeUndefined();
  });
});
