import type { ByHand } from '../recorder/by-hand.ts';

/** The figures of README.md. */
export const tailoredLearningByHand: ByHand = {
  moments: [
    {
      day: '2025-03-31',
      knownAt: '2025-03-31T22:00:00.000Z',
      expected: 4,
      lines: { Gelderland: ['started', 3, 'attention'] },
    },
    {
      day: '2025-09-30',
      knownAt: '2025-09-30T22:00:00.000Z',
      expected: 4,
      lines: { Gelderland: ['started', 5, 'on-schedule'] },
    },
    {
      day: '2026-01-31',
      knownAt: '2026-01-31T23:00:00.000Z',
      expected: 8,
      lines: { Gelderland: ['completed', 8, 'on-schedule'] },
    },
  ],
  items: {
    unit: 1,
    party: 2,
    'needs-analysis': 1,
    'learning-plans': 1,
    module: 3,
    evaluation: 3,
    assignment: 2,
    team: 1,
    proposal: 1,
    outcome: 1,
    reach: 2,
    'informal-learning': 1,
    budget: 1,
  },
  money: { modules: { budgeted: 95_000, committed: 84_000, spent: 91_000, left: 4_000 } },
};
