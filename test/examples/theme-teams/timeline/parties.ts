import { type Step, step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';
import { provinces } from '../provinces.ts';

/** Fictitious. Who plays which role: two leads, employed by different provinces, and what some of them contribute. */
const roles = [
  ['client', 'noord-brabant', 'client'],
  ['lead', 'utrecht', 'lead'],
  ['second-lead', 'groningen', 'lead'],
  ['expert', 'overijssel', 'expert'],
  ['portfolio-holder', 'flevoland', 'portfolio-holder'],
] as const;

const mandate = {
  reference: 'opdrachtbrief-2025-1',
  sha256: '9f2c1b7a4d3e8f60512a7c9b0e4d6f813a5c7e9d1b3f5a7096c8e2d4b6f81a35',
};

const parties = roles.map(([name, who, role], index) =>
  brought(
    '2025-01-07',
    `party/${name}`,
    'parties',
    {
      organisation: provinces[who].cbs,
      network: '{network}',
      role,
    },
    `10:0${index}`,
  ),
);

/** Neither a municipality nor a province: it is added to the register before it is named, and goes on under another name. */
const bureau = { kind: 'supplier', name: 'Bureau Samen Verder (fictief)', validFrom: '2015-01-01' } as const;

const contractor = [
  step('2025-01-07T09:50Z', 'contractor', '/organisations', bureau, { gives: 'contractor' }),
  brought(
    '2025-01-07',
    'party/contractor',
    'parties',
    { organisation: '{contractor}', network: '{network}', role: 'contractor', mandate },
    '10:10',
  ),
  step('2025-07-01T09:50Z', 'contractor/renamed', '/organisations/{contractor}/changes', {
    ...bureau,
    name: 'Coöperatie Samen Verder (fictief)',
  }),
];

const contributions = [
  brought('2025-02-27', 'contribution/case', 'contributions', {
    trajectory: '{drenthe}',
    sort: 'case',
    role: 'strategy-adviser',
    due: '2025-04-10',
    what: 'Het gesprek aan de keukentafel.',
  }),
  told('2025-04-10', 'contribution/case', 'contribution-deliveries', {}, '21:05'),
  brought('2025-07-10', 'contribution/host', 'contributions', {
    trajectory: '{gelderland}',
    sort: 'host',
    role: 'strategy-adviser',
    due: '2025-09-04',
    what: 'Een dag op het erf.',
  }),
  told('2025-09-04', 'contribution/host', 'contribution-deliveries', {}, '16:00'),
];

export const partySteps: readonly Step[] = [...parties, ...contractor, ...contributions];
