import { type Step, step, type Value } from '../../recorder/step.ts';
import { admitted, type Municipality, municipalities } from '../municipalities.ts';

/** Fictitious. The opening, three exchange meetings (one moved), the closing, who was there, and the learning group. */
type NotThere = Partial<Record<Municipality, 'excused' | 'absent'>>;
type RolesOf = (who: Municipality) => readonly string[];

const firstTen: readonly Municipality[] = admitted;
/** Heerenveen stopped, Veendam took its place. */
const lastTen = firstTen.map((who): Municipality => (who === 'heerenveen' ? 'veendam' : who));

const planned = [
  plan('2025-08-20T09:00Z', 'opening', 'opening', 'Startbijeenkomst', '2025-09-25', 'provisional'),
  plan('2025-10-06T09:00Z', 'exchange-1', 'exchange', 'Uitwisseling 1: samen leren kijken', '2025-11-20', 'agreed'),
  plan(
    '2025-12-01T09:00Z',
    'exchange-2',
    'exchange',
    'Uitwisseling 2: ruimte voor experiment',
    '2026-01-22',
    'provisional',
  ),
  plan('2026-03-02T09:00Z', 'exchange-3', 'exchange', 'Uitwisseling 3: na de verkiezingen', '2026-04-23', 'agreed'),
  plan('2026-06-01T09:00Z', 'closing', 'closing', 'Slotbijeenkomst', '2026-09-17', 'agreed'),
];

const dates = [
  step('2025-09-02T09:30Z', 'date-agreed/opening', '/meetings/{opening}/agreements', {
    date: '2025-09-25',
    occurredOn: '2025-09-02',
  }),
  step('2026-01-12T09:30Z', 'moved/exchange-2', '/meetings/{exchange-2}/moves', {
    to: '2026-02-05',
    status: 'agreed',
    by: 'facilitator',
    reason: 'Vier gemeenten hebben die dag een extra raadsvergadering.',
    occurredOn: '2026-01-12',
  }),
];

/** Who sat at the table was asked from the third exchange on: the contact, and at the closing the portfolio holder too. */
const contact: RolesOf = (who) => [municipalities[who].contactRole];
const contactAndHolder: RolesOf = (who) => [...contact(who), 'portfolio-holder'];

const held = [
  ...hold('2025-09-25', 'opening', gathered(firstTen, {})),
  // Emmen had sent its excuse; corrected on 5 February.
  ...hold('2025-11-20', 'exchange-1', gathered(firstTen, { leeuwarden: 'excused', emmen: 'absent' })),
  ...hold('2026-02-05', 'exchange-2', gathered(firstTen, { hoogeveen: 'excused', heerenveen: 'absent' })),
  ...hold('2026-04-23', 'exchange-3', gathered(lastTen, { smallingerland: 'excused' }, contact)),
  ...hold('2026-09-17', 'closing', gathered(lastTen, { assen: 'excused' }, contactAndHolder)),
];

const learningGroup = [
  step(
    '2025-09-04T09:00Z',
    'group',
    '/networks/{network}/groups',
    {
      kind: 'learning',
      name: 'Leergroep Noord',
      members: firstTen.map((who) => `{${who}}`),
      reason: 'De tien deelnemende gemeenten; vraagstukken zijn over de categorieën gespreid.',
    },
    { gives: 'group' },
  ),
  step('2026-02-19T11:00Z', 'group-recomposed', '/groups/{group}/recompositions', {
    members: lastTen.map((who) => `{${who}}`),
    reason: 'Heerenveen is gestopt, Veendam neemt de plaats in.',
  }),
  step('2026-02-26T11:00Z', 'group-frozen', '/groups/{group}/freezes', {
    reason: 'De groep staat voor de rest van het programma.',
  }),
];

function plan(at: string, who: string, kind: string, title: string, date: string, status: string): Step {
  const occurredOn = at.slice(0, 10);
  const body = { kind, title, date, status, occurredOn };
  return step(at, `planned/${who}`, '/networks/{network}/meetings', body, { gives: who });
}

/** Who of the expected was there, and, where that was asked, in which roles. */
function gathered(expected: readonly Municipality[], notThere: NotThere, rolesOf?: RolesOf): Value[] {
  return expected.map((who) => {
    const attendance = notThere[who] ?? 'present';
    const entry = { trajectory: `{${who}}`, attendance };
    return rolesOf && attendance === 'present' ? { ...entry, roles: rolesOf(who) } : entry;
  });
}

/** The meeting was held that day, and who was there. */
function hold(day: string, meeting: string, entries: Value[]): Step[] {
  return [
    step(`${day}T14:30Z`, `held/${meeting}`, `/meetings/{${meeting}}/sessions`, { occurredOn: day }),
    step(`${day}T14:40Z`, `attendance/${meeting}`, `/meetings/{${meeting}}/attendance`, { entries, occurredOn: day }),
  ];
}

/** What exchange 1 should have said, for its correction. */
export const exchange1AsItWas = firstTen.map((who) => ({
  trajectory: `{${who}}`,
  attendance: who === 'leeuwarden' || who === 'emmen' ? 'excused' : 'present',
}));

export const meetingSteps: readonly Step[] = [...planned, ...dates, ...held, ...learningGroup];
