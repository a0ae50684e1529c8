import type { Step } from '../../recorder/step.ts';
import { succeededBy } from '../../recorder/successor.ts';
import { brought, corrected, recordedOnlyAt, retracted, told } from '../../recorder/telling.ts';
import { all, type Province, provinces, type Team, titles } from '../provinces.ts';

/** Fictitious. Ideas, proposals, the vote, and what was spread and spent. */
const withIdea = ['groningen', 'drenthe', 'noord-holland', 'limburg', 'fryslan', 'gelderland'] as const;
const becameProposal: readonly Province[] = ['groningen', 'drenthe', 'limburg'];

/** That of Limburg had stayed in somebody's notebook: it is recorded twenty days after the evening. */
const ideas = withIdea.map((who) => {
  const fields = { trajectory: `{${who}}`, title: `Idee: ${titles[who]}` };
  const raised = brought('2025-06-12', `idea/${who}`, 'ideas', fields, '20:40');
  return who === 'limburg' ? recordedOnlyAt('2025-07-02T10:00Z', raised) : raised;
});

const developed = (['groningen', 'drenthe'] as const).map((who) =>
  told('2025-06-26', `idea/${who}`, 'idea-developments', { what: 'Met een maker doorgesproken.' }),
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

/** Of the film of Groningen the file itself is kept, with its hash. */
const filmHash = '7e21b0c4d95f3a681e0c7b2d4f9a6853b1e7c0d2f4a69857c3b1e0d2f7a48c96';

const outcomes = { groningen: 'adopted', drenthe: 'adopted-with-changes', limburg: 'noted' } as const;

const delivered = (['groningen', 'drenthe', 'limburg'] as const).flatMap((who) => [
  told('2025-09-25', `proposal/${who}`, 'proposal-deliveries', {
    evidence: { reference: `voorstel-${who}`, ...(who === 'groningen' && { sha256: filmHash }) },
  }),
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
  ...succeededBy({
    name: 'Themateams, tweede ronde',
    client: provinces['noord-brabant'].cbs,
    template: 'theme-teams',
    opensOn: '2025-11-17',
    from: '2026-02-02',
    until: '2026-11-27',
  }),
];

const shown = [
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
    evidence: {
      reference: 'handreiking-1',
      sha256: 'd80c3f1e6b9a2745c0e1f7d3b5a98264e7c1d0f3b2a5968741c0e9d3f6b7a285',
    },
    items: ['{proposal/groningen}', '{proposal/drenthe}', '{proposal/limburg}'],
  }),
  told('2025-11-12', 'product', 'knowledge-product-publications', { where: 'Kennisbank', level: 'public' }),
  told('2025-11-13', 'product', 'knowledge-product-spreadings', { where: 'Nieuwsbrief', people: 340 }),
  brought('2025-06-19', 'product/cards', 'knowledge-products', {
    title: 'Gesprekskaarten',
    form: 'game',
    evidence: { reference: 'gesprekskaarten-0' },
  }),
  told('2025-09-11', 'product/cards', 'knowledge-product-withdrawals', { reason: 'Opgegaan in het spel van Drenthe.' }),
  brought(
    '2025-09-04',
    'site-visit/water',
    'site-visits',
    { organisation: provinces.zeeland.cbs, title: 'Leven met water', date: '2025-10-30' },
    '10:30',
  ),
  told('2025-10-20', 'site-visit/water', 'site-visit-cancellations', { reason: 'Zeeland is gestopt.' }, '12:00'),
];

/** As it was read from the invoice at first. */
const mistyped = told('2025-06-19', 'budget/evenings', 'budget-expenses', { amount: 17_000 });
/** Paid by somebody else after all. */
const notPaid = told('2025-09-18', 'budget/follow-up', 'budget-expenses', { amount: 900 });

const money = [
  brought('2025-01-08', 'budget/evenings', 'budgets', {
    network: '{network}',
    line: 'evenings',
    source: 'subsidy',
    amount: 40_000,
  }),
  brought('2025-01-08', 'budget/follow-up', 'budgets', { line: 'follow-up', source: 'contribution', amount: 20_000 }),
  told('2025-03-03', 'budget/evenings', 'budget-commitments', { amount: 24_000 }),
  told('2025-04-17', 'budget/evenings', 'budget-expenses', { amount: 12_000 }),
  mistyped,
  corrected('2025-06-26', mistyped, { amount: 11_000 }, 'De factuur was van elfduizend euro.'),
  notPaid,
  retracted('2025-09-25', notPaid, 'De bus naar Gelderland is door Drenthe betaald.'),
  told('2025-08-28', 'budget/follow-up', 'budget-commitments', { amount: 15_000 }),
  told('2025-10-16', 'budget/follow-up', 'budget-expenses', { amount: 14_500 }),
];

export const results: readonly Step[] = [
  ...ideas,
  ...developed,
  ...proposals,
  ...decidedIdeas,
  ...delivered,
  ...followUp,
  ...shown,
  ...money,
];
