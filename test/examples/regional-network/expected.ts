import type { Municipality } from './municipalities.ts';

/**
 * What the product must say of the fictitious year, worked out by hand from the timeline; README.md tells how, and
 * where hand and product differed at first and who was right.
 */
export const moments = ['2025-10-31', '2026-01-31', '2026-04-15', '2026-09-30'] as const;

export type Moment = (typeof moments)[number];

/** How many requests were recorded with a warning of that code. */
export const warned = {
  'recorded-late': 3,
  'commitment-ended-without-being-confirmed': 1,
  'after-measured-too-early': 2,
};

/** The end of that day in the Netherlands, in UTC: midnight, in winter or summer time. */
export const endOf: Readonly<Record<Moment, string>> = {
  '2025-10-31': '2025-10-31T23:00:00.000Z',
  '2026-01-31': '2026-01-31T23:00:00.000Z',
  '2026-04-15': '2026-04-15T22:00:00.000Z',
  '2026-09-30': '2026-09-30T22:00:00.000Z',
};

/** Participation, milestones reached and expected of 7, status, then executive, council and officials. */
export type Line = readonly [
  participation: string,
  reached: number,
  status: string,
  executive: string,
  council: string,
  officials: string,
];

const none = ['not-asked', 'not-asked', 'not-asked'] as const;

/** How many of the seven milestones were due by that day, for a trajectory from the opening on. */
export const milestonesExpected: Readonly<Record<Moment, number>> = {
  '2025-10-31': 3,
  '2026-01-31': 4,
  '2026-04-15': 4,
  '2026-09-30': 7,
};

/** Veendam joined after the opening: that is not asked of it, and what was due before it came is due 28 days later. */
export const latecomer: Partial<Record<Moment, { readonly expected: number; readonly total: number }>> = {
  '2026-04-15': { expected: 3, total: 6 },
  '2026-09-30': { expected: 6, total: 6 },
};

export const lines: Readonly<Record<Moment, Readonly<Record<Municipality, Line>>>> = {
  '2025-10-31': {
    groningen: ['started', 3, 'on-schedule', 'confirmed', 'asked', 'given'],
    eemsdelta: ['started', 3, 'on-schedule', 'given', 'asked', 'given'],
    oldambt: ['started', 3, 'attention', 'given', 'asked', 'given'],
    leeuwarden: ['started', 3, 'on-schedule', 'given', 'asked', 'given'],
    smallingerland: ['started', 3, 'on-schedule', 'given', 'asked', 'given'],
    heerenveen: ['started', 3, 'on-schedule', 'given', 'asked', 'given'],
    noardeast: ['started', 4, 'on-schedule', 'given', 'given', 'given'],
    assen: ['started', 3, 'attention', 'given', 'asked', 'asked'],
    emmen: ['started', 3, 'on-schedule', 'given', 'asked', 'given'],
    hoogeveen: ['admitted-with-reservation', 3, 'attention', 'given-with-reservation', 'asked', 'given'],
    veendam: ['waiting', 2, 'none', ...none],
    coevorden: ['waiting', 2, 'none', ...none],
  },
  '2026-01-31': {
    groningen: ['started', 4, 'on-schedule', 'confirmed', 'confirmed', 'given'],
    eemsdelta: ['started', 4, 'on-schedule', 'given', 'given', 'given'],
    oldambt: ['started', 4, 'on-schedule', 'given', 'confirmed', 'given'],
    leeuwarden: ['started', 4, 'on-schedule', 'given', 'confirmed', 'given'],
    smallingerland: ['started', 4, 'on-schedule', 'given', 'given', 'given'],
    heerenveen: ['started', 3, 'behind', 'under-pressure', 'on-agenda', 'given'],
    noardeast: ['started', 4, 'on-schedule', 'given', 'given', 'given'],
    assen: ['started', 4, 'on-schedule', 'given', 'given', 'given'],
    emmen: ['started', 3, 'behind', 'given', 'asked', 'given'],
    hoogeveen: ['started', 4, 'on-schedule', 'confirmed', 'given', 'given'],
    veendam: ['waiting', 2, 'none', ...none],
    coevorden: ['waiting', 2, 'none', ...none],
  },
  '2026-04-15': {
    groningen: ['started', 6, 'attention', 'confirmed', 'in-question', 'given'],
    eemsdelta: ['started', 6, 'on-schedule', 'given', 'confirmed', 'given'],
    oldambt: ['started', 6, 'on-schedule', 'given', 'given', 'given'],
    leeuwarden: ['started', 4, 'attention', 'given', 'in-question', 'given'],
    smallingerland: ['started', 5, 'attention', 'given', 'given', 'given'],
    heerenveen: ['stopped', 3, 'none', 'withdrawn', 'refused', 'ended'],
    noardeast: ['started', 5, 'on-schedule', 'given', 'given', 'given'],
    assen: ['started', 5, 'attention', 'given', 'in-question', 'given'],
    emmen: ['started', 4, 'on-schedule', 'given', 'given', 'given'],
    hoogeveen: ['started', 4, 'on-schedule', 'confirmed', 'given', 'given'],
    veendam: ['started', 2, 'behind', 'given', 'asked', 'given'],
    coevorden: ['waiting', 2, 'none', ...none],
  },
  '2026-09-30': {
    groningen: ['closed', 7, 'none', 'confirmed', 'confirmed', 'given'],
    eemsdelta: ['after-measured', 7, 'on-schedule', 'given', 'confirmed', 'given'],
    oldambt: ['completed', 7, 'on-schedule', 'given', 'given', 'given'],
    leeuwarden: ['completed', 7, 'attention', 'given', 'in-question', 'given'],
    smallingerland: ['completed', 6, 'attention', 'given', 'given', 'given'],
    heerenveen: ['stopped', 3, 'none', 'withdrawn', 'refused', 'ended'],
    noardeast: ['completed', 7, 'on-schedule', 'given', 'given', 'given'],
    assen: ['completed', 6, 'attention', 'given', 'lapsed', 'given'],
    emmen: ['completed', 7, 'on-schedule', 'given', 'given', 'given'],
    hoogeveen: ['completed', 7, 'on-schedule', 'confirmed', 'given', 'given'],
    veendam: ['started', 5, 'behind', 'given', 'given', 'given'],
    coevorden: ['waiting', 2, 'none', ...none],
  },
};

