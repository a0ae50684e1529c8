import type { Step } from '../../recorder/step.ts';
import { brought, told } from '../../recorder/telling.ts';
import { admitted, type Municipality, municipalities } from '../municipalities.ts';

/** Fictitious. What was presented at the end, what was spread, and the decision on a follow-up. */
const network = { network: '{network}' } as const;

/** Those that have a place in September 2026. */
const voters: readonly Municipality[] = [...admitted.filter((who) => who !== 'heerenveen'), 'veendam'];

const otherVotes: Partial<Record<Municipality, string>> = { assen: 'against', smallingerland: 'abstained' };

const votes = voters.map((who) => ({
  organisation: municipalities[who].cbs,
  vote: otherVotes[who] ?? 'in-favour',
}));

export const endingSteps: readonly Step[] = [
  brought(
    '2026-09-17',
    'closing-event',
    'closings',
    {
      ...network,
      title: 'Slotbijeenkomst in het stadhuis',
      presented: ['Digitaal vaardig', 'Leiderschap in netwerken', 'Vroeg aan tafel'],
      where: 'Stadhuis Groningen',
      audience: ['executives', 'councils', 'officials'],
    },
    '16:00',
  ),
  brought(
    '2026-09-17',
    'follow-up',
    'follow-ups',
    { ...network, title: 'Nog een jaar samen leren', what: 'Een tweede jaar, met twee netwerken.' },
    '16:10',
  ),
  told('2026-09-22', 'follow-up', 'follow-up-votes', { votes }, '16:00'),
  brought('2026-09-23', 'product', 'knowledge-products', {
    ...network,
    title: 'Tien vragen van het noorden',
    form: 'guide',
    evidence: { reference: 'handreiking-noord-1' },
  }),
  told('2026-09-24', 'product', 'knowledge-product-spreadings', { where: 'Vereniging van gemeenten', people: 120 }),
  told('2026-09-24', 'follow-up', 'follow-up-decisions', {
    outcome: 'continued',
    reason: 'Acht van de tien zijn voor; een tweede netwerk is welkom.',
  }),
];
