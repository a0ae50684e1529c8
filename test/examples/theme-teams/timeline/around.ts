import { type Step, step } from '../../recorder/step.ts';
import { brought, course, told } from '../../recorder/telling.ts';
import { provinces } from '../provinces.ts';

/** Fictitious. Admission, dates and agendas, local change and support, and what other organisations ask for. */
const expert = '3e8a5d16-7c2b-4f90-8a41-5b9d7e1c2f06';

const admission = [
  brought('2025-01-08', 'rule', 'admission-rules', {
    network: '{network}',
    criteria: [{ key: 'own-theme', label: 'Een eigen thema' }],
    mandateRole: 'steering-group',
  }),
  brought('2025-01-18', 'assessment', 'assessments', {
    trajectory: '{zeeland}',
    rule: '{rule}',
    byRole: 'lead',
    outcomes: [{ criterion: 'own-theme', met: true }],
    advice: 'admit',
    reason: 'Het thema is van henzelf.',
  }),
];

const evening = [
  brought('2025-02-03', 'poll', 'date-polls', {
    network: '{network}',
    title: 'Eerste creatieve avond',
    dates: ['2025-04-03', '2025-04-10'],
    due: '2025-02-14',
  }),
  told('2025-02-06', 'poll', 'date-poll-answers', {
    trajectory: '{drenthe}',
    role: 'strategy-adviser',
    possible: ['2025-04-10'],
  }),
  told('2025-02-17', 'poll', 'date-poll-settlements', { date: '2025-04-10' }),
  brought('2025-04-01', 'point', 'agenda-points', {
    meeting: '{evening-1}',
    trajectory: '{drenthe}',
    title: 'Het gesprek aan de keukentafel',
    method: 'world-cafe',
    minutes: 60,
  }),
  told('2025-04-10', 'point', 'agenda-point-treatments', { result: 'Begin met eten.' }, '21:00'),
  brought('2025-06-12', 'insight', 'insights', {
    meeting: '{evening-2}',
    sort: 'lesson',
    text: 'Wie niet reist, praat niet over reizen.',
  }),
  told('2025-10-09', 'insight', 'insight-confirmations'),
];

const atHome = [
  brought('2025-02-20', 'change', 'local-changes', {
    trajectory: '{groningen}',
    name: 'Dorpen aan het roer',
    stage: 'idea',
    ownerRole: 'programme-manager',
  }),
  told('2025-09-11', 'change', 'local-change-stages', { stage: 'under-way', what: 'Vier dorpen zijn begonnen.' }),
  ...(['groningen', 'fryslan'] as const).map((who) => ({
    ...course('2025-02-20', who, 'questions', {
      category: 'energy-transition',
      text: 'Hoe blijft de opbrengst in het dorp?',
      tags: ['villages'],
    }),
    gives: `question/${who}`,
  })),
  brought('2025-03-04', 'lineage', 'lineages', {
    trajectory: '{fryslan}',
    question: '{question/fryslan}',
    sameAs: '{question/groningen}',
    reason: 'Woord voor woord dezelfde vraag.',
  }),
  {
    ...course('2025-03-03', 'groningen', 'support-requests', { request: 'Begeleiding van de dorpen.' }),
    gives: 'support',
  },
  step('2025-03-06T09:00Z', 'support-matched', '/trajectories/{groningen}/support-requests/{support}/matches', {
    expert,
    plannedMinutes: 600,
    occurredOn: '2025-03-06',
  }),
  brought('2025-05-20', 'hours', 'support-hours', {
    trajectory: '{groningen}',
    support: '{support}',
    expert,
    minutes: 240,
  }),
  told('2025-05-27', 'hours', 'support-hours-approvals', { byRole: 'lead' }),
];

/** Two municipalities want to take part too; it is not enough for a network. */
const demand = [
  brought('2025-09-01', 'demand/assen', 'demand-shown', {
    organisation: '0106',
    region: 'Gemeenten',
    contactRole: 'policy-officer',
    strength: 'interest',
  }),
  told('2025-09-15', 'demand/assen', 'demand-strengthenings'),
  brought('2025-09-08', 'demand/zwolle', 'demand-shown', {
    organisation: '0193',
    region: 'Gemeenten',
    contactRole: 'policy-officer',
    strength: 'interest',
  }),
  told('2025-10-20', 'demand/zwolle', 'demand-withdrawals', { reason: 'Volgend jaar liever.' }),
  brought('2025-11-07', 'next-network', 'opening-proposals', {
    region: 'Gemeenten',
    organisations: ['0106'],
    minimum: 8,
    target: 10,
  }),
  told('2025-11-14', 'next-network', 'opening-proposal-refusals', {
    byRole: 'lead',
    reason: 'Te weinig aanmeldingen.',
  }),
];

const ofAnyKind = [
  told('2025-02-21', 'note', 'links', { items: ['{risk}'] }, '12:00'),
  told('2025-03-03', 'risk', 'transfers', { role: 'lead', organisation: provinces.utrecht.cbs }),
  told('2025-11-12', 'product', 'publication-levels', { level: 'public' }, '12:00'),
];

export const around: readonly Step[] = [...admission, ...evening, ...atHome, ...demand, ...ofAnyKind];