/** Answers that were due and had not come: municipality, layer, the day it was due, days over. */
export const lateCommitments: Readonly<Record<Moment, readonly (readonly [Municipality, string, string, number])[]>> = {
  '2025-10-31': [
    ['assen', 'officials', '2025-09-15', 46],
    ['hoogeveen', 'executive', '2025-10-30', 1],
  ],
  '2026-01-31': [
    ['emmen', 'council', '2025-12-15', 47],
    ['heerenveen', 'council', '2025-12-15', 47],
  ],
  '2026-04-15': [],
  '2026-09-30': [['leeuwarden', 'council', '2026-06-15', 107]],
};

/** Entries in the story of a trajectory, as known at the four moments. */
export const storyEntries: Partial<Record<Municipality, Readonly<Record<Moment, number>>>> = {
  groningen: { '2025-10-31': 20, '2026-01-31': 27, '2026-04-15': 36, '2026-09-30': 46 },
  heerenveen: { '2025-10-31': 15, '2026-01-31': 21, '2026-04-15': 31, '2026-09-30': 31 },
  emmen: { '2025-10-31': 18, '2026-01-31': 21, '2026-04-15': 28, '2026-09-30': 39 },
  oldambt: { '2025-10-31': 13, '2026-01-31': 20, '2026-04-15': 28, '2026-09-30': 37 },
};

/** The management report: figures as known and as they were at two moments. */
export interface ReportFigures {
  readonly participation: Readonly<Record<string, number>>;
  readonly places: {
    readonly given: number;
    readonly withReservation: number;
    readonly free: number;
    readonly waiting: number;
  };
  readonly status: Readonly<Record<string, number>>;
  readonly commitments: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly attendance: { readonly present: number; readonly excused: number; readonly absent: number };
  readonly support: Readonly<Record<string, number>>;
  readonly questions: Readonly<Record<string, number>>;
  readonly recordedLate: number;
  readonly corrections: number;
  readonly retractions: number;
}

const questions = {
  'residents-initiatives': 4,
  'participation-in-spatial-plans': 2,
  'internal-organisation': 2,
  'role-of-the-council': 2,
  'reaching-everyone': 2,
  'digital-participation': 1,
};

