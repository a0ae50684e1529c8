import type { ByHand } from '../recorder/by-hand.ts';
import type { ActionsByHand, OutcomeByHand, PledgeByHand } from '../recorder/element-figures.ts';
import { tailoredDays } from './expected-days.ts';

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
    {
      day: '2026-06-30',
      knownAt: '2026-06-30T22:00:00.000Z',
      expected: 8,
      lines: { Gelderland: ['closed', 8, 'none'] },
    },
  ],
  warned: { 'after-the-programme': 6, 'item-fact-out-of-order': 1 },
  items: {
    unit: 2,
    party: 3,
    'needs-analysis': 1,
    'learning-plans': 1,
    module: 4,
    evaluation: 4,
    assignment: 2,
    team: 1,
    proposal: 2,
    outcome: 1,
    reach: 2,
    'informal-learning': 1,
    budget: 1,
    action: 3,
    note: 1,
    'date-poll': 1,
    closing: 1,
    'follow-up': 1,
    'knowledge-product': 1,
  },
  money: { modules: { budgeted: 95_000, committed: 84_000, spent: 91_000, left: 4_000 } },
  days: tailoredDays,
};

/** By the day that is asked, and by role. */
export const tailoredActions: Readonly<Record<string, Readonly<Record<string, ActionsByHand>>>> = {
  '2025-09-30': {
    'department-head': [0, 0, 1, 0],
    'hr-manager': [1, 0, 0, 0],
    'team-leader': [1, 0, 0, 0],
  },
  '2025-10-31': {
    'department-head': [0, 0, 1, 0],
    'strategy-adviser': [1, 0, 0, 0],
    'communications-adviser': [1, 1, 0, 0],
  },
  '2025-11-30': {
    'department-head': [0, 0, 1, 0],
    'strategy-adviser': [0, 0, 1, 0],
    'communications-adviser': [0, 0, 0, 1],
  },
};

export const tailoredPledges: Readonly<Record<string, readonly PledgeByHand[]>> = {
  '2025-09-30': [['hr-manager', 'hr-manager', 'pledged', '2025-12-01', '2025-12-01']],
  '2025-10-31': [['hr-manager', 'strategy-adviser', 'taken-over', '2025-12-01', '2025-12-01']],
  '2025-11-30': [['hr-manager', 'strategy-adviser', 'kept', '2025-12-01', null]],
};

export const tailoredOutcomes: Readonly<Record<string, Readonly<Record<string, OutcomeByHand>>>> = {
  '2026-01-31': { 'Inwoners worden eerder betrokken': ['intended', 60, 55, false] },
  '2026-06-30': { 'Inwoners worden eerder betrokken': ['achieved', 60, 62, true] },
};
