import { each, type Step, step } from '../../recorder/step.ts';
import { type Municipality, municipalities } from '../municipalities.ts';

/** Fictitious. Setting up, interest, applications by the API and by file, and the questions that came by the API. */
const settingUp: Step[] = [
  step(
    '2025-04-01T08:00Z',
    'programme',
    '/programmes',
    {
      name: 'Noord-Nederland (fictief voorbeeld)',
      client: '22',
      opensOn: '2025-04-14',
      from: '2025-09-01',
      until: '2026-09-30',
      template: 'regional-network',
    },
    { gives: 'programme', role: 'admin' },
  ),
  step(
    '2025-04-01T08:10Z',
    'network',
    '/programmes/{programme}/networks',
    { name: 'Regionaal netwerk Noord', region: 'Groningen, Fryslân en Drenthe', minimum: 8, target: 10, maximum: 10 },
    { gives: 'network' },
  ),
  step(
    '2025-04-01T08:20Z',
    'schedule',
    '/programmes/{programme}/report-schedules',
    { report: 'management', every: 'month', day: 1, time: '07:00' },
    { gives: 'schedule' },
  ),
];

const interests = (
  [
    ['groningen', '2025-04-22'],
    ['leeuwarden', '2025-04-24'],
    ['assen', '2025-05-06'],
  ] as const
).map(([who, day]) =>
  step(`${day}T09:00Z`, `interest/${who}`, '/programmes/{programme}/interests', {
    organisation: municipalities[who].cbs,
    network: '{network}',
    contactRole: municipalities[who].contactRole,
    occurredOn: day,
  }),
);

const applications = (
  [
    ['groningen', '2025-05-12'],
    ['leeuwarden', '2025-05-15'],
    ['assen', '2025-05-20'],
    ['smallingerland', '2025-05-22'],
    ['emmen', '2025-05-27'],
  ] as const
).map(([who, day]) =>
  step(
    `${day}T10:00Z`,
    `application/${who}`,
    '/programmes/{programme}/applications',
    {
      organisation: municipalities[who].cbs,
      network: '{network}',
      contactRole: municipalities[who].contactRole,
      occurredOn: day,
    },
    { gives: who },
  ),
);

/** The file of the region's own form: seven applications, each with its question. */
const file: readonly (readonly [Municipality, string, string, string])[] = [
  ['eemsdelta', '2025-05-20', 'reaching-everyone', 'Hoe bereiken we in elk dorp ook wie niet vanzelf meedoet?'],
  ['oldambt', '2025-05-21', 'internal-organisation', 'Hoe leren teams van elkaar om inwoners eerder te betrekken?'],
  ['veendam', '2025-05-26', 'residents-initiatives', 'Hoe geven we ruimte aan initiatieven uit de wijk?'],
  ['heerenveen', '2025-05-23', 'role-of-the-council', 'Wat is de rol van de raad als inwoners meebeslissen?'],
  ['noardeast', '2025-05-26', 'residents-initiatives', 'Hoe komt de leefwereld van dorpen binnen in het gemeentehuis?'],
  ['hoogeveen', '2025-05-28', 'participation-in-spatial-plans', 'Hoe regelen we participatie bij plannen van derden?'],
  ['coevorden', '2025-05-30', 'reaching-everyone', 'Hoe bereiken we jongeren en nieuwkomers?'],
];

const csv = [
  'gemeentecode;netwerk;aangemeld_op;contactrol;categorie;vraag',
  ...file.map(([who, day, category, question]) => {
    const { cbs, contactRole } = municipalities[who];
    return [cbs, '{network}', day, contactRole, category, question].join(';');
  }),
].join('\r\n');

const byFile = step('2025-06-02T08:30Z', 'import', '/programmes/{programme}/imports', `${csv}\r\n`, {
  gives: 'import',
  waitsFor: { kind: 'imported', import: 'import' },
});

const questions = each(
  '2025-06-10T09:00Z',
  [
    ['groningen', 'digital-participation', 'Hoe bereiken we met digitale middelen ook wie nooit meedoet?'],
    ['groningen', 'residents-initiatives', 'Hoe maken we van meedoen gewoon werk?'],
    ['leeuwarden', 'role-of-the-council', 'Hoe geeft de raad vooraf kaders mee?'],
    ['assen', 'internal-organisation', 'Hoe maken we tijd voor participatie in een volle agenda?'],
    ['smallingerland', 'participation-in-spatial-plans', 'Hoe betrekken we de omgeving voordat een plan vastligt?'],
    ['emmen', 'residents-initiatives', 'Hoe betrekken we inwoners eerder?'],
  ] as const,
  (at, [who, category, text]) =>
    step(
      at,
      `question/${who}/${category}`,
      `/trajectories/{${who}}/questions`,
      { category, text, tags: [], occurredOn: '2025-06-10' },
      { gives: `question/${who}/${category}` },
    ),
);

const sharpened = step(
  '2025-09-30T13:00Z',
  'question-sharpened/emmen',
  '/trajectories/{emmen}/questions/{question/emmen/residents-initiatives}/sharpenings',
  {
    category: 'residents-initiatives',
    text: 'Hoe betrekken we inwoners voordat een plan op papier staat?',
    tags: ['early-participation'],
    occurredOn: '2025-09-30',
  },
);

export const applicationSteps: readonly Step[] = [
  ...settingUp,
  ...interests,
  ...applications,
  byFile,
  ...questions,
  sharpened,
];
