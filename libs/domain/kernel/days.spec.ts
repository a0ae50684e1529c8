import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  canBeOn,
  dayItHappened,
  dayOf,
  daysBetween,
  isDay,
  lastPossibleDay,
  spoken,
  surelyHappenedBy,
} from './days.ts';

describe('days in the Netherlands', () => {
  it('begin at midnight there, in summer and in winter', () => {
    expect(dayOf('2025-07-01T21:59:59.999Z')).toBe('2025-07-01');
    expect(dayOf('2025-07-01T22:00:00.000Z')).toBe('2025-07-02');
    expect(dayOf('2025-12-01T22:59:59.999Z')).toBe('2025-12-01');
    expect(dayOf('2025-12-01T23:00:00.000Z')).toBe('2025-12-02');
  });

  it('are known as precisely as the source knows them', () => {
    const month = { precision: 'month' as const, value: '2028-02' };
    expect([dayItHappened(month), lastPossibleDay(month)]).toEqual(['2028-02-01', '2028-02-29']);
    expect(canBeOn(month, '2028-02-29')).toBe(true);
    const moment = { precision: 'moment' as const, value: '2025-07-01T22:00:00.000Z' };
    expect([dayItHappened(moment), lastPossibleDay(moment)]).toEqual(['2025-07-02', '2025-07-02']);
  });

  it('are over when the next one begins, which is when a fact of that day has surely happened', () => {
    const by = (precision: 'moment' | 'day' | 'month', value: string) => surelyHappenedBy({ precision, value });
    expect(by('day', '2026-01-31')).toBe('2026-01-31T23:00:00.000Z');
    expect(by('day', '2026-03-29')).toBe('2026-03-29T22:00:00.000Z');
    expect(by('month', '2026-02')).toBe('2026-02-28T23:00:00.000Z');
    expect(by('moment', '2026-02-10T14:00:00.000Z')).toBe('2026-02-10T14:00:00.000Z');
    expect(by('moment', '2026-01-31T23:00:00.000Z')).toBe('2026-01-31T23:00:00.001Z');
    expect(by('moment', '2026-07-31T22:00:00.000Z')).toBe('2026-07-31T22:00:00.001Z');
    expect(by('moment', '2026-07-31T23:00:00.000Z')).toBe('2026-07-31T23:00:00.000Z');
    expect(by('month', '9999-12')).toBe('9999-12-31T22:59:59.999Z');
    expect(by('day', '1814-03-30')).toBe('1970-01-01T00:00:00.000Z');
  });

  it('are counted over the change of the clock', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('are counted as the calendar of the computer counts them, in every year that can be written', () => {
    const millisecondsOfADay = 86_400_000;
    const [first, last] = [
      Date.parse('0001-01-01') / millisecondsOfADay,
      Date.parse('9999-12-31') / millisecondsOfADay,
    ];
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: -800_000, max: 800_000 }), (from, days) => {
        const on = (number: number) => new Date(number * millisecondsOfADay).toISOString().slice(0, 10);
        const to = Math.min(Math.max(from + days, first), last);
        expect(addDays(on(from), days)).toBe(on(to));
        expect(daysBetween(on(from), on(to))).toBe(to - from);
        expect(isDay(on(from))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are in the calendar, and said in words', () => {
    expect(['2025-02-28', '2024-02-29', '2025-02-29', '2025-13-01', '0000-01-01', '1-2-2025', ''].map(isDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(spoken('2026-03-18')).toEqual({ nl: '18 maart 2026', en: '18 March 2026' });
  });
});
