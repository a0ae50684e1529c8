import { changingRole } from '#domain/template/changing-role';
import { type Step, step } from '../../recorder/step.ts';
import { brought, course, told } from '../../recorder/telling.ts';

/** Fictitious. The plan that was changed on the way, the end, the decision not to go on, and whether it lasted. */
const zwolle = '0193';
const own = { trajectory: '{own}' } as const;

/** The second module begins after the rebuilding: three weeks before the end it must be done, not six. */
const moved = changingRole.milestones.map((milestone) =>
  milestone.key === 'modules-completed' ? { ...milestone, due: { ...milestone.due, days: -21 } } : milestone,
);

/** Whether it lasted becomes a milestone of its own, half a year after the end. */
const relapseChecked = {
  key: 'relapse-checked',
  label: { nl: 'Terugvalcontrole gedaan', en: 'Relapse check held' },
  line: 'growth',
  weight: 1,
  due: { anchor: 'programme-end', number: 1, days: 180 },
  reached: { when: 'told', fact: 'relapse-check.held.v1', count: 1 },
};

const { lane = 'unit', ...first } = changingRole;

const templateChanged = step('2025-10-20T09:00Z', 'template-2', '/programmes/{programme}/template-changes', {
  template: { ...first, lane, version: 2, milestones: [...moved, relapseChecked] },
  reason: 'Door de verbouwing begint de tweede module later; en wij willen weten of het blijft.',
});

const closing = [
  course('2025-12-18', 'own', 'completions'),
  brought('2025-12-18', 'relapse-check', 'relapse-checks', { ...own, title: 'Is het er nog?', due: '2026-06-18' }),
  brought('2025-12-18', 'closing-event', 'closings', {
    ...own,
    title: 'Slot in de hal',
    presented: ['De ambtenaar van straks', 'Wat er groeide'],
    where: 'Stadhuis',
    audience: ['executive', 'staff', 'works-council'],
  }),
  brought('2025-12-11', 'product', 'knowledge-products', {
    ...own,
    title: 'Een rolprofiel van binnenuit',
    form: 'podcast',
    evidence: { reference: 'podcast-rolprofiel-1' },
    items: ['{profile}'],
  }),
  told('2026-01-15', 'product', 'knowledge-product-spreadings', {
    where: 'Regionaal netwerk van adviseurs',
    people: 40,
  }),
];

const followUp = [
  brought('2025-12-18', 'follow-up', 'follow-ups', {
    ...own,
    title: 'Een tweede jaar',
    what: 'Nog twee modules, met dezelfde groep.',
  }),
  told('2026-01-22', 'follow-up', 'follow-up-votes', {
    votes: [{ organisation: zwolle, trajectory: '{own}', vote: 'against' }],
  }),
  told('2026-01-29', 'follow-up', 'follow-up-decisions', {
    outcome: 'not-continued',
    reason: 'De afdelingen nemen het zelf over; een programma is niet meer nodig.',
  }),
];

/** More than three months after the end the group is measured once more; half a year after it, whether it lasted. */
const later = [
  brought('2026-04-16', 'after', 'competency-measurements', {
    ...own,
    roleProfile: '{profile}',
    moment: 'after',
    people: 54,
    scores: [
      { key: 'listening', tenths: 71 },
      { key: 'connecting', tenths: 58 },
    ],
  }),
  course('2026-04-16', 'own', 'after-measurements'),
  told('2026-06-18', 'relapse-check', 'relapse-checks-held', {
    outcome: 'partly-relapsed',
    result: 'Luisteren blijft; over afdelingen heen werken zakt terug.',
  }),
  course('2026-06-25', 'own', 'closings'),
];

export const afterwards: readonly Step[] = [templateChanged, ...closing, ...followUp, ...later];
