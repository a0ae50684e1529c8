import type { Step } from '../../recorder/step.ts';
import { succeededBy } from '../../recorder/successor.ts';
import { brought, course, told } from '../../recorder/telling.ts';

/** Fictitious. How it ended, what was passed on, the decision on a follow-up, and what was still there months later. */
const gelderland = '25';
const own = { trajectory: '{own}' } as const;

const closing = [
  brought(
    '2025-12-04',
    'closing-event',
    'closings',
    {
      ...own,
      title: 'Openbare presentatie',
      presented: ['Eerst langs, dan tekenen'],
      where: 'Huis der Provincie',
      audience: ['board', 'staff', 'residents'],
    },
    '17:30',
  ),
  brought('2025-12-11', 'product', 'knowledge-products', {
    ...own,
    title: 'Aan de keukentafel: een werkwijze',
    form: 'guide',
    evidence: { reference: 'werkwijze-buitengebied-2' },
    items: ['{proposal}'],
  }),
  told('2026-01-20', 'product', 'knowledge-product-publications', { where: 'Intranet', level: 'participants' }),
  told('2026-01-27', 'product', 'knowledge-product-spreadings', { where: 'Lunchlezing', people: 65 }),
];

const followUp = [
  brought(
    '2025-12-04',
    'follow-up',
    'follow-ups',
    { ...own, title: 'Een tweede cluster', what: 'Hetzelfde programma voor het cluster Mobiliteit.' },
    '18:00',
  ),
  told('2026-01-15', 'follow-up', 'follow-up-votes', {
    votes: [{ organisation: gelderland, trajectory: '{own}', vote: 'in-favour' }],
  }),
  told('2026-01-29', 'follow-up', 'follow-up-decisions', {
    outcome: 'continued',
    reason: 'Het werkt, en het tweede cluster heeft erom gevraagd.',
  }),
  ...succeededBy({
    name: 'Leerprogramma van een tweede cluster',
    client: gelderland,
    template: 'tailored-learning',
    opensOn: '2026-02-05',
    from: '2026-09-01',
    until: '2027-06-30',
  }),
];

/** More than three months after the end. */
const later = [
  told('2026-05-12', 'outcome', 'outcome-measurements', { indicator: 'heard-early', moment: 'after', value: 62 }),
  course('2026-05-12', 'own', 'after-measurements'),
  told('2026-05-19', 'outcome', 'outcome-achievements', { result: 'Een gesprek vooraf is gewoon geworden.' }),
  course('2026-05-26', 'own', 'closings'),
];

export const afterwards: readonly Step[] = [...closing, ...followUp, ...later];
