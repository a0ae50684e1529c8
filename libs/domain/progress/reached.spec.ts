import { describe, expect, it } from '@jest/globals';
import type { Milestone } from '../template/template.ts';
import { plan } from '../testing/progress.ts';
import { noFacts, type ProgressFacts } from './inputs.ts';
import { reachedOn } from './reached.ts';

const milestone = (reached: Milestone['reached']): Milestone => ({
  key: 'some',
  label: { nl: 'Iets', en: 'Something' },
  line: 'meetings',
  weight: 1,
  due: { anchor: 'programme-start', number: 1, days: 0 },
  reached,
});

const facts: ProgressFacts = {
  ...noFacts,
  course: [
    { on: '2025-11-12', fact: 'started' },
    { on: '2026-09-01', fact: 'completed' },
  ],
  places: [
    { on: '2025-09-20', application: 1, place: 'waiting' },
    { on: '2025-10-01', application: 1, place: 'given' },
  ],
  told: {
    'module.completed.v1': [
      { on: '2025-12-01', item: 'first' },
      { on: '2026-02-01', item: 'second' },
      { on: '2026-01-01', item: 'first' },
    ],
    'reach.counted.v1': [
      { on: '2025-12-01', item: 'first', level: 'board' },
      { on: '2025-12-02', item: 'second', level: 'board' },
      { on: '2026-01-01', item: 'third', level: 'staff' },
    ],
    'team.round-held.v1': [
      { on: '2026-03-04', item: 'first', round: 2, phase: 'do' },
      { on: '2026-03-01', item: 'first', round: 1, phase: 'plan' },
      { on: '2026-03-02', item: 'second', round: 1, phase: 'do' },
      { on: '2026-03-03', item: 'first', round: 1, phase: 'plan' },
      { on: '2026-03-05', item: 'second', round: 1, phase: 'check' },
      { on: '2026-03-06', item: 'first', round: 1, phase: 'do' },
    ],
    'outcome.measured.v1': [
      { on: '2026-04-01', item: 'first', moment: 'baseline' },
      { on: '2026-05-01', item: 'first', moment: 'end' },
    ],
  },
};

describe('a milestone', () => {
  it.each<[string | undefined, Milestone['reached']]>([
    ['2025-10-01', { when: 'place-given' }],
    ['2025-11-12', { when: 'started' }],
    ['2026-09-01', { when: 'completed' }],
    ['2025-12-01', { when: 'told', fact: 'module.completed.v1', count: 1 }],
    ['2026-02-01', { when: 'told', fact: 'module.completed.v1', count: 2 }],
    [undefined, { when: 'told', fact: 'module.completed.v1', count: 3 }],
    ['2026-01-01', { when: 'told', fact: 'reach.counted.v1', count: 2, different: 'level' }],
    [undefined, { when: 'told', fact: 'reach.counted.v1', count: 3, different: 'level' }],
    ['2026-03-02', { when: 'told', fact: 'team.round-held.v1', count: 2, different: 'phase' }],
    [
      '2026-03-05',
      { when: 'told', fact: 'team.round-held.v1', count: 2, different: 'phase', within: ['item', 'round'] },
    ],
    ['2026-03-04', { when: 'told', fact: 'team.round-held.v1', count: 2, different: 'phase', within: ['item'] }],
    [undefined, { when: 'told', fact: 'team.round-held.v1', count: 3, different: 'phase', within: ['item', 'round'] }],
    ['2026-05-01', { when: 'told', fact: 'outcome.measured.v1', count: 1, where: { moment: 'end' } }],
    [undefined, { when: 'told', fact: 'outcome.measured.v1', count: 2, different: 'moment', where: { moment: 'end' } }],
    ['2026-05-01', { when: 'told', fact: 'outcome.measured.v1', count: 2, different: 'moment' }],
    [undefined, { when: 'told', fact: 'theme.chosen.v1', count: 1 }],
    [undefined, { when: 'question-brought-in' }],
  ])('is reached on %s', (day, reached) => {
    expect(reachedOn(milestone(reached), facts, plan)).toBe(day);
  });

  it('given attendance at the opening of a network that it left, then the milestone of an opening stays reached', () => {
    const attended = {
      meeting: 'elsewhere',
      kind: 'opening' as const,
      attendance: 'present' as const,
      on: '2025-11-12',
    };
    const opening = milestone({ when: 'attended', kind: 'opening', count: 1 });
    expect(reachedOn(opening, { ...facts, attendance: [attended] }, plan)).toBe('2025-11-12');
    expect(reachedOn(opening, { ...facts, attendance: [{ ...attended, kind: 'exchange' }] }, plan)).toBeUndefined();
  });
});