export const report: Readonly<Record<'2026-01-31' | '2026-09-30', ReportFigures>> = {
  '2026-01-31': {
    participation: { started: 10, waiting: 2 },
    places: { given: 10, withReservation: 0, free: 0, waiting: 2 },
    status: { 'on-schedule': 8, behind: 2, none: 2 },
    commitments: {
      executive: { confirmed: 2, given: 7, 'under-pressure': 1, 'not-asked': 2 },
      council: { confirmed: 3, given: 5, asked: 1, 'on-agenda': 1, 'not-asked': 2 },
      officials: { given: 10, 'not-asked': 2 },
    },
    attendance: { present: 18, excused: 1, absent: 1 },
    support: {
      requested: 10,
      matched: 9,
      completed: 0,
      plannedMinutes: 4680,
      deliveredMinutes: 1140,
      approvedMinutes: 0,
      countedMinutes: 1140,
    },
    questions,
    recordedLate: 1,
    corrections: 0,
    retractions: 0,
  },
  '2026-09-30': {
    participation: { started: 1, completed: 7, 'after-measured': 1, closed: 1, stopped: 1, waiting: 1 },
    places: { given: 10, withReservation: 0, free: 0, waiting: 1 },
    status: { 'on-schedule': 5, attention: 3, behind: 1, none: 3 },
    commitments: {
      executive: { confirmed: 2, given: 8, withdrawn: 1, 'not-asked': 1 },
      council: { confirmed: 2, given: 6, 'in-question': 1, lapsed: 1, refused: 1, 'not-asked': 1 },
      officials: { given: 10, ended: 1, 'not-asked': 1 },
    },
    attendance: { present: 44, excused: 5, absent: 1 },
    support: {
      requested: 11,
      matched: 10,
      completed: 9,
      plannedMinutes: 5040,
      deliveredMinutes: 3360,
      approvedMinutes: 120,
      countedMinutes: 3360,
    },
    questions,
    recordedLate: 3,
    corrections: 2,
    retractions: 1,
  },
};

/** Milestones reached and status of one trajectory: then, in hindsight, now. */
type ThreeWays = readonly (readonly [reached: number, status: string])[];

/**
 * Everything between the end of January and half of April 2026: what was recorded, sorted by what it did and by why it
 * stands in the period, and the figures of both ends. README.md tells how it was counted.
 */
export const between = {
  from: '2026-01-31',
  until: '2026-04-15',
  total: 52,
  kinds: { added: 20, changed: 21, withdrawn: 1, ended: 7, corrected: 2, retracted: 1 },
  causes: { real: 47, 'recorded-late': 2, correction: 2, retraction: 1 },
  /** Events that concern Emmen, and that concern any of Assen, Coevorden, Emmen and Hoogeveen. */
  ofEmmen: 7,
  ofDrenthe: 13,
  /** Happened before the period, recorded in it. */
  late: [
    ['emmen', '2025-11-27', '2026-02-05T10:00:00.000Z'],
    ['leeuwarden', '2026-01-20', '2026-02-19T16:30:00.000Z'],
  ],
  /** As known on 31 January; as known on 15 April, of that same day; as on 15 April. */
  figures: {
    groningen: [
      [4, 'on-schedule'],
      [4, 'on-schedule'],
      [6, 'attention'],
    ],
    eemsdelta: [
      [4, 'on-schedule'],
      [4, 'on-schedule'],
      [6, 'on-schedule'],
    ],
    oldambt: [
      [4, 'on-schedule'],
      [4, 'on-schedule'],
      [6, 'on-schedule'],
    ],
    leeuwarden: [
      [4, 'on-schedule'],
      [4, 'on-schedule'],
      [4, 'attention'],
    ],
    smallingerland: [
      [4, 'on-schedule'],
      [4, 'on-schedule'],
      [5, 'attention'],
    ],
    heerenveen: [
      [3, 'behind'],
      [3, 'behind'],
      [3, 'none'],
    ],
    noardeast: [
      [4, 'on-schedule'],
      [4, 'on-schedule'],
      [5, 'on-schedule'],
    ],
    assen: [
      [4, 'on-schedule'],
      [4, 'on-schedule'],
      [5, 'attention'],
    ],
    emmen: [
      [3, 'behind'],
      [4, 'attention'],
      [4, 'on-schedule'],
    ],
    hoogeveen: [
      [4, 'on-schedule'],
      [4, 'on-schedule'],
      [4, 'on-schedule'],
    ],
    veendam: [
      [2, 'none'],
      [2, 'none'],
      [2, 'behind'],
    ],
    coevorden: [
      [2, 'none'],
      [2, 'none'],
      [2, 'none'],
    ],
  } satisfies Record<Municipality, ThreeWays>,
  /** Of those that are measured. */
  milestonesReached: { before: 38, inHindsight: 39, after: 47 },
  status: {
    before: { 'on-schedule': 8, behind: 2, none: 2 },
    inHindsight: { 'on-schedule': 8, attention: 1, behind: 1, none: 2 },
    after: { 'on-schedule': 5, attention: 4, behind: 1, none: 2 },
  },
} as const;
