import { type Example, inOrder } from '../recorder/example.ts';
import { committed, met, takingPartAlone } from '../recorder/one-organisation.ts';
import { brought, told } from '../recorder/telling.ts';
import { around } from './timeline/around.ts';
import { outcomes } from './timeline/outcomes.ts';

/** Fictitious. A province changes as a whole: a dream, groups that improve, leadership, reach, and experiments. */
const overijssel = '23';

const takingPart = [
  ...takingPartAlone({
    template: 'digital-transformation',
    name: 'Een provincie wordt digitaal',
    cbs: overijssel,
    contactRole: 'programme-manager',
    opensOn: '2025-01-06',
    interested: '2025-01-06',
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
  ...met({ name: 'steering', kind: 'steering-group', title: 'Stuurgroep', planned: '2025-02-01', date: '2025-03-20' }),
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
  brought(
    '2025-01-22',
    'vision/former',
    'visions',
    { ...own, title: 'Alles online', version: 1, what: 'De visie van tien jaar geleden, om naast te leggen.' },
    '10:10',
  ),
  told('2025-03-13', 'vision/former', 'vision-endings', { reason: 'Alles online bleek niet dichtbij.' }, '11:10'),
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
      ['2025-04-08', 1, 'plan'],
      ['2025-05-13', 1, 'do'],
      ['2025-06-17', 1, 'check'],
      ['2025-07-08', 1, 'act'],
      ['2025-08-26', 2, 'plan'],
      ['2025-09-16', 2, 'do'],
      ['2025-10-14', 2, 'check'],
      ['2025-11-04', 2, 'act'],
    ] as const
  ).map(([day, round, phase]) => told(day, 'team/forms', 'team-rounds', { round, phase })),
  ...(['team-leader', 'service-officer', 'information-adviser'] as const).map((role, index) => ({
    ...told('2025-04-01', 'team/forms', 'team-joinings', { role, organisation: overijssel }, `11:0${index}`),
    name: `joined/forms/${role}`,
  })),
  told('2025-07-08', 'team/forms', 'team-ambassadors', { role: 'service-officer', organisation: overijssel }, '12:10'),
  told('2025-10-21', 'team/forms', 'team-leavings', { role: 'information-adviser', organisation: overijssel }),
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
  ] as const
).map(([level, day, reached, of], index) =>
  brought(day, `reach/${level}`, 'reach-counts', { ...own, level, reached, of }, `10:0${index}`),
);

/** Staff is counted by department: together they are all 820. */
const departments = (
  [
    ['services', 'Afdeling Dienstverlening', 270, 420],
    ['space', 'Afdeling Ruimte en Economie', 140, 400],
  ] as const
).flatMap(([key, name, reached, of], index) => [
  brought(
    '2025-01-22',
    `unit/${key}`,
    'units',
    { organisation: overijssel, name, sort: 'department', headcount: of },
    `10:2${index}`,
  ),
  brought(
    '2025-10-07',
    `reach/staff/${key}`,
    'reach-counts',
    { ...own, level: 'staff', unit: `{unit/${key}}`, reached, of },
    `10:1${index}`,
  ),
]);

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
  told('2025-09-25', 'experiment/chat', 'experiment-extensions', {
    until: '2025-10-31',
    reason: 'Ook een maand met veel aanvragen meemaken.',
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
  timeline: inOrder(takingPart, dream, groups, leadership, reach, departments, experiments, around, money, outcomes),
  organisations: {},
};
