import { type Step, step } from '../../recorder/step.ts';
import { brought, course, told } from '../../recorder/telling.ts';

/** Fictitious. Units, who plays which role, and what goes along when a contact is succeeded in another role. */
const gelderland = '25';
const own = { trajectory: '{own}' } as const;

const units = [
  brought('2025-01-16', 'unit/cluster', 'units', {
    organisation: gelderland,
    name: 'Cluster Ruimte',
    sort: 'cluster',
    headcount: 140,
  }),
  brought(
    '2025-01-16',
    'unit/permits',
    'units',
    { organisation: gelderland, name: 'Team Vergunningen', sort: 'team', headcount: 22, partOf: '{unit/cluster}' },
    '10:05',
  ),
  told('2025-09-01', 'unit/permits', 'unit-dissolutions', { reason: 'De vergunningen gaan naar de omgevingsdienst.' }),
  told('2025-09-01', 'unit/cluster', 'unit-counts', { headcount: 118 }),
  told('2025-09-01', 'unit/cluster', 'unit-names', { name: 'Cluster Ruimte en Water' }),
];

const parties = [
  brought('2025-01-16', 'party/sponsor', 'parties', { ...own, role: 'sponsor', organisation: gelderland }, '10:10'),
  brought('2025-01-16', 'party/facilitator', 'parties', { ...own, role: 'facilitator' }, '10:20'),
  brought('2025-01-16', 'party/contact', 'parties', { ...own, role: 'hr-manager', organisation: gelderland }, '10:30'),
  // The same role: what was promised stays with it.
  told('2025-06-02', 'party/sponsor', 'party-replacements', { role: 'sponsor', reason: 'Een nieuwe directeur.' }),
  told('2025-12-18', 'party/facilitator', 'party-resignations', { reason: 'Het programma is klaar.' }),
];

/** Another role: the product hands over what is open, before anything else is recorded. */
const succession: readonly Step[] = [
  brought('2025-09-15', 'action/rooms', 'actions-agreed', {
    ...own,
    role: 'hr-manager',
    due: '2025-11-15',
    what: 'Ruimte vrijhouden voor de projectgroep.',
  }),
  {
    ...course('2025-09-15', 'own', 'pledges', {
      role: 'hr-manager',
      toRole: 'lead',
      what: 'Vier uur in de maand voor wie meedoet.',
      due: '2025-12-01',
    }),
    gives: 'pledge/time',
  },
  {
    ...told('2025-10-06', 'party/contact', 'party-replacements', {
      role: 'strategy-adviser',
      reason: 'De contactpersoon gaat met pensioen; strategie neemt het over.',
    }),
    waitsFor: { kind: 'handed-over', action: 'action/rooms', pledge: 'pledge/time', role: 'strategy-adviser' },
  },
  told('2025-11-10', 'action/rooms', 'action-completions', { result: 'De woensdag is vrij.' }),
  step('2025-11-28T10:00Z', 'pledge/time/kept', '/pledges/{pledge/time}/keepings', {
    result: 'De uren staan in de jaarplannen.',
    occurredOn: '2025-11-28',
  }),
];

/** By hand this time, and then it was not needed any more. */
const otherAction = [
  brought('2025-09-04', 'action/letters', 'actions-agreed', {
    ...own,
    role: 'team-leader',
    due: '2025-10-15',
    what: 'Alle standaardbrieven verzamelen.',
  }),
  told('2025-10-13', 'action/letters', 'action-handovers', { role: 'communications-adviser' }),
  told('2025-11-03', 'action/letters', 'action-droppings', { reason: 'Bellen werkt beter dan brieven.' }),
];

const needs = [
  brought('2025-01-20', 'needs', 'needs-analyses', { ...own, method: 'Gesprekken in duo’s', byRole: 'facilitator' }),
  told('2025-02-10', 'needs', 'needs-findings', {
    needs: [
      { key: 'asking-first', label: 'Eerst vragen, dan plannen', priority: 1 },
      { key: 'leading-by-asking', label: 'Leidinggeven door te vragen', priority: 2 },
    ],
  }),
  // Nine days late.
  told('2025-03-10', 'needs', 'fitted-programmes', { summary: 'Drie modules en een eigen project.' }),
  brought('2025-03-17', 'plans', 'learning-plans', { ...own, made: 45 }),
];

export const people: readonly Step[] = [...units, ...parties, ...succession, ...otherAction, ...needs];
