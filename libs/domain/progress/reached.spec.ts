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
    { on: '2025-09-20', place: 'waiting' },
    { on: '2025-10-01', place: 'given' },
  ],
  told: { 'module.completed.v1': ['2025-12-01', '2026-02-01'] },
};

describe('a milestone', () => {
  it.each<[string | undefined, Milestone['reached']]>([
    ['2025-10-01', { when: 'place-given' }],
    ['2025-11-12', { when: 'started' }],
    ['2026-09-01', { when: 'completed' }],
    ['2025-12-01', { when: 'told', fact: 'module.completed.v1', count: 1 }],
    ['2026-02-01', { when: 'told', fact: 'module.completed.v1', count: 2 }],
    [undefined, { when: 'told', fact: 'module.completed.v1', count: 3 }],
    [undefined, { when: 'told', fact: 'theme.chosen.v1', count: 1 }],
    [undefined, { when: 'question-brought-in' }],
  ])('is reached on %s', (day, reached) => {
    expect(reachedOn(milestone(reached), facts, plan)).toBe(day);
  });
});
