import type { ByHand } from '../recorder/by-hand.ts';
import type { OutcomeByHand } from '../recorder/element-figures.ts';
import { digitalDays } from './expected-days.ts';

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
    {
      day: '2026-04-30',
      knownAt: '2026-04-30T22:00:00.000Z',
      expected: 7,
      lines: { Overijssel: ['closed', 7, 'none'] },
    },
  ],
  warned: { 'after-the-programme': 11 },
  items: {
    vision: 2,
    team: 2,
    module: 1,
    unit: 2,
    reach: 4,
    experiment: 2,
    'pool-member': 1,
    'pool-request': 2,
    contribution: 2,
    budget: 2,
    outcome: 2,
    closing: 1,
    'follow-up': 1,
    'knowledge-product': 1,
  },
  money: {
    improvement: { budgeted: 60_000, committed: 0, spent: 22_000, left: 38_000 },
    leadership: { budgeted: 45_000, committed: 40_000, spent: 40_000, left: 5_000 },
  },
  days: digitalDays,
};

export const digitalOutcomes: Readonly<Record<string, Readonly<Record<string, OutcomeByHand>>>> = {
  '2025-12-31': {
    'Inwoners vertellen iets maar één keer': ['intended', 70, 64, false],
    'Medewerkers werken met gemak digitaal': ['intended', 65, 58, false],
  },
  '2026-04-30': {
    'Inwoners vertellen iets maar één keer': ['achieved', 70, 72, true],
    'Medewerkers werken met gemak digitaal': ['not-achieved', 65, 57, false],
  },
};

/** Minutes that the officials in the pool offer each month, and what was asked of it. */
export const poolByHand = {
  '2025-10-31': { minutesPerMonth: 480, matched: 1, completed: 0, withdrawn: 0, minutesWorked: 180 },
  '2025-12-31': { minutesPerMonth: 240, completed: 1, withdrawn: 1, minutesWorked: 330 },
  '2026-01-31': { minutesPerMonth: 0, members: [], completed: 1, withdrawn: 1 },
} as const;
