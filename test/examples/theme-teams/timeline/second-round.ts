import { each, type Step, step } from '../../recorder/step.ts';
import { bringingInto, course, told } from '../../recorder/telling.ts';

/**
 * Fictitious. How the second round begins: municipalities ask for a network, it is opened, and its four places are
 * given, held, released, given up and proposed. That two of these municipalities would merge is fictitious too.
 */
const municipalities = {
  assen: '0106',
  emmen: '0114',
  hoogeveen: '0118',
  coevorden: '0109',
  meppel: '0119',
  'midden-drenthe': '1731',
  noordenveld: '1699',
  tynaarlo: '1730',
} as const;

type Municipality = keyof typeof municipalities;

const all = Object.keys(municipalities) as readonly Municipality[];
const first = ['assen', 'emmen', 'hoogeveen'] as const;
const contactRole = 'policy-officer';
const region = 'Gemeenten';
const intoSecond = bringingInto('successor');

const demand = [
  ...([...first, 'meppel'] as const).map((who) =>
    intoSecond(who === 'meppel' ? '2025-12-01' : '2025-11-18', `asks/${who}`, 'demand-shown', {
      organisation: municipalities[who],
      region,
      contactRole,
      strength: who === 'assen' || who === 'meppel' ? 'interest' : 'application',
    }),
  ),
  told('2025-11-25', 'asks/assen', 'demand-strengthenings'),
  intoSecond('2025-12-01', 'next-network/second', 'opening-proposals', {
    region,
    organisations: first.map((who) => municipalities[who]),
    minimum: 2,
    target: 3,
    reason: 'Drie aanmeldingen uit één provincie.',
  }),
  step(
    '2025-12-04T09:00Z',
    'network/municipalities',
    '/programmes/{successor}/networks',
    { name: region, region, minimum: 2, target: 3, maximum: 3 },
    { gives: 'municipalities' },
  ),
  told('2025-12-04', 'next-network/second', 'opening-proposal-acceptances', {
    network: '{municipalities}',
    byRole: 'lead',
  }),
  ...first.map((who) => told('2025-12-05', `asks/${who}`, 'demand-placings', { network: '{municipalities}' })),
];

const applied = [
  ...each('2025-12-08T09:00Z', all, (at, who) =>
    step(
      at,
      `interest/${who}`,
      '/programmes/{successor}/interests',
      { organisation: municipalities[who], contactRole, network: '{municipalities}', occurredOn: '2025-12-08' },
      { gives: who },
    ),
  ),
  ...each('2025-12-10T09:00Z', all, (at, who) =>
    step(at, `application/${who}`, '/programmes/{successor}/applications', {
      organisation: municipalities[who],
      contactRole,
      network: '{municipalities}',
      occurredOn: '2025-12-10',
    }),
  ),
  // Meppel has no time for an intake before the new year.
  ...all
    .filter((who) => who !== 'meppel')
    .flatMap((who) => [
      course('2025-12-16', who, 'intake-appointments', { date: '2025-12-16', status: 'agreed' }, '08:30'),
      course('2025-12-16', who, 'intakes', {}, '15:00'),
    ]),
];

/** A decision of the network about one of them. */
function decided(at: string, path: string, who: Municipality, more: { readonly [field: string]: string } = {}): Step {
  return step(at, `${path}/${who}`, `/networks/{municipalities}/${path}`, { trajectory: `{${who}}`, ...more });
}

const places = [
  decided('2025-12-17T09:00Z', 'tentative-places', 'meppel', {
    until: '2026-01-16',
    reason: 'De intake is in januari.',
  }),
  decided('2025-12-18T09:00Z', 'admissions', 'assen'),
  decided('2025-12-18T09:01Z', 'admissions', 'midden-drenthe'),
  decided('2025-12-18T09:02Z', 'waiting-list-entries', 'emmen'),
  decided('2025-12-18T09:03Z', 'waiting-list-entries', 'hoogeveen'),
  decided('2025-12-18T09:04Z', 'waiting-list-entries', 'coevorden'),
  decided('2025-12-18T09:05Z', 'rejections', 'noordenveld', { reason: 'Geen eigen thema.' }),
  decided('2025-12-18T09:06Z', 'referrals', 'tynaarlo', {
    to: 'Een regionaal netwerk',
    reason: 'De vraag gaat over de eigen organisatie.',
  }),
  decided('2026-01-08T09:00Z', 'released-places', 'meppel', { reason: 'Meppel wacht een jaar.' }),
  decided('2026-01-09T09:00Z', 'admissions', 'emmen'),
  step('2026-01-13T09:00Z', 'one-more-place', '/networks/{municipalities}/place-changes', {
    minimum: 2,
    target: 4,
    maximum: 4,
    reason: 'Er is een tweede begeleider.',
  }),
];

/** Each of the two that get no place hears why, before it is decided. */
const assessed = (
  [
    ['noordenveld', 'reject', 'Er is nog geen eigen thema.'],
    ['tynaarlo', 'refer', 'De vraag gaat over de eigen organisatie; een regionaal netwerk past beter.'],
  ] as const
).map(([who, advice, reason]) =>
  intoSecond('2025-12-17', `assessment/${who}`, 'assessments', {
    trajectory: `{${who}}`,
    network: '{municipalities}',
    byRole: 'lead',
    outcomes: [{ criterion: 'own-theme', met: false }],
    advice,
    reason,
  }),
);

const turns: readonly Step[] = [
  {
    ...course('2026-01-15', 'assen', 'withdrawals', { reason: 'De raad kiest voor een eigen aanpak.' }),
    waitsFor: { kind: 'proposed', network: 'municipalities', trajectory: 'hoogeveen', freedBy: 'assen' },
  },
  decided('2026-01-20T09:00Z', 'declined-proposals', 'hoogeveen', { reason: 'Liever na de zomer.' }),
  decided('2026-01-22T09:00Z', 'admissions', 'coevorden'),
  {
    ...course('2026-01-28', 'midden-drenthe', 'successions', { successor: '1701' }),
    waitsFor: { kind: 'proposed', network: 'municipalities', trajectory: 'hoogeveen', freedBy: 'midden-drenthe' },
  },
];

export const secondRound: readonly Step[] = [...demand, ...applied, ...assessed, ...places, ...turns];
