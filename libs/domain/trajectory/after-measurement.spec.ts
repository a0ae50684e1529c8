import { describe, expect, it } from '@jest/globals';
import { afterMeasurementWarnings } from './after-measurement.ts';
import type { CourseFact } from './course.ts';

const completedOn = (...days: readonly string[]): CourseFact[] => days.map((on) => ({ on, fact: 'completed' }));

const warned = (course: readonly CourseFact[], day: string) =>
  afterMeasurementWarnings(course, { precision: 'day', value: day }).map(({ code }) => code);

describe('a measurement after the end', () => {
  it('says something from three up to six months after the completion', () => {
    const course = completedOn('2026-03-31');
    expect(warned(course, '2026-06-29')).toEqual(['after-measured-too-early']);
    expect(warned(course, '2026-06-30')).toEqual([]);
    expect(warned(course, '2026-09-30')).toEqual([]);
    expect(warned(course, '2026-10-01')).toEqual(['after-measured-late']);
  });

  it('tells from when, and by when', () => {
    const course = completedOn('2026-03-31');
    expect(afterMeasurementWarnings(course, { precision: 'day', value: '2026-05-01' })).toMatchObject([
      { nl: expect.stringContaining('vanaf 30 juni 2026'), en: expect.stringContaining('from 30 June 2026') },
    ]);
    expect(afterMeasurementWarnings(course, { precision: 'day', value: '2026-11-01' })).toMatchObject([
      { nl: expect.stringContaining('op 30 september 2026'), en: expect.stringContaining('by 30 September 2026') },
    ]);
  });

  it('is judged by the last completion before it, or else by the first after it', () => {
    expect(warned(completedOn('2025-01-10', '2026-03-31'), '2026-07-01')).toEqual([]);
    expect(warned(completedOn('2026-03-31'), '2026-03-01')).toEqual(['after-measured-too-early']);
  });

  it('is not judged as long as nothing was completed', () => {
    expect(warned([{ on: '2025-01-10', fact: 'started' }], '2026-07-01')).toEqual([]);
  });

  it('of which only the month is known, is not called early or late on a guess', () => {
    const course = completedOn('2026-03-15');
    const inMonth = (value: string) =>
      afterMeasurementWarnings(course, { precision: 'month', value }).map(({ code }) => code);
    expect(inMonth('2026-05')).toEqual(['after-measured-too-early']);
    expect(inMonth('2026-06')).toEqual([]);
    expect(inMonth('2026-09')).toEqual([]);
    expect(inMonth('2026-10')).toEqual(['after-measured-late']);
  });
});
