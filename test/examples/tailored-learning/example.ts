import { type Example, inOrder } from '../recorder/example.ts';
import { committed, met, takingPartAlone } from '../recorder/one-organisation.ts';
import { brought, course, told } from '../recorder/telling.ts';
import { afterwards } from './timeline/afterwards.ts';
import { people } from './timeline/people.ts';
import { projectGroup } from './timeline/project-group.ts';

/** Fictitious. The cluster Ruimte of a province learns together, managers and staff alike. */
const gelderland = '25';

const takingPart = [
  ...takingPartAlone({
    template: 'tailored-learning',
    name: 'Leerprogramma van een cluster',
    cbs: gelderland,
    contactRole: 'hr-manager',
    opensOn: '2025-01-06',
    interested: '2025-01-07',
    from: '2025-03-01',
    until: '2026-01-31',
    applied: '2025-01-09',
    intake: '2025-01-14',
    placed: '2025-01-15',
    started: '2025-03-14',
    contacts: ['2025-03-20', '2025-05-15', '2025-07-10', '2025-09-04', '2025-10-30', '2025-12-18'],
  }),
  ...committed('board', '2025-01-21', '2025-03-15', '2025-02-25'),
  // Three weeks late.
  ...committed('managers', '2025-01-21', '2025-03-15', '2025-04-08'),
  ...met({
    name: 'opening',
    kind: 'opening',
    title: 'Startbijeenkomst van het cluster',
    planned: '2025-01-22',
    date: '2025-03-13',
    roles: ['department-head', 'team-leader', 'policy-officer', 'permit-officer'],
  }),
  ...met({
    name: 'session',
    kind: 'session',
    title: 'Leerdag: samen kijken',
    planned: '2025-05-01',
    date: '2025-06-05',
    roles: ['team-leader', 'policy-officer'],
  }),
  ...met({
    name: 'rehearsal',
    kind: 'presentation',
    title: 'Proefpresentatie voor het cluster',
    planned: '2025-10-20',
    date: '2025-11-20',
    roles: ['team-leader', 'policy-officer', 'field-adviser'],
  }),
  ...met({
    name: 'closing',
    kind: 'closing',
    title: 'Openbare presentatie',
    planned: '2025-09-01',
    date: '2025-12-04',
    roles: ['department-head', 'team-leader', 'policy-officer'],
  }),
  course('2026-01-30', 'own', 'completions'),
];

const own = { trajectory: '{own}' } as const;

const modules = (
  [
    ['society', 'Werken met de samenleving', '2025-04-10', '2025-05-15', 24],
    ['leading', 'Leidinggeven aan verandering', '2025-06-05', '2025-07-03', 22],
    ['board', 'Bestuurlijke sensitiviteit', '2025-09-11', '2025-10-16', 25],
  ] as const
).flatMap(([key, title, from, completed, people]) => [
  brought('2025-03-13', `module/${key}`, 'modules', {
    ...own,
    title,
    topics: [key],
    forms: ['theory', 'practice', 'exercise'],
    from,
  }),
  told(from, `module/${key}`, 'module-starts', { participants: 26 }),
  told(completed, `module/${key}`, 'module-completions', { completed: people, participants: 26 }),
  brought(
    completed,
    `evaluation/${key}`,
    'evaluations',
    {
      ...own,
      module: `{module/${key}}`,
      answers: people,
      scores: [{ key: 'useful-at-work', tenths: 78 }],
    },
    '17:00',
  ),
]);

const aroundModules = [
  told('2025-06-12', 'evaluation/society', 'evaluation-follow-ups', { result: 'Meer oefenen, minder uitleg.' }),
  brought(
    '2025-03-13',
    'module/writing',
    'modules',
    { ...own, title: 'Schrijven zonder jargon', topics: ['writing'], forms: ['skill'], from: '2025-09-18' },
    '10:30',
  ),
  told('2025-09-08', 'module/writing', 'module-cancellations', { reason: 'Wie wilde, kan al helder schrijven.' }),
  brought('2025-04-03', 'poll', 'date-polls', {
    network: '{network}',
    title: 'Leerdag voor de zomer',
    dates: ['2025-06-05', '2025-06-19'],
    due: '2025-04-17',
  }),
  told('2025-04-10', 'poll', 'date-poll-cancellations', { reason: 'Het cluster heeft op 5 juni al een vaste dag.' }),
];

