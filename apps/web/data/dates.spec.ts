import { describe, expect, it } from '@jest/globals';
import { addDays, dayOf, daysBetween, endOfDay, isDay } from './dates.ts';

describe('days', () => {
  it('are counted over the change of the clock', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });

  it.each([
    ['2026-02-28', true],
    ['2026-02-30', false],
    ['2026-2-3', false],
    ['soon', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it.each([
    ['2026-06-02T22:30:00.000Z', '2026-06-03'],
    ['2026-06-02T21:59:59.999Z', '2026-06-02'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['2026-06-02', '2026-06-02'],
  ])('the moment %s is on %s in the Netherlands', (moment, expected) => {
    expect(dayOf(moment)).toBe(expected);
  });

  it.each([
    ['summer', '2026-06-01', '2026-06-01T21:59:59.999Z'],
    ['winter', '2026-01-01', '2026-01-01T22:59:59.999Z'],
    ['the day that the clock goes forward', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['the day that the clock goes back', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ])('given %s, then the day ends when it does in the Netherlands', (_, day, moment) => {
    expect(endOfDay(day)).toBe(moment);
  });
});
