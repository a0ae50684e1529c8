import type { ByHand, MomentByHand, ProgressLine } from '../recorder/by-hand.ts';
import { themeTeamsDays } from './expected-days.ts';
import { type Province, provinces } from './provinces.ts';

const early: ProgressLine = ['started', 4, 'on-schedule'];
const withIdea: ProgressLine = ['started', 6, 'on-schedule'];
const withoutIdea: ProgressLine = ['started', 5, 'on-schedule'];
const all: ProgressLine = ['completed', 8, 'on-schedule'];
const allButIdea: ProgressLine = ['completed', 7, 'behind'];

const lines: Readonly<Record<string, Readonly<Record<Province, ProgressLine>>>> = {
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
    limburg: ['started', 4, 'on-schedule'],
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
const money = {
  evenings: { budgeted: 40_000, committed: 24_000, spent: 23_000, left: 17_000 },
  'follow-up': { budgeted: 20_000, committed: 15_000, spent: 14_500, left: 5_500 },
} as const;

/** Items of the dossier by kind, at the end. */
const items = {
  theme: 12,
  party: 6,
  contribution: 2,
  team: 4,
  assignment: 4,
  idea: 6,
  proposal: 3,
  closing: 1,
  'follow-up': 1,
  note: 2,
  action: 1,
  evaluation: 1,
  risk: 1,
  'site-visit': 2,
  'knowledge-product': 2,
  budget: 2,
  'admission-rule': 1,
  assessment: 1,
  'date-poll': 1,
  invitation: 2,
  'agenda-point': 2,
  insight: 2,
  'local-change': 1,
  lineage: 2,
  'support-hours': 1,
  demand: 2,
  'opening-proposal': 1,
  'application-form': 1,
  'participation-access': 2,
} as const;

function moment(day: string, knownAt: string, expected: number): MomentByHand {
  const named = Object.entries(lines[day] ?? {}).map(([who, line]) => [provinces[who as Province].name, line]);
  return { day, knownAt, expected, lines: Object.fromEntries(named) };
}

/** The figures of README.md. */
export const themeTeamsByHand: ByHand = {
  moments: [
    moment('2025-03-31', '2025-03-31T22:00:00.000Z', 4),
    moment('2025-06-30', '2025-06-30T22:00:00.000Z', 4),
    moment('2025-11-30', '2025-11-30T23:00:00.000Z', 8),
  ],
  warned: {
    'agreed-on-another-date': 1,
    'recorded-late': 1,
    'item-fact-out-of-order': 1,
    'someone-is-waiting': 1,
    'not-first-in-line': 1,
    'not-a-successor-in-the-register': 1,
  },
  items,
  money,
  days: themeTeamsDays,
};
