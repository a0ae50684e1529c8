import { type Step, step } from '../../recorder/step.ts';
import { brought, corrected, course, retracted, told } from '../../recorder/telling.ts';
import { provinces } from '../provinces.ts';

/** Fictitious. Local change, the same question elsewhere, hours of support, and what Utrecht promised. */
const expert = '3e8a5d16-7c2b-4f90-8a41-5b9d7e1c2f06';

const atHome = [
  brought('2025-02-20', 'change', 'local-changes', {
    trajectory: '{groningen}',
    name: 'Dorpen aan het roer',
    stage: 'idea',
    ownerRole: 'programme-manager',
  }),
  told('2025-06-05', 'change', 'local-change-owners', {
    ownerRole: 'village-officer',
    reason: 'Dichter bij de dorpen.',
  }),
  told('2025-09-11', 'change', 'local-change-stages', { stage: 'under-way', what: 'Vier dorpen zijn begonnen.' }),
  told('2025-11-06', 'change', 'local-change-endings', { result: 'De dorpen gaan zelf verder.' }, '12:00'),
  ...(['groningen', 'fryslan', 'drenthe'] as const).map((who) => ({
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
  brought('2025-03-04', 'lineage/drenthe', 'lineages', {
    trajectory: '{drenthe}',
    question: '{question/drenthe}',
    sameAs: '{question/groningen}',
    reason: 'Ook hier gaat het over de opbrengst.',
  }),
  told('2025-05-13', 'lineage/drenthe', 'lineage-endings', {
    reason: 'In Drenthe gaat het over grond, niet over geld.',
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
  told('2025-05-22', 'hours', 'support-hours-disputes', { reason: 'Op 14 mei was er geen sessie.' }),
  told('2025-05-26', 'hours', 'support-hours-changes', { minutes: 210 }),
  told('2025-05-27', 'hours', 'support-hours-approvals', { byRole: 'lead' }),
];

const moved = pledge('2025-08-28', 'postponements', { to: '2025-10-19', reason: 'De zaal wordt geverfd.' });
const keptByMistake = pledge('2025-09-05', 'keepings', { result: 'De zaal is vrij.' });

/** Asked of Utrecht, promised for another day, moved, and kept at the closing event. */
const promise = [
  step(
    '2025-06-16T09:00Z',
    'pledge-asked',
    '/programmes/{programme}/pledge-requests',
    {
      organisation: provinces.utrecht.cbs,
      role: 'strategy-adviser',
      toRole: 'lead',
      what: 'Het provinciehuis voor de slotmanifestatie.',
      due: '2025-08-01',
      occurredOn: '2025-06-16',
    },
    { gives: 'pledge' },
  ),
  pledge('2025-07-01', 'promises', { what: 'De grote zaal, met koffie.', due: '2025-09-01' }),
  moved,
  corrected(
    '2025-09-02',
    moved,
    { from: '2025-09-01', to: '2025-10-09', reason: 'De zaal wordt geverfd.' },
    'De negende, niet de negentiende.',
  ),
  keptByMistake,
  retracted('2025-09-08', keptByMistake, 'Dat was een zaal in Gelderland.'),
  pledge('2025-10-09', 'keepings', { result: 'De zaal was vol.' }),
];

function pledge(day: string, path: string, fields: { readonly [field: string]: string }): Step {
  return step(`${day}T12:00Z`, `pledge/${path}/${day}`, `/pledges/{pledge}/${path}`, { ...fields, occurredOn: day });
}

export const atHomeSteps: readonly Step[] = [...atHome, ...promise];
