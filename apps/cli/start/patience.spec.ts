import { describe, expect, test } from '@jest/globals';
import { Patience } from './patience.ts';

describe('patience with a part that keeps dying', () => {
  test('given quick deaths, when each is counted, then the pause doubles up to five seconds and the ninth is too much', () => {
    const patience = new Patience();
    const pauses = Array.from({ length: 9 }, () => patience.afterDeath(10));
    expect(pauses).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000, undefined]);
  });

  test('given a part that worked, when it cannot start for as long as its engine may need to recover, then it is tried on', () => {
    let now = 0;
    const patience = new Patience(() => now);
    const pauses: (number | undefined)[] = [];
    for (; now < 300_000 && !pauses.includes(undefined); now += (pauses.at(-1) ?? 0) + 500) {
      pauses.push(patience.afterDeath(500, true));
    }
    expect(pauses.at(-1)).toBeUndefined();
    expect(now).toBeGreaterThanOrEqual(180_000);
    expect(now).toBeLessThan(190_000);
  });

  test('given quick deaths, when it then worked for a while, then the count begins again', () => {
    const patience = new Patience();
    for (let death = 0; death < 8; death += 1) patience.afterDeath(10);
    expect(patience.afterDeath(60_000)).toBe(200);
  });
});
