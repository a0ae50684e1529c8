import { describe, expect, it } from '@jest/globals';
import type { MeetingFact } from './course.ts';
import { missingOfMeeting } from './missing.ts';

const planned: MeetingFact = { on: '2025-12-01', fact: 'planned', date: '2026-01-22', status: 'provisional' };
const moved: MeetingFact = { on: '2026-01-12', fact: 'moved', to: '2026-02-05', status: 'agreed' };
const held: MeetingFact = { on: '2026-02-05', fact: 'held' };

describe('what is missing of a meeting', () => {
  it('given a date that went by, then whether it was held, from the day after it', () => {
    expect(missingOfMeeting('exchange', [planned], [])).toEqual([
      { kind: 'outcome', since: '2026-01-22', from: '2026-01-23', until: null },
    ]);
  });

  it('given that it was moved in time, then only from the day after the new date', () => {
    expect(missingOfMeeting('exchange', [planned, moved], [])).toEqual([
      { kind: 'outcome', since: '2026-02-05', from: '2026-02-06', until: null },
    ]);
    const late = { ...moved, on: '2026-01-26' };
    expect(missingOfMeeting('exchange', [planned, late], [])).toEqual([
      { kind: 'outcome', since: '2026-01-22', from: '2026-01-23', until: '2026-01-26' },
      { kind: 'outcome', since: '2026-02-05', from: '2026-02-06', until: null },
    ]);
  });

  it('given that it was held, then who was there, until that is told', () => {
    expect(missingOfMeeting('exchange', [planned, moved, held], [])).toEqual([
      { kind: 'attendance', since: '2026-02-05', from: '2026-02-05', until: null },
    ]);
    expect(missingOfMeeting('exchange', [planned, moved, held], ['2026-02-05'])).toEqual([]);
    expect(missingOfMeeting('steering-group', [planned, moved, held], [])).toEqual([]);
    expect(missingOfMeeting('exchange', [planned, moved, held], ['2026-02-20'])).toEqual([
      { kind: 'attendance', since: '2026-02-05', from: '2026-02-05', until: '2026-02-20' },
    ]);
  });

  it('given that it was cancelled, then nothing', () => {
    expect(missingOfMeeting('exchange', [planned, { on: '2026-01-20', fact: 'cancelled' }], [])).toEqual([]);
  });
});
