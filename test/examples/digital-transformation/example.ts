import { type Example, inOrder } from '../recorder/example.ts';
import { committed, met, takingPartAlone } from '../recorder/one-organisation.ts';
import { brought, course, told } from '../recorder/telling.ts';

/** Fictitious. A province changes as a whole: a dream, groups that improve, leadership, reach, and experiments. */
const overijssel = '23';
const drenthe = '22';

const takingPart = [
  ...takingPartAlone({
    template: 'digital-transformation',
    name: 'Een provincie wordt digitaal',
    cbs: overijssel,
    contactRole: 'programme-manager',
    opensOn: '2025-01-06',
    from: '2025-01-20',
    until: '2025-12-19',
    applied: '2025-01-07',
    intake: '2025-01-13',
    placed: '2025-01-14',
    started: '2025-01-20',
    contacts: ['2025-02-11', '2025-04-22', '2025-07-01', '2025-09-09', '2025-11-18'],
  }),
  ...committed('board', '2025-01-21', '2025-03-01', '2025-02-18'),
  ...committed('clusters', '2025-01-21', '2025-03-01', '2025-03-18'),
  ...met('steering', 'steering-group', 'Stuurgroep', '2025-02-01', '2025-03-20'),
  course('2025-12-18', 'own', 'completions'),
];

const own = { trajectory: '{own}' } as const;

const dream = [
  brought('2025-01-22', 'vision', 'visions', {
    ...own,
    title: 'Digitaal dichtbij',
    version: 1,
    what: 'Een inwoner hoeft niets twee keer te vertellen.',
  }),
  told('2025-02-20', 'vision', 'vision-revisions', { version: 2, what: 'En kan altijd iemand spreken.' }),
  told('2025-03-13', 'vision', 'vision-adoptions', { version: 2, evidence: { reference: 'directiebesluit-7' } }),
];

const groups = [
  brought('2025-03-25', 'team/forms', 'teams', {
    ...own,
    sort: 'improvement',
    name: 'Verbetergroep formulieren',
    open: false,
  }),
  brought('2025-04-29', 'team/data', 'teams', { ...own, sort: 'interest', name: 'Interessegroep data', open: true }),
  ...(
    [
      ['2025-04-08', 'plan'],
      ['2025-05-13', 'do'],
      ['2025-06-17', 'check'],
      ['2025-07-08', 'act'],
    ] as const
  ).map(([day, phase]) => told(day, 'team/forms', 'team-rounds', { round: 1, phase })),
  told('2025-05-06', 'team/data', 'team-joinings', { role: 'policy-officer', organisation: overijssel }),
  told('2025-09-16', 'team/data', 'team-leavings', { role: 'policy-officer', organisation: overijssel }),
  told('2025-04-08', 'team/forms', 'team-goals', { goal: 'Vier formulieren minder', due: '2025-07-31' }),
  told('2025-07-08', 'team/forms', 'team-goals-reached', { goal: 'Vier formulieren minder' }, '12:00'),
];

const leadership = [
  brought('2025-04-01', 'module', 'modules', {
    ...own,
    title: 'Digitaal leiderschap',
    track: 'leadership',
    topics: ['digital-leadership'],
    forms: ['knowledge', 'skill'],
    from: '2025-05-06',
  }),
  told('2025-05-06', 'module', 'module-starts', { participants: 20 }),
  // More than a month late.
  told('2025-09-23', 'module', 'module-completions', { completed: 17, participants: 20 }),
];

const reach = (
  [
    ['managers', '2025-06-24', 18, 24],
    ['team-leaders', '2025-06-24', 30, 60],
    ['staff', '2025-10-07', 410, 820],
  ] as const
).map(([level, day, reached, of], index) =>
  brought(day, `reach/${level}`, 'reach-counts', { ...own, level, reached, of }, `10:0${index}`),
);

const experiments = [
  brought('2025-05-20', 'experiment/chat', 'experiments', {
    ...own,
    team: '{team/forms}',
    title: 'Meekijken op afstand',
    until: '2025-09-30',
    what: 'Een medewerker kijkt mee op het scherm van de inwoner.',
  }),
  told('2025-07-15', 'experiment/chat', 'experiment-observations', {
    what: 'De helft van de vragen is in één keer klaar.',
  }),
  told('2025-10-14', 'experiment/chat', 'experiment-scalings', {
    to: 'Alle loketten',
    reason: 'Het werkt en het scheelt tijd.',
  }),
  brought('2025-06-10', 'experiment/bot', 'experiments', {
    ...own,
    title: 'Vragen aan een robot',
    what: 'Een robot beantwoordt vragen.',
  }),
  told('2025-09-02', 'experiment/bot', 'experiment-stops', { reason: 'Inwoners willen een mens; dat is geleerd.' }),
];

const around = [
  brought('2025-09-30', 'pool/member', 'pool-members', {
    organisation: overijssel,
    person: '7d1f0c52-3b8e-4a64-9c15-2e6b8d4f9a05',
    expertise: ['facilitation'],
    minutesPerMonth: 480,
  }),
  brought('2025-10-02', 'pool/request', 'pool-requests', {
    organisation: drenthe,
    expertise: 'facilitation',
    minutes: 360,
    what: 'Een verbetergroep begeleiden.',
  }),
  told('2025-10-09', 'pool/request', 'pool-request-matches', {
    items: ['{pool/member}'],
    person: '7d1f0c52-3b8e-4a64-9c15-2e6b8d4f9a05',
    minutes: 360,
  }),
  told('2025-10-23', 'pool/request', 'pool-request-hours', { minutes: 180 }),
  told('2025-11-06', 'pool/request', 'pool-request-hours', { minutes: 150 }),
  told('2025-11-13', 'pool/request', 'pool-request-completions', { result: 'De groep kan zelf verder.' }),
  brought('2025-02-04', 'contribution', 'contributions', {
    ...own,
    sort: 'hours',
    role: 'programme-manager',
    amount: 200,
    due: '2025-11-30',
    what: 'Tijd van de informatieadviseurs.',
  }),
  told('2025-06-30', 'contribution', 'contribution-partial-deliveries', { amount: 90 }),
  told('2025-11-25', 'contribution', 'contribution-deliveries', { amount: 110 }),
];

const money = [
  brought('2025-01-15', 'budget/improvement', 'budgets', { line: 'improvement', source: 'own', amount: 60_000 }),
  brought(
    '2025-01-15',
    'budget/leadership',
    'budgets',
    { line: 'leadership', source: 'subsidy', amount: 45_000 },
    '10:10',
  ),
  told('2025-05-08', 'budget/leadership', 'budget-commitments', { amount: 40_000 }),
  told('2025-09-25', 'budget/leadership', 'budget-expenses', { amount: 40_000 }),
  told('2025-07-10', 'budget/improvement', 'budget-expenses', { amount: 22_000 }),
];

/** A province that changes as a whole, in one year. */
export const digitalTransformationExample: Example = {
  name: 'digital-transformation',
  keys: '4a9d2b80-1e65-5d3c-b7f6-8c0e3a5d7b05',
  timeline: inOrder(takingPart, dream, groups, leadership, reach, experiments, around, money),
  organisations: {},
};
