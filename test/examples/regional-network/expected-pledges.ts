import type { Municipality } from './municipalities.ts';

/** The days for which pledges and attendance were worked out by hand, and the end of each in UTC. */
export const endOfDay = {
  '2026-01-31': '2026-01-31T23:00:00.000Z',
  '2026-06-30': '2026-06-30T22:00:00.000Z',
  '2026-09-30': '2026-09-30T22:00:00.000Z',
} as const;

type Day = keyof typeof endOfDay;

/** Who pledged, who is to keep it, where it is, first day, day by which it is due, days late. */
export type PledgeLine = readonly [
  by: string,
  keeper: string,
  step: string,
  firstDue: string,
  due: string | null,
  daysLate: number | null,
];

/** In the order of the list: by the day by which they are due, then by name. */
export const pledges: Readonly<Record<'2026-06-30' | '2026-09-30', readonly PledgeLine[]>> = {
  '2026-06-30': [
    ['Assen', 'Assen', 'pledged', '2026-06-15', '2026-06-15', 15],
    ['Oldambt', 'Oldambt', 'pledged', '2026-08-20', '2026-08-20', null],
    ['Drenthe', 'Drenthe', 'pledged', '2026-09-01', '2026-09-01', null],
    ['Emmen', 'Emmen', 'postponed', '2026-06-30', '2026-09-04', null],
    ['Groningen', 'Groningen', 'pledged', '2026-09-17', '2026-09-17', null],
    ['Hoogeveen', 'Hoogeveen', 'withdrawn', '2026-07-01', null, null],
  ],
  '2026-09-30': [
    ['Assen', 'Assen', 'pledged', '2026-06-15', '2026-06-15', 107],
    ['Emmen', 'Emmen', 'partly-kept', '2026-06-30', '2026-09-04', 26],
    ['Drenthe', 'Fryslân', 'kept', '2026-09-01', null, null],
    ['Groningen', 'Groningen', 'kept', '2026-09-17', null, null],
    ['Hoogeveen', 'Hoogeveen', 'withdrawn', '2026-07-01', null, null],
    ['Oldambt', 'Oldambt', 'lapsed', '2026-08-20', null, null],
  ],
};

/** Present of expected, thousandths, missed in a row, of these without excuse. Who is not here was expected nowhere. */
export type AttendanceLine = readonly [
  present: number,
  expected: number,
  perMille: number,
  missed: number,
  absent: number,
];

const twice: AttendanceLine = [2, 2, 1000, 0, 0];
const always: AttendanceLine = [5, 5, 1000, 0, 0];
const onceExcused: AttendanceLine = [4, 5, 800, 0, 0];

export const attendance: Readonly<
  Record<Exclude<Day, '2026-06-30'>, Readonly<Partial<Record<Municipality, AttendanceLine>>>>
> = {
  '2026-01-31': {
    groningen: twice,
    eemsdelta: twice,
    oldambt: twice,
    leeuwarden: [1, 2, 500, 1, 0],
    smallingerland: twice,
    heerenveen: twice,
    noardeast: twice,
    assen: twice,
    emmen: [1, 2, 500, 1, 1],
    hoogeveen: twice,
  },
  '2026-09-30': {
    groningen: always,
    eemsdelta: always,
    oldambt: always,
    veendam: twice,
    leeuwarden: onceExcused,
    smallingerland: onceExcused,
    heerenveen: [2, 3, 667, 1, 1],
    noardeast: always,
    assen: [4, 5, 800, 1, 0],
    emmen: onceExcused,
    hoogeveen: onceExcused,
  },
};

/** At how many meetings each role was at the table until the end; told of the last two meetings only. */
export const roles: Partial<Record<Municipality, Readonly<Record<string, number>>>> = {
  groningen: { 'municipal-secretary': 2, 'portfolio-holder': 1 },
  smallingerland: { 'organisation-adviser': 1, 'portfolio-holder': 1 },
  assen: { 'programme-manager': 1 },
  heerenveen: {},
};
