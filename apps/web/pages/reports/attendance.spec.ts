import { describe, expect, it } from '@jest/globals';
import { percentPresent } from './attendance.ts';

describe('the attendance of a report', () => {
  it('given 5 present of the 11 that were expected, then it is 45%: rounded once', () => {
    expect(percentPresent({ present: 5, excused: 2, absent: 4 })).toBe(45);
  });

  it('given nobody who was expected, then there is none', () => {
    expect(percentPresent({ present: 0, excused: 0, absent: 0 })).toBeNull();
  });
});
