import type { Step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';

/** Fictitious. What the organisation contributes, and how a change official helps other provinces. */
const overijssel = '23';
const drenthe = '22';
const flevoland = '24';
const own = { trajectory: '{own}' } as const;
const official = '7d1f0c52-3b8e-4a64-9c15-2e6b8d4f9a05';

const pool = [
  brought('2025-09-30', 'pool/member', 'pool-members', {
    organisation: overijssel,
    person: official,
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
    person: official,
    minutes: 360,
  }),
  told('2025-10-23', 'pool/request', 'pool-request-hours', { minutes: 180 }),
  told('2025-11-06', 'pool/request', 'pool-request-hours', { minutes: 150 }),
  told('2025-11-13', 'pool/request', 'pool-request-completions', { result: 'De groep kan zelf verder.' }),
  told('2025-11-18', 'pool/member', 'pool-member-changes', {
    expertise: ['facilitation', 'process-design'],
    minutesPerMonth: 240,
  }),
  brought('2025-11-20', 'pool/other-request', 'pool-requests', {
    organisation: flevoland,
    expertise: 'process-design',
    minutes: 480,
    what: 'Een aanvraag opnieuw ontwerpen.',
  }),
  told('2025-12-04', 'pool/other-request', 'pool-request-withdrawals', { reason: 'Een eigen collega kan het ook.' }),
  told('2026-01-29', 'pool/member', 'pool-member-leavings', { reason: 'Een andere functie.' }),
];

const contributions = [
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
  brought(
    '2025-02-04',
    'contribution/room',
    'contributions',
    { ...own, sort: 'room', role: 'facility-manager', what: 'Een vaste zaal voor de verbetergroepen.' },
    '10:10',
  ),
  told('2025-04-15', 'contribution/room', 'contribution-withdrawals', { reason: 'De zaal is een werkplek geworden.' }),
];

export const around: readonly Step[] = [...pool, ...contributions];