const assignments = [
  brought(
    '2025-04-10',
    'assignment/talk',
    'assignments-given',
    {
      ...own,
      module: '{module/society}',
      title: 'Voer een gesprek zonder plan',
      sort: 'practice',
      due: '2025-06-05',
    },
    '16:30',
  ),
  told('2025-06-02', 'assignment/talk', 'assignment-submissions', { result: 'Elf gespreksverslagen.' }),
  told('2025-06-05', 'assignment/talk', 'assignment-discussions', { outcome: 'succeeded', result: 'Stiltes helpen.' }),
  brought(
    '2025-06-05',
    'assignment/letter',
    'assignments-given',
    {
      ...own,
      module: '{module/leading}',
      title: 'Herschrijf een brief met een inwoner',
      sort: 'practice',
      due: '2025-09-04',
    },
    '16:30',
  ),
  told('2025-09-04', 'assignment/letter', 'assignment-discussions', {
    outcome: 'did-not-succeed',
    result: 'Niemand wilde meelezen; een telefoontje werkt beter.',
  }),
];

const project = [
  brought('2025-03-13', 'team', 'teams', {
    ...own,
    sort: 'action-learning',
    name: 'Projectgroep Buitengebied',
    sponsorRole: 'sponsor',
    open: false,
  }),
  told('2025-03-13', 'team', 'team-questions', { what: 'Hoe betrekken wij wie er woont vóórdat wij tekenen?' }),
  told('2025-05-08', 'team', 'team-reflections', { what: 'Wij zijn snel met oplossingen.' }),
  told('2025-10-09', 'team', 'team-reflections', { what: 'Wij stellen nu vaker een vraag terug.' }),
  brought(
    '2025-06-05',
    'proposal',
    'proposals',
    {
      ...own,
      team: '{team}',
      title: 'Eerst langs, dan tekenen',
      form: 'presentation',
    },
    '12:00',
  ),
  told('2025-11-20', 'proposal', 'proposal-deliveries', { evidence: { reference: 'werkwijze-buitengebied-1' } }),
  told(
    '2025-12-04',
    'proposal',
    'proposal-presentations',
    {
      where: 'Huis der Provincie',
      audience: ['board', 'residents'],
      public: true,
    },
    '17:00',
  ),
  told('2026-01-15', 'proposal', 'proposal-decisions', { body: 'board', outcome: 'adopted' }),
  brought(
    '2025-06-05',
    'proposal/map',
    'proposals',
    { ...own, title: 'Een kaart van verhalen', form: 'other' },
    '12:10',
  ),
  told('2025-09-25', 'proposal/map', 'proposal-withdrawals', { reason: 'Inwoners willen niet op een kaart.' }),
];

const growth = [
  brought('2025-02-10', 'outcome', 'outcomes-intended', {
    ...own,
    title: 'Inwoners worden eerder betrokken',
    side: 'resident',
    indicators: [{ key: 'heard-early', label: 'Plannen met een gesprek vooraf', unit: 'percent', target: 60 }],
  }),
  told('2025-02-12', 'outcome', 'outcome-measurements', { indicator: 'heard-early', moment: 'baseline', value: 25 }),
  told('2026-01-20', 'outcome', 'outcome-measurements', { indicator: 'heard-early', moment: 'end', value: 55 }),
  brought('2025-07-10', 'reach/managers', 'reach-counts', { ...own, level: 'managers', reached: 9, of: 14 }),
  brought('2025-07-10', 'reach/staff', 'reach-counts', { ...own, level: 'staff', reached: 60, of: 126 }, '10:10'),
  told('2026-01-22', 'reach/managers', 'reach-recounts', { reached: 12, of: 14 }),
  brought('2025-05-22', 'informal', 'informal-learning', {
    ...own,
    title: 'Lunch met de buren',
    people: 18,
    what: 'Een middag op het erf.',
  }),
];

const money = [
  brought('2025-01-17', 'budget', 'budgets', { line: 'modules', source: 'own', amount: 90_000 }),
  told('2025-02-27', 'budget', 'budget-commitments', { amount: 84_000 }),
  told('2025-07-17', 'budget', 'budget-expenses', { amount: 50_000 }),
  told('2025-11-27', 'budget', 'budget-changes', { amount: 95_000, reason: 'Een extra dag.' }),
  told('2025-12-11', 'budget', 'budget-expenses', { amount: 41_000 }),
  told('2026-02-12', 'budget', 'budget-closings', { reason: 'Alles is betaald.' }),
];

/** A cluster of a province, in one year; the other files under `timeline/` tell of its people and of what came after. */
export const tailoredLearningExample: Example = {
  name: 'tailored-learning',
  keys: '2f0b7c64-9a53-5c1e-8d27-3e6f1b9d4c03',
  timeline: inOrder(
    takingPart,
    people,
    projectGroup,
    modules,
    aroundModules,
    assignments,
    project,
    growth,
    money,
    afterwards,
  ),
  organisations: {},
};
