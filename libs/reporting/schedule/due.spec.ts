import { describe, expect, test } from '@jest/globals';
import { dueMoments } from './due.ts';

const all = 100;

describe('when a report is due', () => {
  test('every month at seven in the Netherlands, in summer and in winter', () => {
    const monthly = { every: 'month', day: 1, time: '07:00' } as const;
    expect(dueMoments(monthly, '2025-09-15T00:00:00.000Z', '2025-12-01T06:00:00.000Z', all)).toEqual([
      '2025-10-01T05:00:00.000Z',
      '2025-11-01T06:00:00.000Z',
      '2025-12-01T06:00:00.000Z',
    ]);
  });

  test('every week on a Monday', () => {
    const weekly = { every: 'week', day: 1, time: '08:30' } as const;
    expect(dueMoments(weekly, '2026-03-16T08:00:00.000Z', '2026-03-30T23:00:00.000Z', all)).toEqual([
      '2026-03-23T07:30:00.000Z',
      '2026-03-30T06:30:00.000Z',
    ]);
  });

  test('a moment that was done is not due again, and a pass is bounded', () => {
    const monthly = { every: 'month', day: 28, time: '00:00' } as const;
    const [first, second] = dueMoments(monthly, '2025-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 2);
    expect(first).toBe('2025-01-27T23:00:00.000Z');
    expect(dueMoments(monthly, first ?? '', '2026-01-01T00:00:00.000Z', 1)).toEqual([second]);
  });

  test('in the hour that the clocks go through twice in autumn, once; in the one that they skip in spring, at its end', () => {
    const autumn = ['2025-10-24T00:00:00.000Z', '2025-11-03T00:00:00.000Z'] as const;
    const spring = ['2026-03-27T00:00:00.000Z', '2026-04-06T00:00:00.000Z'] as const;
    const sundays = (time: string) => ({ every: 'week', day: 7, time }) as const;
    expect(dueMoments(sundays('02:30'), ...autumn, all)).toEqual([
      '2025-10-26T00:30:00.000Z',
      '2025-11-02T01:30:00.000Z',
    ]);
    expect(dueMoments(sundays('02:00'), ...autumn, all)).toEqual([
      '2025-10-26T00:00:00.000Z',
      '2025-11-02T01:00:00.000Z',
    ]);
    expect(dueMoments(sundays('02:30'), ...spring, all)).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-04-05T00:30:00.000Z',
    ]);
    expect(dueMoments(sundays('02:59'), ...autumn, all)).toHaveLength(2);
    expect(dueMoments(sundays('03:00'), ...autumn, all)).toHaveLength(2);
    expect(dueMoments({ every: 'month', day: 26, time: '02:30' }, ...autumn, all)).toEqual([
      '2025-10-26T00:30:00.000Z',
    ]);
  });
});
