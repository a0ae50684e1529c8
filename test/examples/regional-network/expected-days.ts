import type { DayByHand } from '../recorder/by-hand.ts';
import type { AdmissionsByHand } from '../recorder/element-figures.ts';

const goal = 'Elke gemeente neemt een werkwijze van een ander over';

/** What the overviews say of some days; how each figure was worked out stands in README.md. */
export const regionalDays: Readonly<Record<string, DayByHand>> = {
  '2025-12-31': {
    groups: {
      'Leergroep Noord': {
        sort: 'learning',
        members: ['programme-manager of leeuwarden', 'hr-manager of heerenveen'],
        goals: [[goal, '2026-09-17', null]],
        endedOn: null,
      },
    },
    items: {
      'assessment/hoogeveen': { step: 'made', facts: { made: { advice: 'admit-with-reservation' } } },
      'assessment/coevorden': { step: 'made', facts: { made: { advice: 'wait' } } },
    },
    steps: { 'lineage/traced': 1, 'assessment/made': 2 },
  },
  '2026-02-28': {
    groups: {
      'Leergroep Noord': {
        members: ['programme-manager of leeuwarden', 'municipal-secretary of veendam'],
        goals: [[goal, '2026-09-17', null]],
        endedOn: null,
      },
    },
    sorts: { learning: [1, 2] },
  },
  '2026-05-18': { items: { hours: { step: 'entered', facts: { entered: { minutes: 150 } } } } },
  '2026-09-30': {
    groups: { 'Leergroep Noord': { goals: [[goal, '2026-09-17', '2026-09-17']], endedOn: '2026-09-24' } },
    sorts: {},
    items: {
      hours: { step: 'approved', facts: { entered: { minutes: 150 }, changed: { minutes: 120 } } },
      election: {
        step: 'noted',
        facts: { noted: { cause: 'election' }, 'put-in-question': { layers: ['council'] } },
      },
      'follow-up': { step: 'decided', facts: { decided: { outcome: 'continued' } } },
    },
    knowledge: { made: 1, published: 0, spreadings: 1, people: 120 },
  },
};

/** What was asked in the region beside its network, which is full. */
export const regionalDemand = {
  '2026-06-30': { interest: 1, applications: 1, placed: 0, withdrawn: 0 },
  '2026-09-30': { interest: 1, applications: 2, placed: 0, withdrawn: 0 },
} as const;

/**
 * Groups of at most five of the ten, by their questions on the eve of the composition. Three have residents' initiatives
 * in common and come together; three pairs have a category in common, and none of them is parted. Which pair comes with
 * the three is all the same: it is decided by id.
 */
export const proposed = {
  day: '2025-09-03',
  together: ['groningen', 'noardeast', 'emmen'],
  pairs: [
    ['oldambt', 'assen'],
    ['leeuwarden', 'heerenveen'],
    ['smallingerland', 'hoogeveen'],
  ],
  alone: 'eemsdelta',
  provinces: ['Drenthe', 'Fryslân', 'Groningen'],
} as const;

export const regionalAdmissions: AdmissionsByHand = { decisions: 13, assessed: 2, againstAdvice: 0, mandates: {} };
