import type { Step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';
import { all, type Province, provinces, type Team, teams } from '../provinces.ts';

/** Fictitious. Themes, teams, homework, ideas, proposals, the vote, and what was spread and spent. */
const titles: Readonly<Record<Province, string>> = {
  groningen: 'Energie van onderop',
  fryslan: 'Mienskip als vertrekpunt',
  drenthe: 'Het gesprek aan de keukentafel',
  overijssel: 'Noaberschap in beleid',
  flevoland: 'Nieuwe inwoners, nieuwe buren',
  gelderland: 'Boeren en burgers',
  utrecht: 'De stad uit, het landschap in',
  'noord-holland': 'Samen onderweg',
  'zuid-holland': 'Een regio van buurten',
  zeeland: 'Leven met water',
  'noord-brabant': 'Ondernemende dorpen',
  limburg: 'Erfgoed als ontmoeting',
};

const lateGatherers: readonly Province[] = ['utrecht', 'zeeland'];

const gathered = all.map((who) =>
  brought(lateGatherers.includes(who) ? '2025-01-27' : '2025-01-16', `theme/${who}`, 'themes', {
    trajectory: `{${who}}`,
    title: titles[who],
  }),
);

const names = Object.keys(teams) as readonly Team[];
const bringers: readonly Province[] = names.map((team) => teams[team][0]);

const sorted = all.map((who) =>
  bringers.includes(who)
    ? told('2025-01-30', `theme/${who}`, 'theme-choices')
    : told('2025-01-30', `theme/${who}`, 'theme-parkings', { reason: 'Vier thema’s tegelijk is het meeste.' }),
);

const formed = names.map((team) =>
  brought('2025-02-13', `team/${team}`, 'teams', {
    sort: 'theme-team',
    name: `Themateam ${team}`,
    theme: `{theme/${teams[team][0]}}`,
    open: false,
  }),
);

const joined = names.flatMap((team) =>
  teams[team].map((who, index) => ({
    ...told(
      '2025-02-27',
      `team/${team}`,
      'team-joinings',
      { trajectory: `{${who}}`, role: 'strategy-adviser' },
      `11:0${index}`,
    ),
    name: `joined/${team}/${who}`,
  })),
);

const homework = names.map((team) =>
  brought(
    '2025-04-10',
    `homework/${team}`,
    'assignments-given',
    {
      team: `{team/${team}}`,
      title: 'Spreek drie inwoners over het thema',
      sort: 'homework',
      due: '2025-06-12',
    },
    '20:30',
  ),
);

const doneHomework = [
  ...(['energy', 'rural', 'mobility'] as const).map((team) =>
    told('2025-06-05', `homework/${team}`, 'assignment-submissions', { result: 'Drie gesprekken, met verslag.' }),
  ),
  told('2025-06-12', 'homework/energy', 'assignment-discussions', {
    outcome: 'succeeded',
    result: 'Begin bij het verhaal.',
  }),
  told('2025-06-12', 'homework/rural', 'assignment-discussions', {
    outcome: 'partly',
    result: 'Eén gesprek viel uit.',
  }),
  told('2025-06-12', 'homework/mobility', 'assignment-discussions', {
    outcome: 'did-not-succeed',
    result: 'Wie niet reist, komt niet naar een gesprek over reizen.',
  }),
  told('2025-06-12', 'homework/culture', 'assignment-droppings', {
    reason: 'De gesprekken passen niet bij dit thema.',
  }),
];

const withIdea = ['groningen', 'drenthe', 'noord-holland', 'limburg', 'fryslan', 'gelderland'] as const;
const becameProposal: readonly Province[] = ['groningen', 'drenthe', 'limburg'];

const ideas = withIdea.map((who) =>
  brought('2025-06-12', `idea/${who}`, 'ideas', { trajectory: `{${who}}`, title: `Idee: ${titles[who]}` }, '20:40'),
);

const proposals = [
  brought('2025-07-03', 'proposal/groningen', 'proposals', proposal('groningen', 'energy', 'film')),
  brought('2025-07-03', 'proposal/drenthe', 'proposals', proposal('drenthe', 'rural', 'game')),
  brought('2025-07-03', 'proposal/limburg', 'proposals', proposal('limburg', 'culture', 'exhibition')),
];

function proposal(who: Province, team: Team, form: string) {
  return { trajectory: `{${who}}`, team: `{team/${team}}`, title: titles[who], form };
}

const decidedIdeas = withIdea.map((who) =>
  becameProposal.includes(who)
    ? told('2025-07-03', `idea/${who}`, 'idea-proposals', { proposal: `{proposal/${who}}` })
    : told('2025-07-03', `idea/${who}`, 'idea-droppings', { reason: 'Niet haalbaar voor het slot.' }),
);

const outcomes = { groningen: 'adopted', drenthe: 'adopted-with-changes', limburg: 'noted' } as const;

const delivered = (['groningen', 'drenthe', 'limburg'] as const).flatMap((who) => [
  told('2025-09-25', `proposal/${who}`, 'proposal-deliveries', { evidence: { reference: `voorstel-${who}` } }),
  told('2025-10-09', `proposal/${who}`, 'proposal-presentations', {
    where: 'Provinciehuis Utrecht',
    audience: ['executives', 'officials', 'residents'],
    public: true,
  }),
  told('2025-11-06', `proposal/${who}`, 'proposal-decisions', {
    body: 'interprovincial-board',
    outcome: outcomes[who],
  }),
]);

const votes = all
  .filter((who) => who !== 'zeeland')
  .map((who) => ({
    organisation: provinces[who].cbs,
    trajectory: `{${who}}`,
    vote: who === 'flevoland' ? 'against' : who === 'utrecht' ? 'abstained' : 'in-favour',
  }));

const followUp = [
  brought('2025-10-09', 'closing-event', 'closings', {
    title: 'Slotmanifestatie',
    presented: ['Film', 'Spel', 'Tentoonstelling'],
    where: 'Provinciehuis Utrecht',
    audience: ['executives', 'residents'],
  }),
  brought('2025-10-09', 'follow-up', 'follow-ups', { title: 'Tweede ronde', what: 'Nog een jaar, met zes thema’s.' }),
  told('2025-10-09', 'follow-up', 'follow-up-votes', { votes }, '20:30'),
  told('2025-11-06', 'follow-up', 'follow-up-decisions', {
    outcome: 'continued',
    reason: 'Negen van de elf zijn voor.',
  }),
];

const around = [
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
  brought('2025-09-04', 'site-visit', 'site-visits', {
    organisation: provinces.gelderland.cbs,
    title: 'Boeren en burgers in gesprek',
    date: '2025-09-04',
  }),
  told('2025-09-04', 'site-visit', 'site-visits-held', {
    guests: [
      { organisation: provinces.drenthe.cbs, people: 3 },
      { organisation: provinces['noord-brabant'].cbs, people: 4 },
      { organisation: provinces.overijssel.cbs, people: 1 },
    ],
  }),
  brought('2025-11-10', 'product', 'knowledge-products', {
    title: 'Handreiking creatief samenwerken',
    form: 'guide',
    evidence: { reference: 'handreiking-1' },
    items: ['{proposal/groningen}', '{proposal/drenthe}', '{proposal/limburg}'],
  }),
  told('2025-11-12', 'product', 'knowledge-product-publications', { where: 'Kennisbank', level: 'public' }),
  told('2025-11-13', 'product', 'knowledge-product-spreadings', { where: 'Nieuwsbrief', people: 340 }),
];

const money = [
  brought('2025-01-08', 'budget/evenings', 'budgets', { line: 'evenings', source: 'subsidy', amount: 40_000 }),
  brought('2025-01-08', 'budget/follow-up', 'budgets', { line: 'follow-up', source: 'contribution', amount: 20_000 }),
  told('2025-03-03', 'budget/evenings', 'budget-commitments', { amount: 24_000 }),
  told('2025-04-17', 'budget/evenings', 'budget-expenses', { amount: 12_000 }),
  told('2025-06-19', 'budget/evenings', 'budget-expenses', { amount: 11_000 }),
  told('2025-08-28', 'budget/follow-up', 'budget-commitments', { amount: 15_000 }),
  told('2025-10-16', 'budget/follow-up', 'budget-expenses', { amount: 14_500 }),
];

export const working: readonly Step[] = [
  ...gathered,
  ...sorted,
  ...formed,
  ...joined,
  ...homework,
  ...doneHomework,
  ...ideas,
  ...proposals,
  ...decidedIdeas,
  ...delivered,
  ...followUp,
  ...around,
  ...money,
];
