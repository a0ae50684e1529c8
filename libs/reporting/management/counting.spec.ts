import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsOf, perMille } from './counting.ts';

describe('counting without fractions', () => {
  test('a share is rounded half up to a thousandth', () => {
    expect(perMille(44, 50)).toBe(880);
    expect(perMille(1, 3)).toBe(333);
    expect(perMille(2, 3)).toBe(667);
    expect(perMille(1, 2000)).toBe(1);
    expect(perMille(0, 0)).toBeNull();
  });

  test('a share is a whole number within half a thousandth of the truth', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
        const share = perMille(Math.min(part, whole), whole);
        expect(Number.isSafeInteger(share)).toBe(true);
        expect(Math.abs((share ?? 0) - (1000 * Math.min(part, whole)) / whole)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  test('keys are counted in one order, whatever the order they came in', () => {
    expect(JSON.stringify(countsOf(['b', 'a', 'b']))).toBe('{"a":1,"b":2}');
  });
});
