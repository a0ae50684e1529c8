import { describe, expect, it } from '@jest/globals';
import type { MeetingFact } from './course.ts';
import { type KnownOfMeeting, missingOfMeeting } from './missing.ts';

const planned: MeetingFact = { on: '2025-12-01', fact: 'planned', date: '2026-01-22', status: 'provisional' };
const moved: MeetingFact = { on: '2026-01-12', fact: 'moved', to: '2026-02-05', status: 'agreed' };
const held: MeetingFact = { on: '2026-02-05', fact: 'held' };

const missing = (facts: readonly MeetingFact[], more: Partial<KnownOfMeeting> = {}) =>
  missingOfMeeting({ kind: 'exchange', facts, attendance: [], invitations: [], ...more });

describe('what is missing of a meeting', () => {
  it('given a date that went by, then whether it was held, from the day after it', () => {
    expect(missing([planned])).toEqual([{ kind: 'outcome', since: '2026-01-22', from: '2026-01-23', until: null }]);
  });

  it('given that it was moved in time, then only from the day after the new date', () => {
    expect(missing([planned, moved])).toEqual([
      { kind: 'outcome', since: '2026-02-05', from: '2026-02-06', until: null },
    ]);
    const late = { ...moved, on: '2026-01-26' };
    expect(missing([planned, late])).toEqual([
      { kind: 'outcome', since: '2026-01-22', from: '2026-01-23', until: '2026-01-26' },
      { kind: 'outcome', since: '2026-02-05', from: '2026-02-06', until: null },
    ]);
  });

  it('given that it was held, then who was there, until that is told', () => {
    expect(missing([planned, moved, held])).toEqual([
      { kind: 'attendance', since: '2026-02-05', from: '2026-02-05', until: null },
    ]);
    expect(missing([planned, moved, held], { attendance: ['2026-02-05'] })).toEqual([]);
    expect(missing([planned, moved, held], { kind: 'steering-group' })).toEqual([]);
    expect(missing([planned, moved, held], { attendance: ['2026-02-20'] })).toEqual([
      { kind: 'attendance', since: '2026-02-05', from: '2026-02-05', until: '2026-02-20' },
    ]);
  });

  it('given that it was cancelled, then nothing', () => {
    expect(missing([planned, { on: '2026-01-20', fact: 'cancelled' }])).toEqual([]);
  });
  it('given that it was moved after people were invited, then that they are told, until they are or its day has come', () => {
    const invited = { on: '2025-12-10', date: '2026-01-22' };
    const since = { kind: 'invitation', since: '2026-01-12', from: '2026-01-12' };
    const outcome = { kind: 'outcome', since: '2026-02-05', from: '2026-02-06', until: null };
    const facts = [planned, moved];
    expect(missing(facts, { invitations: [[invited]] })).toEqual([{ ...since, until: '2026-02-06' }, outcome]);
    const renewed = { on: '2026-01-14', date: '2026-02-05' };
    expect(missing(facts, { invitations: [[invited, renewed]] })).toEqual([{ ...since, until: '2026-01-14' }, outcome]);
    const withdrawn = { on: '2026-01-13', date: null };
    expect(
      missing(facts, {
        invitations: [
          [invited, withdrawn],
          [invited, renewed],
        ],
      }),
    ).toEqual([{ ...since, until: '2026-01-14' }, outcome]);
    expect(missing([planned], { invitations: [[invited]] })).toHaveLength(1);
    expect(missing([...facts, held], { attendance: ['2026-02-05'], invitations: [[invited]] })).toEqual([
      { ...since, until: '2026-02-05' },
    ]);
  });

  it('given an invitation for another day than the one that was planned, then that, since the invitation', () => {
    const invitations = [[{ on: '2025-10-05', date: '2025-11-21' }]];
    const untold = {
      kind: 'invitation',
      since: '2025-10-05',
      from: '2025-10-05',
      until: '2025-11-21',
      neverMoved: true,
    };
    const first: MeetingFact = { on: '2025-10-01', fact: 'planned', date: '2025-11-20', status: 'agreed' };
    expect(missing([first], { invitations })[0]).toEqual(untold);
    const agreed: MeetingFact = { on: '2025-10-01', fact: 'date-agreed', date: '2025-11-20' };
    expect(missing([agreed], { invitations })[0]).toEqual(untold);
  });

  it('given that the new date was agreed after it was moved, then that people are told since it was moved', () => {
    const invitations = [[{ on: '2025-12-10', date: '2026-01-22' }]];
    const agreed: MeetingFact = { on: '2026-01-15', fact: 'date-agreed', date: '2026-02-05' };
    const untold = { kind: 'invitation', since: '2026-01-12', from: '2026-01-12', until: '2026-02-06' };
    const outcome = { kind: 'outcome', since: '2026-02-05', from: '2026-02-06', until: null };
    expect(missing([planned, moved, agreed], { invitations })).toEqual([untold, outcome]);
    const another: MeetingFact = { ...agreed, date: '2026-02-12' };
    expect(missing([planned, moved, another], { invitations })).toEqual([
      { ...untold, until: '2026-01-15' },
      { ...untold, since: '2026-01-15', from: '2026-01-15', until: '2026-02-13' },
      { ...outcome, since: '2026-02-12', from: '2026-02-13' },
    ]);
  });
});
