import type { ProgressLine } from '../recorder/by-hand.ts';
import type { AdmissionsByHand, DemandByHand, PlacesByHand, PledgeByHand } from '../recorder/element-figures.ts';

/** Known now of a day on which an idea had been raised that was recorded later. */
export const hindsight = { day: '2025-06-30', limburg: ['started', 5, 'on-schedule'] satisfies ProgressLine } as const;

/** What was spent in whole euros by line, as it was known then. */
export const byThen = [
  { day: '2025-06-20', knownAt: '2025-06-20T22:00:00.000Z', spent: { evenings: 29_000, 'follow-up': 0 } },
  { day: '2025-06-20', knownAt: '2025-06-26T22:00:00.000Z', spent: { evenings: 23_000, 'follow-up': 0 } },
  { day: '2025-09-20', knownAt: '2025-09-20T22:00:00.000Z', spent: { evenings: 23_000, 'follow-up': 900 } },
  { day: '2025-09-20', knownAt: '2025-09-25T22:00:00.000Z', spent: { evenings: 23_000, 'follow-up': 0 } },
] as const;

const utrecht = (step: string, first: string, due: string | null): PledgeByHand => [
  'strategy-adviser',
  'strategy-adviser',
  step,
  first,
  due,
];

/** Asked, promised, moved to a day that was wrong, that put right, kept by mistake, that taken back, kept. */
export const utrechtsPledge: readonly (readonly [knownAt: string, pledge: PledgeByHand])[] = [
  ['2025-06-20T22:00:00.000Z', utrecht('asked', '2025-08-01', '2025-08-01')],
  ['2025-07-02T22:00:00.000Z', utrecht('pledged', '2025-09-01', '2025-09-01')],
  ['2025-08-29T22:00:00.000Z', utrecht('postponed', '2025-09-01', '2025-10-19')],
  ['2025-09-03T22:00:00.000Z', utrecht('postponed', '2025-09-01', '2025-10-09')],
  ['2025-09-06T22:00:00.000Z', utrecht('kept', '2025-09-01', null)],
  ['2025-09-09T22:00:00.000Z', utrecht('postponed', '2025-09-01', '2025-10-09')],
  ['2025-10-10T22:00:00.000Z', utrecht('kept', '2025-09-01', null)],
];

/** By the day that is asked. */
export const secondRoundPlaces: Readonly<Record<string, PlacesByHand>> = {
  '2025-12-18': {
    given: ['Assen', 'Midden-Drenthe'],
    held: ['Meppel'],
    free: 0,
    waiting: ['Emmen', 'Hoogeveen', 'Coevorden'],
    proposed: [],
    rejected: ['Noordenveld'],
    referred: ['Tynaarlo'],
  },
  '2026-01-13': {
    given: ['Assen', 'Midden-Drenthe', 'Emmen'],
    held: [],
    free: 1,
    waiting: ['Hoogeveen', 'Coevorden'],
    proposed: [],
    rejected: ['Noordenveld'],
    referred: ['Tynaarlo'],
  },
  '2026-01-15': {
    given: ['Midden-Drenthe', 'Emmen'],
    held: [],
    free: 2,
    waiting: ['Hoogeveen', 'Coevorden'],
    proposed: ['Hoogeveen'],
    rejected: ['Noordenveld'],
    referred: ['Tynaarlo'],
  },
  '2026-01-20': {
    given: ['Midden-Drenthe', 'Emmen'],
    held: [],
    free: 2,
    waiting: ['Hoogeveen', 'Coevorden'],
    proposed: ['Coevorden'],
    rejected: ['Noordenveld'],
    referred: ['Tynaarlo'],
  },
  '2026-01-31': {
    given: ['Emmen', 'Coevorden'],
    held: [],
    free: 2,
    waiting: ['Hoogeveen'],
    proposed: ['Hoogeveen'],
    rejected: ['Noordenveld'],
    referred: ['Tynaarlo'],
  },
};

export const secondRoundDemand: Readonly<Record<string, DemandByHand>> = {
  '2025-12-02': { interest: 1, applications: 3, placed: 0, withdrawn: 0 },
  '2025-12-10': { interest: 1, applications: 0, placed: 3, withdrawn: 0 },
};

/** By the name that the timeline gives the programme: decisions about places, assessed before, against that, by whose mandate. */
export const admissionsByHand: Readonly<Record<string, AdmissionsByHand>> = {
  programme: { decisions: 12, assessed: 1, againstAdvice: 0, mandates: { 'steering-group': 12 } },
  successor: { decisions: 9, assessed: 2, againstAdvice: 0, mandates: {} },
};

/** Meetings of which the new day had not been told to who was invited. */
export const notTold: Readonly<Record<string, readonly string[]>> = {
  '2025-02-16': [],
  '2025-02-18': ['2025-02-17'],
  '2025-02-19': [],
};
