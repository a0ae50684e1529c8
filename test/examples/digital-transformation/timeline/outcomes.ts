import type { Step } from '../../recorder/step.ts';
import { brought, course, told } from '../../recorder/telling.ts';

/** Fictitious. What should be different for residents and staff, what came of it, and whether and how it goes on. */
const overijssel = '23';
const own = { trajectory: '{own}' } as const;

/** The target was lowered on the way; four months after the end it is reached. */
const forResidents = [
  brought('2025-03-04', 'outcome/once', 'outcomes-intended', {
    ...own,
    title: 'Inwoners vertellen iets maar één keer',
    side: 'resident',
    indicators: [{ key: 'told-once', label: 'Vragen zonder herhaling', unit: 'percent', target: 80 }],
  }),
  told('2025-03-11', 'outcome/once', 'outcome-measurements', { indicator: 'told-once', moment: 'baseline', value: 30 }),
  told('2025-09-18', 'outcome/once', 'outcome-adjustments', {
    indicator: 'told-once',
    target: 70,
    reason: 'Een landelijke koppeling komt pas volgend jaar.',
  }),
  told('2025-12-16', 'outcome/once', 'outcome-measurements', { indicator: 'told-once', moment: 'end', value: 64 }),
  told('2026-04-14', 'outcome/once', 'outcome-measurements', { indicator: 'told-once', moment: 'after', value: 72 }),
  told('2026-04-21', 'outcome/once', 'outcome-achievements', { result: 'Zeven van de tien vragen in één keer.' }),
];

const forStaff = [
  brought('2025-03-04', 'outcome/skilled', 'outcomes-intended', {
    ...own,
    title: 'Medewerkers werken met gemak digitaal',
    side: 'organisation',
    indicators: [{ key: 'at-ease', label: 'Werkt met gemak', unit: 'percent', target: 65 }],
  }),
  told('2025-03-11', 'outcome/skilled', 'outcome-measurements', {
    indicator: 'at-ease',
    moment: 'baseline',
    value: 40,
  }),
  told('2025-12-16', 'outcome/skilled', 'outcome-measurements', { indicator: 'at-ease', moment: 'end', value: 58 }),
  told('2026-04-14', 'outcome/skilled', 'outcome-measurements', { indicator: 'at-ease', moment: 'after', value: 57 }),
  told('2026-04-21', 'outcome/skilled', 'outcome-misses', {
    result: 'Wie weinig achter een scherm zit, bleef achter.',
  }),
];

const closing = [
  course('2025-12-18', 'own', 'completions'),
  brought('2025-12-18', 'closing-event', 'closings', {
    ...own,
    title: 'Een dag zonder papier',
    presented: ['Vier formulieren minder', 'Meekijken op afstand'],
    where: 'Provinciehuis',
    audience: ['board', 'staff'],
  }),
  brought('2025-12-18', 'product', 'knowledge-products', {
    ...own,
    title: 'Hoe een formulier verdwijnt',
    form: 'wiki',
    evidence: { reference: 'wiki-formulieren' },
    items: ['{experiment/chat}', '{experiment/bot}'],
  }),
  told('2026-01-13', 'product', 'knowledge-product-publications', { where: 'Wiki van de provincies', level: 'public' }),
  told('2026-01-20', 'product', 'knowledge-product-spreadings', { where: 'Interprovinciaal overleg', people: 30 }),
];

const followUp = [
  brought('2025-12-18', 'follow-up', 'follow-ups', {
    ...own,
    title: 'Verbetergroepen als vaste vorm',
    what: 'Twee groepen per jaar, zonder programma eromheen.',
  }),
  told('2026-01-15', 'follow-up', 'follow-up-votes', {
    votes: [{ organisation: overijssel, trajectory: '{own}', vote: 'in-favour' }],
  }),
  told('2026-01-22', 'follow-up', 'follow-up-decisions', {
    outcome: 'continued-otherwise',
    reason: 'De groepen gaan door in de lijn; het programma stopt.',
  }),
];

const later = [course('2026-04-14', 'own', 'after-measurements'), course('2026-04-28', 'own', 'closings')];

export const outcomes: readonly Step[] = [...forResidents, ...forStaff, ...closing, ...followUp, ...later];
