import { describe, expect, it } from '@jest/globals';
import { timeOf } from './time.ts';

describe('the time of day of a moment', () => {
  it('is that of the clock in the Netherlands, in winter and in summer', () => {
    expect(timeOf('2026-02-05T09:07:00.000Z')).toBe('10:07');
    expect(timeOf('2026-06-01T21:59:59.999Z')).toBe('23:59');
    expect(timeOf('2026-06-01T22:00:00.000Z')).toBe('00:00');
  });
});
