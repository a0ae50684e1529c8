import { each, type Step, step } from '../../recorder/step.ts';
import type { Municipality } from '../municipalities.ts';
import { exchange1AsItWas } from './meetings.ts';

/** Fictitious. Contact moments, local change, the lead's judgement, two corrections and one retraction. */
const rounds: readonly (readonly [from: string, who: readonly Municipality[], summary: string])[] = [
  [
    '2025-10-14T09:00Z',
    [
      'groningen',
      'eemsdelta',
      'leeuwarden',
      'smallingerland',
      'heerenveen',
      'noardeast',
      'assen',
      'emmen',
      'hoogeveen',
    ],
    'De start is goed verlopen; de eerste opdracht is besproken.',
  ],
  [
    '2026-01-13T09:00Z',
    [
      'groningen',
      'eemsdelta',
      'oldambt',
      'leeuwarden',
      'smallingerland',
      'heerenveen',
      'noardeast',
      'assen',
      'hoogeveen',
    ],
    'Halverwege: wat loopt en wat vastzit is doorgenomen.',
  ],
  [
    '2026-04-07T09:00Z',
    ['groningen', 'eemsdelta', 'oldambt', 'leeuwarden', 'noardeast', 'assen', 'emmen', 'hoogeveen', 'veendam'],
    'Na de verkiezingen: wat de nieuwe raad en het nieuwe college betekenen.',
  ],
  [
    '2026-06-30T09:00Z',
    [
      'groningen',
      'eemsdelta',
      'oldambt',
      'leeuwarden',
      'smallingerland',
      'noardeast',
      'assen',
      'emmen',
      'hoogeveen',
      'veendam',
    ],
    'Voor de zomer: wat af is en wat in het najaar nog moet.',
  ],
  [
    '2026-09-08T09:00Z',
    [
      'groningen',
      'eemsdelta',
      'oldambt',
      'leeuwarden',
      'smallingerland',
      'noardeast',
      'assen',
      'emmen',
      'hoogeveen',
      'veendam',
    ],
    'De bijdrage aan de slotbijeenkomst is besproken.',
  ],
];

const contacts = rounds.flatMap(([from, who, summary], index) =>
  each(from, who, (at, one) => {
    const body = { kind: 'phone', roles: ['lead', 'contact'], summary, occurredOn: from.slice(0, 10) };
    return step(at, `contact-${index + 1}/${one}`, `/trajectories/{${one}}/contact-moments`, body);
  }),
);

/** Recorded four weeks after it happened. */
const lateVisit = step('2025-11-06T09:00Z', 'contact-1/oldambt', '/trajectories/{oldambt}/contact-moments', {
  kind: 'visit',
  roles: ['lead', 'portfolio-holder'],
  summary: 'Werkbezoek; de portefeuillehouder steunt het traject.',
  occurredOn: '2025-10-09',
});

const localChanges = each(
  '2025-10-02T09:00Z',
  [
    ['groningen', 'Digitaal vaardig', 'under-way', 'programme-manager'],
    ['leeuwarden', 'Leiderschap in netwerken', 'preparation', 'hr-manager'],
    ['emmen', 'Vroeg aan tafel', 'idea', 'organisation-adviser'],
  ] as const,
  (at, [who, name, stage, ownerRole]) =>
    step(at, `local-change/${who}`, `/trajectories/{${who}}/local-changes`, {
      name,
      stage,
      ownerRole,
      occurredOn: '2025-10-02',
    }),
);

const judgements = [
  judge(
    '2026-01-15T09:00Z',
    'heerenveen',
    'behind',
    'De ombuiging raakt het hele traject; een gesprek met het college volgt.',
  ),
  judge('2026-04-13T09:00Z', 'smallingerland', 'attention', 'Het contact is stilgevallen sinds de verkiezingen.'),
  judge(
    '2026-04-13T09:10Z',
    'veendam',
    'on-schedule',
    'Halverwege ingestapt; loopt voor op wat bij de instap is afgesproken.',
  ),
];

const corrections = [
  step('2026-02-05T11:00Z', 'correction/exchange-1', '/meetings/{exchange-1}/corrections', {
    event: '{event:attendance/exchange-1}',
    data: { entries: exchange1AsItWas },
    occurredOn: '2025-11-20',
    reason: 'Emmen had zich afgemeld; het bericht was blijven liggen.',
  }),
  step('2026-02-12T09:00Z', 'retraction/oldambt', '/trajectories/{oldambt}/retractions', {
    event: '{event:confirmations/oldambt/council}',
    reason: 'Het raadsbesluit is van Eemsdelta; de raad van Oldambt heeft nog niet bevestigd.',
  }),
  step('2026-03-05T11:00Z', 'correction/groningen', '/trajectories/{groningen}/corrections', {
    event: '{event:delivered/groningen/2}',
    data: { support: '{support/groningen}', minutes: 240 },
    occurredOn: '2025-12-09',
    reason: 'De declaratie telde de middag dubbel.',
  }),
];

function judge(at: string, who: Municipality, judgement: string, reason: string): Step {
  return step(at, `judged/${who}`, `/trajectories/{${who}}/judgements`, {
    judgement,
    reason,
    occurredOn: at.slice(0, 10),
  });
}

export const followingSteps: readonly Step[] = [...contacts, lateVisit, ...localChanges, ...judgements, ...corrections];
