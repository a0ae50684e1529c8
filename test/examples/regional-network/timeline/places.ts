import { each, type Step, step } from '../../recorder/step.ts';
import { admitted, type Municipality, municipalities } from '../municipalities.ts';

/** Fictitious. Intakes, places, the waiting list, the stop of one and the place of the other, starts and ends. */
const all = Object.keys(municipalities) as Municipality[];

const intakeDays: Readonly<Record<Municipality, string>> = {
  groningen: '2025-06-16',
  eemsdelta: '2025-06-17',
  oldambt: '2025-06-18',
  veendam: '2025-06-19',
  leeuwarden: '2025-06-19',
  smallingerland: '2025-06-20',
  heerenveen: '2025-06-23',
  noardeast: '2025-06-24',
  assen: '2025-06-25',
  emmen: '2025-06-26',
  hoogeveen: '2025-06-27',
  coevorden: '2025-06-30',
};

const planned = each('2025-06-10T10:00Z', all, (at, who) =>
  step(at, `intake-planned/${who}`, `/trajectories/{${who}}/intake-appointments`, {
    date: intakeDays[who],
    status: who === 'veendam' ? 'provisional' : 'agreed',
    occurredOn: '2025-06-10',
  }),
);

const moved = step('2025-06-17T08:00Z', 'intake-moved/veendam', '/trajectories/{veendam}/intake-moves', {
  to: '2025-07-01',
  status: 'agreed',
  by: 'municipal-secretary',
  reason: 'De directie vergadert die dag over de jaarrekening.',
  occurredOn: '2025-06-17',
});

const held = all.map((who) => {
  const day = who === 'veendam' ? '2025-07-01' : intakeDays[who];
  return step(`${day}T15:00Z`, `intake-held/${who}`, `/trajectories/{${who}}/intakes`, { occurredOn: day });
});

const reservations: Partial<Record<Municipality, { reason: string; decisionExpectedOn: string }>> = {
  noardeast: { reason: 'De raad beslist nog over het budget.', decisionExpectedOn: '2025-09-24' },
  hoogeveen: { reason: 'De raad wil deelname eerst bespreken.', decisionExpectedOn: '2025-10-30' },
};

const given = each('2025-07-08T09:00Z', admitted, (at, who) => {
  const reservation = reservations[who];
  const body = { trajectory: `{${who}}`, ...(reservation && { reservation }) };
  return step(at, `place/${who}`, '/networks/{network}/admissions', body);
});

const waiting = each('2025-07-08T09:30Z', ['veendam', 'coevorden'] as const, (at, who) =>
  step(at, `waiting/${who}`, '/networks/{network}/waiting-list-entries', {
    trajectory: `{${who}}`,
    reason: 'De tien plaatsen zijn vergeven; volgorde van aanmelding.',
  }),
);

const lifted = (
  [
    ['noardeast', '2025-09-25T09:30Z'],
    ['hoogeveen', '2025-11-04T09:30Z'],
  ] as const
).map(([who, at]) =>
  step(at, `reservation-lifted/${who}`, '/networks/{network}/lifted-reservations', { trajectory: `{${who}}` }),
);

const nine: readonly Municipality[] = admitted.filter((who) => who !== 'hoogeveen');
/** Veendam goes on into the autumn. */
const finishing = admitted.filter((who) => who !== 'heerenveen');

const started = [
  ...each('2025-09-25T15:00Z', nine, (at, who) => start(at, who, '2025-09-25')),
  start('2025-11-04T10:00Z', 'hoogeveen', '2025-11-04'),
  start('2026-02-19T09:00Z', 'veendam', '2026-02-19'),
];

function start(at: string, who: Municipality, occurredOn: string): Step {
  return step(at, `started/${who}`, `/trajectories/{${who}}/starts`, { occurredOn });
}

const stopAndSuccession = [
  step(
    '2026-02-10T14:00Z',
    'stopped/heerenveen',
    '/trajectories/{heerenveen}/stops',
    { reason: 'De raad heeft geen middelen beschikbaar gesteld; het college stopt.', occurredOn: '2026-02-10' },
    { waitsFor: { kind: 'proposed', network: 'network', trajectory: 'veendam', freedBy: 'heerenveen' } },
  ),
  step('2026-02-17T09:00Z', 'place/veendam', '/networks/{network}/admissions', { trajectory: '{veendam}' }),
];

const ends = [
  ...each('2026-09-22T13:00Z', finishing, (at, who) =>
    step(at, `completed/${who}`, `/trajectories/{${who}}/completions`, { occurredOn: '2026-09-22' }),
  ),
  ...each('2026-09-28T09:00Z', ['groningen', 'eemsdelta'] as const, (at, who) =>
    step(at, `after-measured/${who}`, `/trajectories/{${who}}/after-measurements`, { occurredOn: '2026-09-28' }),
  ),
  step('2026-09-29T09:00Z', 'closed/groningen', '/trajectories/{groningen}/closings', { occurredOn: '2026-09-29' }),
];

export const placeSteps: readonly Step[] = [
  ...planned,
  moved,
  ...held,
  ...given,
  ...waiting,
  ...lifted,
  ...started,
  ...stopAndSuccession,
  ...ends,
];
