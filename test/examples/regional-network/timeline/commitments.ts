import { each, type Step, step } from '../../recorder/step.ts';
import { admitted, type Municipality } from '../municipalities.ts';

/** Fictitious. What executive, council and officials of each municipality were asked, gave, refused and confirmed. */
type Layer = 'executive' | 'council' | 'officials';

const firstDue: Readonly<Record<Layer, string>> = {
  executive: '2025-09-15',
  officials: '2025-09-15',
  council: '2025-12-15',
};

const pairs = admitted.flatMap((who) =>
  (['executive', 'officials', 'council'] as const).map((layer) => [who, layer] as const),
);

const asked = [
  ...each('2025-07-10T09:00Z', pairs, (at, [who, layer]) => ask(at, who, layer, firstDue[layer])),
  ask('2026-02-19T10:00Z', 'veendam', 'executive', '2026-03-13'),
  ask('2026-02-19T10:01Z', 'veendam', 'officials', '2026-03-13'),
  ask('2026-02-19T10:02Z', 'veendam', 'council', '2026-05-15'),
];

const agreedInTime: readonly (readonly [Municipality, Layer, string])[] = [
  ['groningen', 'executive', '2025-09-02'],
  ['eemsdelta', 'executive', '2025-09-02'],
  ['leeuwarden', 'executive', '2025-09-02'],
  ['assen', 'executive', '2025-09-02'],
  ['oldambt', 'executive', '2025-09-09'],
  ['heerenveen', 'executive', '2025-09-09'],
  ['noardeast', 'executive', '2025-09-09'],
  ['groningen', 'officials', '2025-09-11'],
  ['eemsdelta', 'officials', '2025-09-11'],
  ['oldambt', 'officials', '2025-09-11'],
  ['leeuwarden', 'officials', '2025-09-11'],
  ['smallingerland', 'officials', '2025-09-11'],
  ['heerenveen', 'officials', '2025-09-11'],
  ['noardeast', 'officials', '2025-09-11'],
  ['emmen', 'officials', '2025-09-11'],
  ['hoogeveen', 'officials', '2025-09-11'],
  ['noardeast', 'council', '2025-09-24'],
  ['oldambt', 'council', '2025-11-24'],
  ['groningen', 'council', '2025-11-26'],
  ['leeuwarden', 'council', '2025-12-03'],
  ['eemsdelta', 'council', '2025-12-04'],
  ['assen', 'council', '2025-12-11'],
  ['veendam', 'officials', '2026-03-03'],
  ['veendam', 'executive', '2026-03-10'],
];

const agreedLate: readonly (readonly [Municipality, Layer, string])[] = [
  ['smallingerland', 'executive', '2025-10-07'],
  ['assen', 'officials', '2025-11-18'],
  ['smallingerland', 'council', '2026-01-27'],
  ['veendam', 'council', '2026-05-18'],
];

const given = [
  ...[...agreedInTime, ...agreedLate].map(([who, layer, day]) => give(`${day}T16:00Z`, who, layer, day)),
  step('2025-09-09T16:20Z', 'given/hoogeveen/executive', '/trajectories/{hoogeveen}/commitments/executive/grants', {
    reservation: { reason: 'De raad bespreekt deelname nog.', decisionExpectedOn: '2025-10-30' },
    occurredOn: '2025-09-09',
  }),
  give('2025-11-04T09:00Z', 'hoogeveen', 'council', '2025-10-30'),
  give('2025-10-14T16:00Z', 'emmen', 'executive', '2025-10-14'),
  // Recorded ten weeks after it happened: the decision list of the council was found later.
  give('2026-02-05T10:00Z', 'emmen', 'council', '2025-11-27'),
];

const confirmed = [
  confirm('2025-09-16T09:00Z', 'groningen', 'executive', 'besluitenlijst-2025-36'),
  confirm('2025-11-04T09:05Z', 'hoogeveen', 'executive', 'raadsbesluit-2025-114'),
  confirm('2025-12-04T09:00Z', 'groningen', 'council', 'raadsbesluit-2025-201'),
  confirm('2025-12-10T09:00Z', 'leeuwarden', 'council', 'raadsbesluit-2025-188'),
  // Meant for Eemsdelta; retracted on 12 February.
  confirm('2025-12-11T09:00Z', 'oldambt', 'council', 'raadsbesluit-2025-077'),
  confirm('2026-02-12T09:10Z', 'eemsdelta', 'council', 'raadsbesluit-2025-077'),
];

const turns = [
  of('2025-09-12T09:00Z', 'emmen', 'executive', 'due-moves', {
    to: '2025-10-15',
    reason: 'Het college behandelt het voorstel na het herfstreces.',
  }),
  of('2025-11-12T09:00Z', 'groningen', 'council', 'agenda-items', { on: '2025-11-26' }),
  of('2026-01-20T09:00Z', 'heerenveen', 'council', 'agenda-items', { on: '2026-02-09' }),
  of('2025-12-18T11:00Z', 'heerenveen', 'executive', 'pressures', {
    reason: 'Er ligt een ombuiging van de begroting.',
  }),
  of('2026-02-09T20:30Z', 'heerenveen', 'council', 'refusals', { reason: 'De raad stelt geen middelen beschikbaar.' }),
  of('2026-02-10T13:30Z', 'heerenveen', 'executive', 'withdrawals', { reason: 'Zonder middelen stopt het college.' }),
  of('2026-02-10T13:40Z', 'heerenveen', 'officials', 'endings', {}),
  of('2026-05-12T09:00Z', 'oldambt', 'executive', 'pressures', { reason: 'De formatie van een nieuw college loopt.' }),
  of('2026-07-02T09:00Z', 'oldambt', 'executive', 'reliefs', {}),
];

/** The municipal elections of 18 March 2026: three councils must confirm again. */
const election = [
  ...each('2026-03-19T09:00Z', ['groningen', 'leeuwarden', 'assen'] as const, (at, who) => ({
    ...of(at, who, 'council', 'doubts', { cause: 'election', due: '2026-06-15' }, '2026-03-18'),
  })),
  {
    ...confirm('2026-05-28T15:00Z', 'groningen', 'council', 'raadsbesluit-2026-093'),
    name: 'confirmed-again/groningen/council',
  },
  of('2026-06-25T09:00Z', 'assen', 'council', 'lapses', { reason: 'De nieuwe raad heeft er niet meer over besloten.' }),
];

function ask(at: string, who: Municipality, layer: Layer, due: string): Step {
  return of(at, who, layer, 'requests', { due });
}

function give(at: string, who: Municipality, layer: Layer, occurredOn: string): Step {
  return step(at, `given/${who}/${layer}`, `/trajectories/{${who}}/commitments/${layer}/grants`, { occurredOn });
}

function confirm(at: string, who: Municipality, layer: Layer, reference: string): Step {
  return of(at, who, layer, 'confirmations', { evidence: { reference } });
}

function of(
  at: string,
  who: Municipality,
  layer: Layer,
  what: string,
  body: { readonly [field: string]: string | { reference: string } },
  occurredOn = at.slice(0, 10),
): Step {
  return step(at, `${what}/${who}/${layer}`, `/trajectories/{${who}}/commitments/${layer}/${what}`, {
    ...body,
    occurredOn,
  });
}

export const commitmentSteps: readonly Step[] = [...asked, ...given, ...confirmed, ...turns, ...election];
