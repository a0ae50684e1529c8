import { describe, expect, test } from '@jest/globals';
import { ofSame } from './of-same.ts';

describe('what was answered before', () => {
  const before = { items: ['a'] };
  const asked = { queryKey: ['commitments', 'noord', '2026-06-01', 'name'] };

  test('stays in sight while the same is asked for in another order', () => {
    expect(ofSame({ id: 'noord', day: '2026-06-01' })(before, asked)).toBe(before);
  });

  test('is not shown for another programme, for another day, or for today', () => {
    expect(ofSame({ id: 'zuid', day: '2026-06-01' })(before, asked)).toBeUndefined();
    expect(ofSame({ id: 'noord', day: '2026-03-01' })(before, asked)).toBeUndefined();
    expect(ofSame({ id: 'noord', day: undefined })(before, asked)).toBeUndefined();
    expect(ofSame({ id: 'noord', day: undefined })(undefined, undefined)).toBeUndefined();
  });
});
