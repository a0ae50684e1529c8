import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSurelyWithin, type Look, offsetOf } from './offset.ts';

interface Node {
  /** How far our clock is ahead of the node's. */
  readonly offset: number;
  /** Within each second, when the server looks at its clock for what it says. */
  readonly phase: number;
}

/** Looks at a node that says whole seconds and renews them once a second, at a phase of its own. */
function looksAt({ offset, phase }: Node, count = 10, roundTrip = 4): Look[] {
  return Array.from({ length: count }, (_, i) => {
    const sent = 1_700_000_000_250 + i * 110;
    const there = sent + roundTrip / 2 - offset;
    const renewed = Math.floor((there - phase) / 1_000) * 1_000 + phase;
    return { sent, received: sent + roundTrip, said: Math.floor(renewed / 1_000) * 1_000 };
  });
}

describe('the offset of our clock', () => {
  const node = fc.record({
    offset: fc.integer({ min: -10_000, max: 10_000 }),
    phase: fc.integer({ min: 0, max: 999 }),
  });

  test('lies within what is told, which is not much more than half a second', () => {
    fc.assert(
      fc.property(node, ({ offset, phase }) => {
        const found = offsetOf(looksAt({ offset, phase }));
        if (!found) throw new Error('no offset');
        expect(Math.abs(found.seconds - offset / 1_000)).toBeLessThanOrEqual(found.within + 1e-9);
        expect(found.within).toBeLessThan(0.62);
      }),
    );
  });

  test('given clocks that are more than two seconds apart, then they are never taken for together', () => {
    fc.assert(
      fc.property(node, ({ offset, phase }) => {
        fc.pre(Math.abs(offset) > 2_000);
        const found = offsetOf(looksAt({ offset, phase }));
        expect(found && isSurelyWithin(found, 2)).toBe(false);
      }),
    );
  });

  test('given clocks that are less than half a second apart, then they are taken for together', () => {
    fc.assert(
      fc.property(node, ({ offset, phase }) => {
        fc.pre(Math.abs(offset) < 500);
        const found = offsetOf(looksAt({ offset, phase }));
        expect(found && isSurelyWithin(found, 2)).toBe(true);
      }),
    );
  });

  test('given a clock that was set in the middle of the looks, then nothing is told', () => {
    const before = looksAt({ offset: 0, phase: 0 }, 5);
    const after = looksAt({ offset: 60_000, phase: 0 }, 5);
    expect(offsetOf([...before, ...after])).toBeUndefined();
    expect(offsetOf([])).toBeUndefined();
  });
});
