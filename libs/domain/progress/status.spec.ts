import { describe, expect, it } from '@jest/globals';
import { facts, plan } from '../testing/progress.ts';
import type { CommitmentFact } from '../trajectory/commitment.ts';
import { type Plan, type ProgressFacts } from './inputs.ts';
import { progressOn } from './progress.ts';

const codes = (day: string, told: ProgressFacts = facts, by: Plan = plan) =>
  progressOn(told, by, day).reasons.map(({ code, status, about }) => [code, status, about].filter(Boolean).join(' '));

describe('the status', () => {
  it('asks for attention when a milestone is overdue, and is behind after four weeks', () => {
    expect(codes('2025-11-12')).toEqual([]);
    expect(codes('2025-11-13')).toEqual(['milestone-overdue attention opening-attended']);
    expect(codes('2025-12-09')).toEqual(['milestone-overdue attention opening-attended']);
    expect(codes('2025-12-10')).toEqual(['milestone-overdue behind opening-attended']);
    expect(progressOn(facts, plan, '2025-12-10')).toMatchObject({
      status: 'behind',
      reasons: [{ nl: '‘Bij de startbijeenkomst geweest’ is 28 dagen over tijd.' }],
      next: { key: 'opening-attended' },
    });
  });

  it('asks for attention without contact for more than sixty days', () => {
    const quiet = { ...facts, contacts: [] };
    expect(codes('2025-11-12', { ...quiet, course: facts.course.slice(0, 2) })).toEqual([]);
    expect(codes('2025-11-15', quiet)).toContain('no-contact attention');
    expect(codes('2025-11-14', quiet)).not.toContain('no-contact attention');
  });

  it('tells what is wrong with a commitment', () => {
    const told = (...list: ProgressFacts['commitments'][string]) => ({ ...facts, commitments: { council: list } });
    const asked = { on: '2025-10-01', fact: 'asked' as const, due: '2025-11-01' };
    expect(codes('2025-11-01', told(asked))).toEqual([]);
    expect(codes('2025-11-02', told(asked))).toEqual(['commitment-late attention council']);
    expect(codes('2025-11-02', told(asked, { on: '2025-11-02', fact: 'refused' }))).toEqual([
      'commitment-refused attention council',
    ]);
    const questioned = { on: '2025-11-02', fact: 'put-in-question' as const, cause: 'election' as const };
    expect(codes('2025-11-10', told({ ...questioned, due: '2025-11-09' }))).toEqual([
      'commitment-late attention council',
      'commitment-in-question attention council',
    ]);
  });

  it('says that a commitment must be confirmed again until that was done, also while it is on the agenda', () => {
    const council: CommitmentFact[] = [
      { on: '2025-10-01', fact: 'given' },
      { on: '2025-10-10', fact: 'put-in-question', cause: 'election', due: '2026-06-01' },
      { on: '2025-10-15', fact: 'put-on-agenda', agendaOn: '2025-11-01' },
    ];
    expect(codes('2025-10-16', { ...facts, commitments: { council } })).toEqual([
      'commitment-in-question attention council',
    ]);
    const confirmed = [...council, { on: '2025-10-20', fact: 'confirmed' as const }];
    expect(codes('2025-10-21', { ...facts, commitments: { council: confirmed } })).toEqual([]);
  });

  it('stands still while the trajectory is paused', () => {
    const paused = { on: '2025-11-20', fact: 'paused' as const, until: '2026-01-15' };
    const told = { ...facts, course: [...facts.course, paused] };
    expect(codes('2026-01-15', told)).toEqual(['paused attention']);
    expect(codes('2026-01-16', told)).toEqual(['pause-over attention']);
    const said = (on: string) => progressOn(told, plan, on).reasons.map(({ nl }) => nl);
    expect(said('2026-01-15')).toEqual(['De deelname is onderbroken tot en met 15 januari 2026.']);
    expect(said('2026-01-16')).toEqual(['De onderbreking zou duren tot en met 15 januari 2026; er is niet hervat.']);
  });

  it('tells when the decision that a place waits for does not come', () => {
    const places = [{ on: '2025-10-01', application: 1, place: 'given' as const, decisionExpectedOn: '2025-11-01' }];
    expect(codes('2025-11-02', { ...facts, places })).toEqual(['reservation-overdue attention']);
    const lifted = [...places, { on: '2025-11-02', application: 1, place: 'given' as const }];
    expect(codes('2025-11-02', { ...facts, places: lifted })).toEqual([]);
  });

  it.each<[string, Partial<ProgressFacts>]>([
    ['has not applied', { course: [{ on: '2025-09-01', fact: 'interest-shown' }], places: [] }],
    ['waits', { course: facts.course.slice(0, 2), places: [{ on: '2025-10-01', application: 1, place: 'waiting' }] }],
    [
      'was rejected',
      { course: facts.course.slice(0, 2), places: [{ on: '2025-10-01', application: 1, place: 'rejected' }] },
    ],
    ['stopped', { course: [...facts.course, { on: '2025-12-01', fact: 'stopped' }] }],
  ])('is not said of who %s', (_who, told) => {
    expect(progressOn({ ...facts, ...told }, plan, '2026-06-01')).toMatchObject({
      measured: false,
      status: null,
      reasons: [],
      next: null,
      changes: [],
    });
  });
});
