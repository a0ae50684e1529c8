import type { Province } from './provinces.ts';

/** Participation, milestones reached, status: as known at the end of that day, and valid on it. Worked out by hand. */
export type Line = readonly [participation: string, reached: number, status: string];

export const moments = ['2025-03-31', '2025-06-30', '2025-11-30'] as const;
export type Moment = (typeof moments)[number];

/** Milestones due of the eight. */
export const expected: Readonly<Record<Moment, number>> = { '2025-03-31': 4, '2025-06-30': 4, '2025-11-30': 8 };

/** The end of the day in the Netherlands, UTC. */
export const endOf: Readonly<Record<Moment, string>> = {
  '2025-03-31': '2025-03-31T22:00:00.000Z',
  '2025-06-30': '2025-06-30T22:00:00.000Z',
  '2025-11-30': '2025-11-30T23:00:00.000Z',
};

const early: Line = ['started', 4, 'on-schedule'];
const withIdea: Line = ['started', 6, 'on-schedule'];
const withoutIdea: Line = ['started', 5, 'on-schedule'];
const all: Line = ['completed', 8, 'on-schedule'];
const allButIdea: Line = ['completed', 7, 'behind'];

export const lines: Readonly<Record<Moment, Readonly<Record<Province, Line>>>> = {
  '2025-03-31': {
    groningen: early,
    fryslan: early,
    drenthe: early,
    overijssel: early,
    flevoland: ['started', 3, 'attention'],
    gelderland: early,
    utrecht: early,
    'noord-holland': early,
    'zuid-holland': early,
    zeeland: ['started', 2, 'behind'],
    'noord-brabant': early,
    limburg: early,
  },
  '2025-06-30': {
    groningen: withIdea,
    fryslan: withIdea,
    drenthe: withIdea,
    overijssel: withoutIdea,
    flevoland: ['started', 4, 'on-schedule'],
    gelderland: withIdea,
    utrecht: withoutIdea,
    'noord-holland': withIdea,
    'zuid-holland': withoutIdea,
    zeeland: ['started', 3, 'behind'],
    'noord-brabant': withoutIdea,
    limburg: ['started', 5, 'on-schedule'],
  },
  '2025-11-30': {
    groningen: all,
    fryslan: all,
    drenthe: all,
    overijssel: allButIdea,
    flevoland: ['completed', 6, 'behind'],
    gelderland: all,
    utrecht: allButIdea,
    'noord-holland': all,
    'zuid-holland': allButIdea,
    zeeland: ['stopped', 3, 'none'],
    'noord-brabant': allButIdea,
    limburg: ['completed', 7, 'behind'],
  },
};

/** In whole euros, at the end. */
export const money = {
  evenings: { budgeted: 40_000, committed: 24_000, spent: 23_000, left: 17_000 },
  'follow-up': { budgeted: 20_000, committed: 15_000, spent: 14_500, left: 5_500 },
} as const;

/** Items of the dossier by kind, at the end. */
export const items = {
  theme: 12,
  team: 4,
  assignment: 4,
  idea: 6,
  proposal: 3,
  closing: 1,
  'follow-up': 1,
  note: 1,
  risk: 1,
  'site-visit': 1,
  'knowledge-product': 1,
  budget: 2,
} as const;
