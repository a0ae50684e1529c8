import { type Step, step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';
import { experts } from './support.ts';

/** Fictitious. What stands around the participation: advice on places, the learning group's own life, hours, an election. */
const network = { network: '{network}' } as const;

/** Held against what was agreed on, the day before the places are given. */
const assessed = [
  brought('2025-07-07', 'assessment/hoogeveen', 'assessments', {
    ...network,
    trajectory: '{hoogeveen}',
    byRole: 'lead',
    outcomes: [
      { criterion: 'question-fits', met: true },
      { criterion: 'council-stands-behind', met: false },
    ],
    advice: 'admit-with-reservation',
    reason: 'De raad wil deelname eerst bespreken.',
  }),
  brought(
    '2025-07-07',
    'assessment/coevorden',
    'assessments',
    {
      ...network,
      trajectory: '{coevorden}',
      byRole: 'lead',
      outcomes: [{ criterion: 'question-fits', met: true }],
      advice: 'wait',
      reason: 'Aangemeld na de eerste tien.',
    },
    '10:10',
  ),
];

/** What the product decided the composition of has a life of its own: a goal, and who comes and goes in which role. */
const learningGroup = [
  brought('2025-09-04', 'team/learning', 'teams', {
    ...network,
    group: '{group}',
    sort: 'learning',
    name: 'Leergroep Noord',
    open: false,
  }),
  told('2025-09-25', 'team/learning', 'team-goals', {
    goal: 'Elke gemeente neemt een werkwijze van een ander over',
    due: '2026-09-17',
  }),
  {
    ...told(
      '2025-09-25',
      'team/learning',
      'team-joinings',
      { trajectory: '{leeuwarden}', role: 'programme-manager' },
      '15:30',
    ),
    name: 'joined/learning/leeuwarden',
  },
  {
    ...told(
      '2025-09-25',
      'team/learning',
      'team-joinings',
      { trajectory: '{heerenveen}', role: 'hr-manager' },
      '15:31',
    ),
    name: 'joined/learning/heerenveen',
  },
  told('2026-02-10', 'team/learning', 'team-leavings', { trajectory: '{heerenveen}', role: 'hr-manager' }, '15:00'),
  told(
    '2026-02-19',
    'team/learning',
    'team-joinings',
    { trajectory: '{veendam}', role: 'municipal-secretary' },
    '11:10',
  ),
  told(
    '2026-09-17',
    'team/learning',
    'team-goals-reached',
    { goal: 'Elke gemeente neemt een werkwijze van een ander over' },
    '16:20',
  ),
  told(
    '2026-09-24',
    'team/learning',
    'team-endings',
    { result: 'De tien bellen elkaar ook zonder programma.' },
    '16:20',
  ),
];

const sameQuestion = brought('2025-10-02', 'lineage', 'lineages', {
  trajectory: '{emmen}',
  question: '{question/emmen/residents-initiatives}',
  sameAs: '{question/groningen/residents-initiatives}',
  reason: 'Beide gaan over ruimte maken vóórdat er een plan is.',
});

const hours = [
  brought('2026-05-13', 'hours', 'support-hours', {
    trajectory: '{smallingerland}',
    support: '{support/smallingerland}',
    expert: experts.b,
    minutes: 150,
  }),
  told('2026-05-19', 'hours', 'support-hours-changes', { minutes: 120, reason: 'De reistijd telt niet mee.' }),
  told('2026-05-20', 'hours', 'support-hours-approvals', { byRole: 'lead' }),
];

/** It stays open: Leeuwarden has not confirmed. */
const election = [
  step(
    '2026-03-19T08:50Z',
    'election',
    '/programmes/{programme}/external-events',
    { ...network, cause: 'election', title: 'Gemeenteraadsverkiezingen', occurredOn: '2026-03-18' },
    { gives: 'election' },
  ),
  step('2026-03-19T08:55Z', 'election/questions', '/dossier-items/{election}/external-event-questions', {
    what: 'Het commitment van de drie raden die van samenstelling wisselen.',
    layers: ['council'],
    trajectories: ['{groningen}', '{leeuwarden}', '{assen}'],
    occurredOn: '2026-03-18',
  }),
];

const region = 'Groningen, Fryslân en Drenthe';

/** Two more would like to take part; the network is full. */
const demand = [
  brought('2026-06-15', 'demand/westerkwartier', 'demand-shown', {
    organisation: '1969',
    region,
    contactRole: 'policy-officer',
    strength: 'interest',
  }),
  told('2026-07-06', 'demand/westerkwartier', 'demand-strengthenings'),
  brought('2026-09-01', 'demand/het-hogeland', 'demand-shown', {
    organisation: '1966',
    region,
    contactRole: 'policy-officer',
    strength: 'interest',
  }),
];

export const aroundSteps: readonly Step[] = [
  ...assessed,
  ...learningGroup,
  sameQuestion,
  ...hours,
  ...election,
  ...demand,
];
