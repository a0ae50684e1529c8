import type { ByHand } from '../recorder/by-hand.ts';

/** The figures of README.md. */
export const changingRoleByHand: ByHand = {
  moments: [
    {
      day: '2025-05-05',
      knownAt: '2025-05-05T22:00:00.000Z',
      expected: 2,
      lines: { Zwolle: ['started', 1, 'attention'] },
    },
    {
      day: '2025-07-01',
      knownAt: '2025-07-01T22:00:00.000Z',
      expected: 6,
      lines: { Zwolle: ['started', 6, 'on-schedule'] },
    },
    {
      day: '2025-12-31',
      knownAt: '2025-12-31T23:00:00.000Z',
      expected: 8,
      lines: { Zwolle: ['completed', 8, 'on-schedule'] },
    },
  ],
  items: {
    team: 1,
    'role-profile': 1,
    'competency-measurement': 2,
    'relapse-check': 1,
    'needs-analysis': 1,
    module: 2,
    'external-event': 1,
    decision: 1,
    action: 1,
    budget: 1,
  },
  money: { learning: { budgeted: 30_000, committed: 0, spent: 26_500, left: 3_500 } },
};
