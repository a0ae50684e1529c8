import type { DayByHand } from '../recorder/by-hand.ts';

const first = ['plan 2025-04-08', 'do 2025-05-13', 'check 2025-06-17'];

/** By the day that is asked; how each figure was worked out stands in README.md. */
export const digitalDays: Readonly<Record<string, DayByHand>> = {
  '2025-06-30': {
    reach: { managers: [18, 24, 75], 'team-leaders': [30, 60, 50] },
    groups: {
      'Verbetergroep formulieren': {
        sort: 'improvement',
        members: ['team-leader of Overijssel', 'service-officer of Overijssel', 'information-adviser of Overijssel'],
        ambassadors: [],
        goals: [['Vier formulieren minder', '2025-07-31', null]],
        rounds: { 1: first },
      },
      'Interessegroep data': { sort: 'interest', open: true, members: ['policy-officer of Overijssel'] },
    },
    sorts: { improvement: [1, 3], interest: [1, 1] },
    items: {
      contribution: {
        step: 'partly-delivered',
        facts: { promised: { amount: 200 }, 'partly-delivered': { amount: 90 } },
      },
    },
  },
  '2025-11-30': {
    reach: { managers: [18, 24, 75], 'team-leaders': [30, 60, 50], staff: [410, 820, 50] },
    reachOfUnits: { 'unit/services': [270, 420, 64], 'unit/space': [140, 400, 35] },
    groups: {
      'Verbetergroep formulieren': {
        members: ['team-leader of Overijssel', 'service-officer of Overijssel'],
        ambassadors: ['service-officer of Overijssel'],
        goals: [['Vier formulieren minder', '2025-07-31', '2025-07-08']],
        rounds: {
          1: [...first, 'act 2025-07-08'],
          2: ['plan 2025-08-26', 'do 2025-09-16', 'check 2025-10-14', 'act 2025-11-04'],
        },
      },
      'Interessegroep data': { members: [] },
    },
    sorts: { improvement: [1, 2], interest: [1, 0] },
    items: {
      contribution: {
        step: 'delivered',
        facts: { 'partly-delivered': { amount: 90 }, delivered: { amount: 110 } },
      },
      module: { step: 'completed', facts: { completed: { completed: 17, participants: 20 } } },
    },
    steps: {
      'experiment/scaled': 1,
      'experiment/stopped': 1,
      'vision/adopted': 1,
      'vision/retired': 1,
      'contribution/delivered': 1,
      'contribution/withdrawn': 1,
    },
  },
  '2026-04-30': {
    knowledge: { made: 1, published: 1, spreadings: 1, people: 30 },
    items: { 'follow-up': { step: 'decided', facts: { decided: { outcome: 'continued-otherwise' } } } },
    steps: { 'outcome/achieved': 1, 'outcome/not-achieved': 1 },
  },
};
