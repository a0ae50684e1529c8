import type { ByHand } from '../recorder/by-hand.ts';

/** The figures of README.md. */
export const digitalTransformationByHand: ByHand = {
  moments: [
    {
      day: '2025-04-30',
      knownAt: '2025-04-30T22:00:00.000Z',
      expected: 3,
      lines: { Overijssel: ['started', 3, 'on-schedule'] },
    },
    {
      day: '2025-09-10',
      knownAt: '2025-09-10T22:00:00.000Z',
      expected: 5,
      lines: { Overijssel: ['started', 4, 'attention'] },
    },
    {
      day: '2025-12-19',
      knownAt: '2025-12-19T23:00:00.000Z',
      expected: 7,
      lines: { Overijssel: ['completed', 7, 'on-schedule'] },
    },
  ],
  items: {
    vision: 1,
    team: 2,
    module: 1,
    reach: 3,
    experiment: 2,
    'pool-member': 1,
    'pool-request': 1,
    contribution: 1,
    budget: 2,
  },
  money: {
    improvement: { budgeted: 60_000, committed: 0, spent: 22_000, left: 38_000 },
    leadership: { budgeted: 45_000, committed: 40_000, spent: 40_000, left: 5_000 },
  },
};
