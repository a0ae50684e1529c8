import type { DayByHand } from '../recorder/by-hand.ts';

/** By the day that is asked; how each figure was worked out stands in README.md. */
export const changingRoleDays: Readonly<Record<string, DayByHand>> = {
  '2025-02-28': {
    groups: {
      Dwarsdoorsnede: {
        sort: 'cross-section',
        ambassadors: [],
        parts: { counter: [2, 60, 3], policy: [4, 120, 3], outdoors: [0, 80, 0] },
      },
    },
  },
  '2025-03-24': {
    commitments: { executive: 'given', board: 'given', 'works-council': 'asked' },
  },
  '2025-04-01': {
    commitments: { executive: 'in-question', board: 'given', 'works-council': 'asked' },
  },
  '2025-04-15': {
    commitments: { executive: 'confirmed', board: 'given', 'works-council': 'asked' },
    groups: {
      Dwarsdoorsnede: {
        sort: 'cross-section',
        ambassadors: ['team-leader'],
        parts: { counter: [2, 60, 3], policy: [4, 118, 3], outdoors: [3, 80, 4] },
      },
    },
    items: {
      election: { step: 'settled', facts: { 'put-in-question': { layers: ['executive'] } } },
    },
  },
  '2025-12-31': {
    items: {
      'module/listening': { step: 'completed', facts: { completed: { completed: 31, participants: 33 } } },
      'module/connecting': { step: 'completed', facts: { completed: { completed: 28, participants: 33 } } },
      decision: {
        step: 'taken',
        facts: { taken: { outcome: 'approved-with-changes', votes: { inFavour: 5, against: 1, abstained: 0 } } },
      },
    },
  },
  '2026-06-30': {
    items: {
      baseline: {
        step: 'taken',
        facts: { taken: { moment: 'baseline', people: 62, scores: scores(58, 51) } },
      },
      growth: { step: 'taken', facts: { taken: { moment: 'end', people: 57, scores: scores(69, 60) } } },
      after: { step: 'taken', facts: { taken: { moment: 'after', people: 54, scores: scores(71, 58) } } },
      'follow-up': { step: 'decided', facts: { decided: { outcome: 'not-continued' } } },
      'relapse-check': {
        step: 'held',
        facts: { held: { outcome: 'partly-relapsed' } },
        texts: {
          'relapse-check.held.v1': { result: 'Luisteren blijft; over afdelingen heen werken zakt terug.' },
        },
      },
    },
    knowledge: { made: 1, published: 0, spreadings: 1, people: 40 },
    steps: {
      'role-profile/adopted': 1,
      'role-profile/retired': 1,
      'decision/taken': 1,
      'decision/withdrawn': 1,
      'module/completed': 2,
      'action/done': 1,
      'risk/closed': 1,
      'note/discarded': 1,
    },
  },
};

function scores(listening: number, connecting: number) {
  return [
    { key: 'listening', tenths: listening },
    { key: 'connecting', tenths: connecting },
  ];
}
