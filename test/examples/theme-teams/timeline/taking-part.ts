import { each, type Step, step } from '../../recorder/step.ts';
import { course } from '../../recorder/telling.ts';
import { all, type Province, provinces } from '../provinces.ts';

/** Fictitious. Setting up, applications, places, commitments, meetings, contact, and how it ended for each. */
const settingUp: Step[] = [
  step(
    '2025-01-06T08:00Z',
    'programme',
    '/programmes',
    {
      name: 'Themateams van twaalf provincies (fictief voorbeeld)',
      client: '30',
      opensOn: '2025-01-06',
      from: '2025-02-03',
      until: '2025-11-28',
      template: 'theme-teams',
    },
    { gives: 'programme', role: 'admin' },
  ),
  step(
    '2025-01-06T08:10Z',
    'network',
    '/programmes/{programme}/networks',
    { name: 'Twaalf provincies', region: 'Nederland', minimum: 8, target: 12, maximum: 12 },
    { gives: 'network' },
  ),
];

const interests = each('2025-01-08T09:00Z', all, (at, who) =>
  step(
    at,
    `interest/${who}`,
    '/programmes/{programme}/interests',
    { organisation: provinces[who].cbs, contactRole: 'strategy-adviser', occurredOn: '2025-01-08' },
    { gives: who },
  ),
);

/** Three apply by the API; the other nine come in one file. */
const byApi: readonly Province[] = ['groningen', 'fryslan', 'drenthe'];

const applications = each('2025-01-13T09:00Z', byApi, (at, who) =>
  step(
    at,
    `application/${who}`,
    '/programmes/{programme}/applications',
    {
      organisation: provinces[who].cbs,
      network: '{network}',
      contactRole: 'strategy-adviser',
      occurredOn: '2025-01-13',
    },
    { gives: who },
  ),
);

const csv = [
  'gemeentecode;netwerk;aangemeld_op;contactrol',
  ...all
    .filter((who) => !byApi.includes(who))
    .map((who) => [provinces[who].cbs, '{network}', '2025-01-13', 'strategy-adviser'].join(';')),
].join('\r\n');

const byFile = step('2025-01-13T10:00Z', 'import', '/programmes/{programme}/imports', `${csv}\r\n`, {
  gives: 'import',
  waitsFor: { kind: 'imported', import: 'import' },
});

const intakes = all.flatMap((who) => [
  course('2025-01-17', who, 'intake-appointments', { date: '2025-01-17', status: 'agreed' }, '08:30'),
  course('2025-01-17', who, 'intakes', {}, '15:00'),
]);

const places = each('2025-01-20T09:00Z', all, (at, who) =>
  step(at, `place/${who}`, '/networks/{network}/admissions', { trajectory: `{${who}}` }),
);

const layers = ['executive', 'board'] as const;
const pairs = all.flatMap((who) => layers.map((layer) => [who, layer] as const));

const asked = each('2025-01-21T09:00Z', pairs, (at, [who, layer]) =>
  step(at, `asked/${who}/${layer}`, `/trajectories/{${who}}/commitments/${layer}/requests`, {
    due: '2025-03-01',
    occurredOn: '2025-01-21',
  }),
);

/** Flevoland's executive answers in April; the board of Zeeland refuses. */
const given = each(
  '2025-02-20T12:00Z',
  pairs.filter(([who, layer]) => `${who}/${layer}` !== 'flevoland/executive' && `${who}/${layer}` !== 'zeeland/board'),
  (at, [who, layer]) =>
    step(at, `given/${who}/${layer}`, `/trajectories/{${who}}/commitments/${layer}/grants`, {
      occurredOn: '2025-02-20',
    }),
);
const otherAnswers = [
  course('2025-02-25', 'zeeland', 'commitments/board/refusals', { reason: 'De directie ziet dit jaar geen ruimte.' }),
  course('2025-04-03', 'flevoland', 'commitments/executive/grants'),
];

const meetings = (
  [
    ['opening', 'opening', 'Start van de themateams', '2025-02-13'],
    ['evening-1', 'evening', 'Eerste creatieve avond', '2025-04-03'],
    ['evening-2', 'evening', 'Tweede creatieve avond', '2025-06-12'],
    ['closing', 'closing', 'Slotmanifestatie', '2025-10-09'],
  ] as const
).map(([name, kind, title, date], index) =>
  step(
    `2025-01-22T09:0${index}Z`,
    `planned/${name}`,
    '/networks/{network}/meetings',
    // The first evening waits for its date poll.
    { kind, title, date, status: name === 'evening-1' ? 'provisional' : 'agreed', occurredOn: '2025-01-22' },
    { gives: name },
  ),
);

/** Of the other meetings no minutes were made. */
const minutesOf: Readonly<
  Record<string, { readonly minutes: { readonly reference: string; readonly sha256: string } }>
> = {
  'evening-1': {
    minutes: {
      reference: 'verslag-avond-1',
      sha256: 'b1d4f70c93a6e8250f7b4c1d9e3a6085c2f7d1b4e8a0936c5d2f1e7b4a9c0d36',
    },
  },
};

const held = [
  ...hold('2025-02-13', 'opening', { zeeland: 'excused' }),
  ...hold('2025-04-10', 'evening-1', { limburg: 'absent' }),
  ...hold('2025-06-12', 'evening-2', { flevoland: 'excused' }),
  ...hold('2025-10-09', 'closing', { zeeland: 'absent' }),
];

function hold(day: string, meeting: string, notThere: Partial<Record<Province, 'excused' | 'absent'>>): Step[] {
  const entries = all.map((who) => ({ trajectory: `{${who}}`, attendance: notThere[who] ?? 'present' }));
  return [
    step(`${day}T20:00Z`, `held/${meeting}`, `/meetings/{${meeting}}/sessions`, {
      ...minutesOf[meeting],
      occurredOn: day,
    }),
    step(`${day}T20:10Z`, `attendance/${meeting}`, `/meetings/{${meeting}}/attendance`, { entries, occurredOn: day }),
  ];
}

const started = all.map((who) => course('2025-02-14', who, 'starts'));

/** Every twelve weeks, so that nobody is out of sight for longer than the ninety days of the template. */
const contacts = ['2025-02-20', '2025-05-15', '2025-08-07', '2025-10-30'].flatMap((day) =>
  all
    .filter((who) => who !== 'zeeland' || day < '2025-10-20')
    .map((who) =>
      course(day, who, 'contact-moments', {
        kind: 'phone',
        roles: ['strategy-adviser'],
        summary: 'Wat er loopt en wat er vastzit is doorgenomen.',
      }),
    ),
);

const ends = [
  course('2025-10-20', 'zeeland', 'stops', { reason: 'Zonder de directie gaat het niet verder.' }),
  ...all.filter((who) => who !== 'zeeland').map((who) => course('2025-11-14', who, 'completions')),
];

export const takingPart: readonly Step[] = [
  ...settingUp,
  ...interests,
  ...applications,
  byFile,
  ...intakes,
  ...places,
  ...asked,
  ...given,
  ...otherAnswers,
  ...meetings,
  ...held,
  ...started,
  ...contacts,
  ...ends,
];
