import { type Example, inOrder } from '../recorder/example.ts';
import { committed, met, takingPartAlone } from '../recorder/one-organisation.ts';
import { brought, told } from '../recorder/telling.ts';
import { afterwards } from './timeline/afterwards.ts';
import { around } from './timeline/around.ts';

/** Fictitious. A municipality defines what its changing role asks of its people, and measures how they grow as a group. */
const zwolle = '0193';
const deventer = '0150';

const takingPart = [
  ...takingPartAlone({
    template: 'changing-role',
    name: 'De veranderende rol van een gemeente',
    cbs: zwolle,
    contactRole: 'organisation-adviser',
    opensOn: '2025-01-06',
    interested: '2025-01-08',
    from: '2025-02-01',
    until: '2025-12-31',
    applied: '2025-01-13',
    intake: '2025-01-20',
    placed: '2025-01-21',
    started: '2025-02-03',
    contacts: ['2025-02-27', '2025-04-24', '2025-06-19', '2025-08-14', '2025-10-09', '2025-12-04'],
  }),
  ...committed('executive', '2025-02-10', '2025-05-15', '2025-03-18'),
  ...committed('board', '2025-02-10', '2025-05-15', '2025-03-11'),
  ...committed('works-council', '2025-02-10', '2025-05-15', '2025-05-12'),
  ...met({ name: 'kick-off', kind: 'opening', title: 'Aftrap in de hal', planned: '2025-01-22', date: '2025-02-06' }),
  ...met({
    name: 'consultation',
    kind: 'peer-consultation',
    title: 'Intervisie over een lastig gesprek',
    planned: '2025-08-01',
    date: '2025-09-18',
  }),
];

const own = { trajectory: '{own}' } as const;

const competencies = [
  { key: 'listening', label: 'Luisteren zonder oplossing', elsewhere: [{ organisation: deventer, name: 'Open oor' }] },
  { key: 'connecting', label: 'Verbinden over afdelingen' },
];

const role = [
  brought('2025-02-06', 'cross-section', 'teams', {
    ...own,
    sort: 'cross-section',
    name: 'Dwarsdoorsnede',
    open: false,
  }),
  told('2025-02-13', 'cross-section', 'team-compositions', {
    parts: [
      { key: 'counter', represented: 2, there: 60 },
      { key: 'policy', represented: 4, there: 120 },
      { key: 'outdoors', represented: 0, there: 80 },
    ],
  }),
  told('2025-04-03', 'cross-section', 'team-compositions', {
    parts: [
      { key: 'counter', represented: 2, there: 60 },
      { key: 'policy', represented: 4, there: 118 },
      { key: 'outdoors', represented: 3, there: 80 },
    ],
  }),
  told('2025-03-06', 'cross-section', 'team-ambassadors', { role: 'team-leader' }),
  brought('2025-03-20', 'profile', 'role-profiles', {
    ...own,
    title: 'De ambtenaar van straks',
    version: 1,
    competencies: competencies.slice(0, 1),
  }),
  told('2025-04-10', 'profile', 'role-profile-revisions', {
    version: 2,
    competencies,
    reason: 'De buitendienst miste het werken over afdelingen heen.',
  }),
  brought(
    '2025-03-20',
    'profile/former',
    'role-profiles',
    { ...own, title: 'De ambtenaar van 2015', version: 1, competencies: [{ key: 'planning', label: 'Plannen' }] },
    '10:10',
  ),
  told('2025-05-09', 'profile/former', 'role-profile-endings', { reason: 'Er is een nieuw profiel.' }, '11:30'),
  // A week late.
  told('2025-05-09', 'profile', 'role-profile-adoptions', {
    version: 2,
    evidence: { reference: 'directiebesluit-12' },
  }),
];

const measured = [
  brought('2025-05-15', 'baseline', 'competency-measurements', {
    ...own,
    roleProfile: '{profile}',
    moment: 'baseline',
    people: 62,
    scores: [
      { key: 'listening', tenths: 58 },
      { key: 'connecting', tenths: 51 },
    ],
  }),
  brought('2025-12-11', 'growth', 'competency-measurements', {
    ...own,
    roleProfile: '{profile}',
    moment: 'end',
    people: 57,
    scores: [
      { key: 'listening', tenths: 69 },
      { key: 'connecting', tenths: 60 },
    ],
  }),
];

const learning = [
  brought('2025-05-19', 'needs', 'needs-analyses', {
    ...own,
    method: 'Enquête en gesprekken',
    byRole: 'organisation-adviser',
  }),
  told('2025-05-27', 'needs', 'needs-findings', {
    needs: [{ key: 'practice', label: 'Oefenen aan eigen werk', priority: 1 }],
  }),
  told('2025-06-26', 'needs', 'fitted-programmes', { summary: 'Twee modules, en intervisie tussendoor.' }),
  ...(
    [
      ['listening', 'Luisteren', '2025-07-01', '2025-09-25', 31],
      ['connecting', 'Verbinden', '2025-10-02', '2025-12-02', 28],
    ] as const
  ).flatMap(([key, title, from, completed, people]) => [
    brought(
      '2025-06-26',
      `module/${key}`,
      'modules',
      { ...own, title, topics: [key], forms: ['skill', 'exercise'], from },
      '12:00',
    ),
    told(completed, `module/${key}`, 'module-completions', { completed: people, participants: 33 }),
  ]),
];

const money = [
  brought('2025-01-23', 'budget', 'budgets', { line: 'learning', source: 'own', amount: 30_000 }),
  told('2025-09-30', 'budget', 'budget-expenses', { amount: 14_000 }),
  told('2025-12-09', 'budget', 'budget-expenses', { amount: 12_500 }),
];

/** A municipality whose role changes, in one year. */
export const changingRoleExample: Example = {
  name: 'changing-role',
  keys: '8c3e5d17-6b42-5f90-a1d8-5b7c9e2f6a04',
  timeline: inOrder(takingPart, role, measured, learning, around, money, afterwards),
  organisations: {},
};
