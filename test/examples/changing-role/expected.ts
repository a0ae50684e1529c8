import type { ByHand } from '../recorder/by-hand.ts';
import { changingRoleDays } from './expected-days.ts';

/** The figures of README.md. */
export const changingRoleByHand: ByHand = {
  moments: [
    {
      day: '2025-04-01',
      knownAt: '2025-04-01T22:00:00.000Z',
      expected: 1,
      lines: { Zwolle: ['started', 1, 'attention'] },
    },
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
      day: '2025-08-01',
      knownAt: '2025-08-01T22:00:00.000Z',
      expected: 6,
      lines: { Zwolle: ['paused', 6, 'attention'] },
    },
    {
      day: '2025-11-20',
      knownAt: '2025-11-20T23:00:00.000Z',
      expected: 6,
      judgedBy: 2,
      lines: { Zwolle: ['started', 6, 'on-schedule'] },
    },
    {
      day: '2025-12-31',
      knownAt: '2025-12-31T23:00:00.000Z',
      expected: 8,
      judgedBy: 2,
      lines: { Zwolle: ['completed', 8, 'on-schedule'] },
    },
    {
      day: '2026-06-30',
      knownAt: '2026-06-30T22:00:00.000Z',
      expected: 9,
      judgedBy: 2,
      lines: { Zwolle: ['closed', 9, 'none'] },
    },
  ],
  warned: { 'after-the-programme': 7, 'recorded-late': 1 },
  items: {
    team: 1,
    'role-profile': 2,
    'competency-measurement': 3,
    'relapse-check': 1,
    'needs-analysis': 1,
    module: 2,
    'external-event': 1,
    decision: 2,
    action: 1,
    budget: 1,
    risk: 1,
    note: 1,
    reminder: 1,
    closing: 1,
    'follow-up': 1,
    'knowledge-product': 1,
  },
  money: { learning: { budgeted: 30_000, committed: 0, spent: 26_500, left: 3_500 } },
  days: changingRoleDays,
};
