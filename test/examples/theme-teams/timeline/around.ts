import { type Step, step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';
import { provinces } from '../provinces.ts';

/** Fictitious. Admission, dates and agendas, doubt in Zeeland, and what other organisations ask for. */
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
    outcomes: [
      { criterion: 'own-theme', met: true },
      { criterion: 'board-stands-behind', met: false },
    ],
    advice: 'admit-with-reservation',
    reason: 'Het thema is van henzelf; van de directie is niets gehoord.',
  }),
];

const ruleAndAdvice = [
  told('2025-01-15', 'rule', 'admission-rule-changes', {
    network: '{network}',
    criteria: [
      { key: 'own-theme', label: 'Een eigen thema' },
      { key: 'board-stands-behind', label: 'De directie staat erachter' },
    ],
    mandateRole: 'steering-group',
    reason: 'Zonder de directie komt een team niet vooruit.',
  }),
  told('2025-01-19', 'assessment', 'assessment-revisions', {
    advice: 'admit',
    reason: 'De directie belde: zij staat erachter.',
  }),
  told('2025-01-31', 'rule', 'admission-rule-endings', { reason: 'Alle plaatsen zijn gegeven.' }),
];

/** Everyone was invited before the date poll was settled, and hears of the new day two days later. */
const invitations = [
  brought(
    '2025-02-06',
    'invitation',
    'invitations',
    { meeting: '{evening-1}', date: '2025-04-03', by: 'mail' },
    '12:00',
  ),
  told('2025-02-19', 'invitation', 'invitation-renewals', {
    date: '2025-04-10',
    reason: 'De meesten konden op de 10e.',
  }),
  told('2025-03-03', 'invitation', 'invitation-answers', { trajectory: '{drenthe}', answer: 'comes', people: 3 }),
  brought('2025-06-02', 'invitation/limburg', 'invitations', {
    meeting: '{evening-2}',
    date: '2025-06-12',
    trajectories: ['{limburg}'],
    by: 'phone',
  }),
  told('2025-06-04', 'invitation/limburg', 'invitation-withdrawals', { reason: 'Limburg had de brief al.' }),
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
  step('2025-02-17T11:10Z', 'agreed/evening-1', '/meetings/{evening-1}/agreements', {
    date: '2025-04-10',
    occurredOn: '2025-02-17',
  }),
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
  brought(
    '2025-04-10',
    'insight/early',
    'insights',
    { meeting: '{evening-1}', sort: 'insight', text: 'Een avond is te kort om te beginnen.' },
    '21:10',
  ),
  told('2025-06-12', 'insight/early', 'insight-endings', { reason: 'De tweede avond begon waar de eerste ophield.' }),
  brought(
    '2025-06-03',
    'point/music',
    'agenda-points',
    { meeting: '{evening-2}', title: 'Muziek bij het eten', minutes: 15 },
    '10:10',
  ),
  told('2025-06-12', 'point/music', 'agenda-point-droppings', { reason: 'Er was geen tijd over.' }, '21:00'),
];

const doubt = [
  brought('2025-02-20', 'note', 'notes', { text: 'Zeeland belde: de directie twijfelt.', trajectory: '{zeeland}' }),
  brought('2025-02-21', 'risk', 'risks', {
    trajectory: '{zeeland}',
    sort: 'signal',
    title: 'Draagvlak in Zeeland',
    severity: 'medium',
    what: 'De directie twijfelt over deelname.',
  }),
  told('2025-02-21', 'note', 'note-turnings', { into: 'risk', subject: 'item:{risk}' }),
  told('2025-02-25', 'risk', 'risk-assessments', { severity: 'high', reason: 'De directie heeft geweigerd.' }),
  told('2025-10-20', 'risk', 'risk-closings', { result: 'Zeeland is gestopt.' }),
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

/** How provinces apply by themselves, and who gets a page of their own. */
const bySelves = [
  brought('2025-01-08', 'form', 'application-forms', {
    network: '{network}',
    until: '2025-01-31',
    text: 'Voor provincies die een jaar lang met elf andere aan een thema willen werken.',
  }),
  told('2025-01-20', 'form', 'application-form-closings', { reason: 'Twaalf provincies hebben zich aangemeld.' }),
  ...(['drenthe', 'zeeland'] as const).flatMap((who) => [
    brought('2025-02-04', `access/${who}`, 'participation-accesses', {
      trajectory: `{${who}}`,
      role: 'strategy-adviser',
      until: '2025-11-28',
    }),
    told('2025-02-04', `access/${who}`, 'participation-links-sent', { by: 'mail' }),
  ]),
  told('2025-10-20', 'access/zeeland', 'participation-access-revocations', { reason: 'Zeeland is gestopt.' }),
];

export const around: readonly Step[] = [
  ...admission,
  ...ruleAndAdvice,
  ...invitations,
  ...evening,
  ...doubt,
  ...demand,
  ...ofAnyKind,
  ...bySelves,
];
