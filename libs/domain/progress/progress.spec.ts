import { describe, expect, it } from '@jest/globals';
import type { Milestone } from '../template/template.ts';
import { facts, meeting, plan } from '../testing/progress.ts';
import { type MeetingDates, type Plan, type ProgressFacts } from './inputs.ts';
import { progressOn } from './progress.ts';

const codes = (day: string, told: ProgressFacts = facts, by: Plan = plan) =>
  progressOn(told, by, day).reasons.map(({ code, status, about }) => [code, status, about].filter(Boolean).join(' '));

describe('milestones', () => {
  it('are due by the plan', () => {
    expect(progressOn(facts, plan, '2025-10-01').milestones.map(({ key, due }) => `${key} ${due}`)).toEqual([
      'intake-held 2025-10-29',
      'question-brought-in 2025-10-29',
      'opening-attended 2025-11-12',
      'commitment-given 2026-01-07',
      'exchanges-attended 2026-05-13',
      'local-support-completed 2026-08-26',
      'closing-attended 2026-09-09',
    ]);
  });

  it('are reached on the day that it happened, and not before', () => {
    const on = (day: string) => progressOn(facts, plan, day);
    expect(on('2025-09-14')).toMatchObject({ reached: 0, expected: 0, total: 7 });
    expect(on('2025-09-15')).toMatchObject({ reached: 1, weights: { reached: 1, total: 9 } });
    expect(on('2025-10-29')).toMatchObject({ reached: 2, expected: 2 });
    expect(on('2025-10-29').milestones[0]).toMatchObject({ reachedOn: '2025-09-15' });
  });

  it('are all reached in the end', () => {
    const given = { on: '2025-12-01', fact: 'given' as const };
    const told: ProgressFacts = {
      ...facts,
      commitments: {
        executive: [given],
        council: [{ on: '2025-12-20', fact: 'confirmed' }],
        officials: [{ ...given, on: '2025-11-20' }],
      },
      attendance: ['opening', 'first', 'second', 'closing'].map((name, index) => ({
        meeting: name,
        attendance: 'present' as const,
        on: `2026-0${index + 1}-01`,
      })),
      supportCompleted: ['2026-06-01'],
      contacts: [...facts.contacts, '2026-08-20'],
    };
    const all = progressOn(told, plan, '2026-09-30');
    expect(all).toMatchObject({ reached: 7, expected: 7, status: 'on-schedule', next: null });
    expect(all.milestones[3]).toMatchObject({ reachedOn: '2025-12-20' });
    expect(all.milestones[4]).toMatchObject({ reachedOn: '2026-03-01' });
  });

  it('are asked of a layer that is called like something every object has, as of any other', () => {
    const layer = { key: 'constructor', label: { nl: 'Bouw', en: 'Construction' } };
    const [intake, ...others] = plan.template.milestones;
    const given: Milestone['reached'] = { when: 'commitments-given', layers: ['constructor'] };
    const milestones = intake ? [{ ...intake, reached: given }, ...others] : others;
    const template = { ...plan.template, layers: [layer], milestones };
    const told = (commitments: ProgressFacts['commitments']) =>
      progressOn({ ...facts, commitments }, { ...plan, template }, '2025-10-20').milestones[0]?.reachedOn;
    expect(told({})).toBeNull();
    expect(told({ constructor: [{ on: '2025-10-05', fact: 'given' as const }] })).toBe('2025-10-05');
  });

  it('are not reached by an excuse', () => {
    const excused = [{ meeting: 'opening', attendance: 'excused' as const, on: '2025-11-12' }];
    expect(codes('2025-11-13', { ...facts, attendance: excused })).toEqual([
      'milestone-overdue attention opening-attended',
    ]);
  });

  it('have no due day as long as their meeting has none', () => {
    const cancelled = { ...plan, meetings: [{ ...plan.meetings[0], cancelled: true } as MeetingDates] };
    expect(progressOn(facts, cancelled, '2026-01-01').milestones[2]).toMatchObject({ due: null });
    expect(progressOn(facts, { ...plan, meetings: [] }, '2026-01-01')).toMatchObject({ expected: 1 });
  });

  it('move with the date: held over agreed over provisional', () => {
    const opening = { ...meeting('opening', 'opening', '2025-11-12'), provisional: '2025-11-05' };
    const due = (known: MeetingDates) =>
      progressOn(facts, { ...plan, meetings: [known] }, '2025-10-01').milestones[2]?.due;
    expect(due(opening)).toBe('2025-11-12');
    expect(due({ ...opening, heldOn: '2025-11-19' })).toBe('2025-11-19');
  });
});

describe('a latecomer', () => {
  const late: ProgressFacts = {
    ...facts,
    course: facts.course.slice(0, 2),
    places: [
      { on: '2025-10-01', application: 1, place: 'waiting' },
      { on: '2026-02-02', application: 1, place: 'given' },
    ],
    contacts: ['2026-02-01'],
  };

  it('is not asked for the meetings of before, and gets time for the rest', () => {
    const progress = progressOn(late, plan, '2026-02-10');
    expect(progress).toMatchObject({ total: 6, reached: 2, expected: 2, status: 'on-schedule' });
    expect(progress.milestones[2]).toMatchObject({ key: 'opening-attended', asked: false });
    expect(progress.milestones[3]).toMatchObject({ key: 'commitment-given', due: '2026-03-02' });
    expect(progress.next).toMatchObject({ key: 'commitment-given' });
  });
});

describe('who applies again', () => {
  const first: ProgressFacts['course'] = facts.course.slice(0, 2);
  const again = { on: '2026-01-10', fact: 'applied' as const };

  it.each<[string, ProgressFacts]>([
    [
      'after a withdrawal',
      {
        ...facts,
        course: [...first, { on: '2025-12-01', fact: 'withdrawn' }, again],
        places: [...facts.places, { on: '2025-12-01', application: 1, place: 'freed' }],
      },
    ],
    [
      'after a withdrawal of which the place was freed late',
      {
        ...facts,
        course: [...first, { on: '2025-12-01', fact: 'withdrawn' }, again],
        places: [...facts.places, { on: '2026-01-10', application: 2, place: 'freed' }],
      },
    ],
    [
      'after it was rejected',
      { ...facts, course: [...first, again], places: [{ on: '2025-12-01', application: 1, place: 'rejected' }] },
    ],
  ])('%s, is measured, from the day of that application', (_how, told) => {
    expect(progressOn(told, plan, '2026-01-09')).toMatchObject({ measured: false });
    const now = progressOn(told, plan, '2026-02-01');
    expect(now).toMatchObject({ measured: true, status: 'on-schedule' });
    // A latecomer is not asked for the opening, and gets four weeks for the commitment that was due before it joined.
    expect(now.milestones[2]).toMatchObject({ key: 'opening-attended', asked: false });
    expect(now.milestones[3]).toMatchObject({ key: 'commitment-given', due: '2026-02-07' });
  });
});

describe('what will change if nothing happens', () => {
  it('is told with its day, and comes true', () => {
    const { changes } = progressOn(facts, plan, '2025-12-01');
    expect(changes.slice(0, 3).map(({ on, status }) => `${on} ${status}`)).toEqual([
      '2025-12-10 behind',
      '2026-01-08 behind',
      '2026-01-31 behind',
    ]);
    const known = { ...facts, contacts: facts.contacts.filter((on) => on <= '2025-12-01') };
    for (const { on, status, reasons } of changes) {
      expect(progressOn(known, plan, on)).toMatchObject({ status, reasons });
    }
  });
});
