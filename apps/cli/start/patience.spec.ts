import { describe, expect, test } from '@jest/globals';
import { Patience } from './patience.ts';

describe('patience with a part that keeps dying', () => {
  test('given quick deaths, when each is counted, then the pause doubles up to five seconds and the ninth is too much', () => {
    const patience = new Patience();
    const pauses = Array.from({ length: 9 }, () => patience.afterDeath(10));
    expect(pauses).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000, undefined]);
  });

  test('given quick deaths, when it then worked for a while, then the count begins again', () => {
    const patience = new Patience();
    for (let death = 0; death < 8; death += 1) patience.afterDeath(10);
    expect(patience.afterDeath(60_000)).toBe(200);
  });
});
