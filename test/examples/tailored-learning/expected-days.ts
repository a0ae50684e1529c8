import type { DayByHand } from '../recorder/by-hand.ts';

const goal = 'Een werkwijze die het cluster zelf gebruikt';

/** By the day that is asked; how each figure was worked out stands in README.md. */
export const tailoredDays: Readonly<Record<string, DayByHand>> = {
  '2025-07-31': {
    reach: { managers: [9, 14, 64], staff: [60, 126, 48] },
    groups: {
      'Projectgroep Buitengebied': {
        sort: 'action-learning',
        members: [
          'department-head of Gelderland',
          'team-leader of Gelderland',
          'policy-officer of Gelderland',
          'permit-officer of Gelderland',
        ],
        ambassadors: [],
        goals: [[goal, '2025-11-27', null]],
        endedOn: null,
      },
    },
    assignments: { given: 2, handedIn: 1, discussed: 1, succeeded: 1, didNotSucceed: 0, open: 1, overdue: 0 },
    items: {
      'assignment/talk': { step: 'discussed', facts: { discussed: { outcome: 'succeeded' } } },
      'note/reading': { step: 'turned', facts: { turned: { into: 'action' } } },
      'action/reading': { step: 'done' },
    },
  },
  '2025-11-30': {
    groups: {
      'Projectgroep Buitengebied': {
        members: [
          'department-head of Gelderland',
          'team-leader of Gelderland',
          'policy-officer of Gelderland',
          'field-adviser of Gelderland',
        ],
        ambassadors: ['policy-officer of Gelderland'],
        goals: [[goal, '2025-11-27', '2025-11-20']],
        endedOn: null,
      },
    },
    sorts: { 'action-learning': [1, 4] },
    assignments: { given: 2, handedIn: 1, discussed: 2, succeeded: 1, didNotSucceed: 1, open: 0, overdue: 0 },
    items: {
      'assignment/letter': {
        step: 'discussed',
        facts: { discussed: { outcome: 'did-not-succeed' } },
        texts: {
          'assignment.discussed.v1': { result: 'Niemand wilde meelezen; een telefoontje werkt beter.' },
        },
      },
      'evaluation/session': { step: 'held', facts: { held: { answers: 21 } } },
    },
  },
  '2026-01-31': {
    reach: { managers: [12, 14, 86], staff: [60, 126, 48] },
    groups: { 'Projectgroep Buitengebied': { endedOn: '2025-12-11' } },
    roles: { 'department-head': 2, 'team-leader': 4, 'policy-officer': 4, 'permit-officer': 1, 'field-adviser': 1 },
    knowledge: { made: 1, published: 1, spreadings: 1, people: 65 },
    steps: {
      'module/completed': 3,
      'module/cancelled': 1,
      'evaluation/followed-up': 1,
      'evaluation/held': 3,
      'proposal/decided-on': 1,
      'proposal/withdrawn': 1,
      'unit/dissolved': 1,
    },
    items: {
      proposal: { step: 'decided-on', facts: { 'decided-on': { outcome: 'adopted' } } },
      plans: { step: 'made', facts: { made: { made: 45 } } },
      'follow-up': { step: 'decided', facts: { decided: { outcome: 'continued' } } },
    },
  },
};
