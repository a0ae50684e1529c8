import { type Body, type Step, step } from '../../recorder/step.ts';
import { type Municipality, municipalities } from '../municipalities.ts';

/** Fictitious. What was pledged at the third exchange meeting, and what became of it. */
const meeting = '{exchange-3}';
const exchange = '2026-04-23';

const made = [
  make('2026-04-23T15:00Z', 'groningen', 'De slotbijeenkomst ontvangen in het stadhuis', '2026-09-17'),
  make('2026-04-23T15:01Z', 'oldambt', 'Het verslag van de raadsavond delen', '2026-08-20'),
  make('2026-04-23T15:02Z', 'assen', 'De eigen werkwijze op papier delen', '2026-06-15'),
  make('2026-04-23T15:03Z', 'hoogeveen', 'Een collega vrijmaken voor intervisie', '2026-07-01'),
];

/** Asked at the meeting, answered by the organisation later. */
const emmen = [
  step(
    '2026-04-23T15:04Z',
    'pledge-asked/emmen',
    '/trajectories/{emmen}/pledge-requests',
    {
      ...content('emmen', 'Een casus inbrengen over vroeg aan tafel', '2026-06-02'),
      meeting,
      occurredOn: exchange,
    },
    { gives: 'pledge/emmen' },
  ),
  of('2026-05-12T10:00Z', 'emmen', 'promises', { what: 'Twee korte casussen inbrengen', due: '2026-06-30' }),
  of('2026-06-25T10:00Z', 'emmen', 'postponements', { to: '2026-09-04', reason: 'De tweede casus loopt nog.' }),
  of('2026-09-01T10:00Z', 'emmen', 'partial-keepings', { result: 'De eerste casus is besproken.' }),
];

/** The client pays a part; another province took that over. */
const province = [
  step(
    '2026-05-19T09:00Z',
    'pledge/drenthe',
    '/programmes/{programme}/pledges',
    {
      organisation: '22',
      role: 'programme-manager',
      toRole: 'lead',
      what: 'Een bijdrage aan de kosten van de slotbijeenkomst',
      due: '2026-09-01',
      occurredOn: '2026-05-19',
    },
    { gives: 'pledge/drenthe' },
  ),
  of('2026-08-26T09:00Z', 'drenthe', 'takeovers', { organisation: '21', role: 'programme-manager' }),
  of('2026-09-10T09:00Z', 'drenthe', 'keepings', { evidence: { reference: 'beschikking-2026-310' } }),
];

const turns = [
  of('2026-06-10T09:00Z', 'hoogeveen', 'withdrawals', { reason: 'De collega is ziek en niet te vervangen.' }),
  of('2026-08-24T09:00Z', 'oldambt', 'lapses', { reason: 'De raadsavond is niet doorgegaan.' }),
  of('2026-09-17T15:00Z', 'groningen', 'keepings', {}),
];

function content(who: Municipality, what: string, due: string) {
  return { role: municipalities[who].contactRole, toRole: 'lead', what, due };
}

function make(at: string, who: Municipality, what: string, due: string): Step {
  const body = { ...content(who, what, due), meeting, occurredOn: exchange };
  return step(at, `pledge/${who}`, `/trajectories/{${who}}/pledges`, body, { gives: `pledge/${who}` });
}

function of(at: string, who: Municipality | 'drenthe', what: string, body: Exclude<Body, string>): Step {
  const path = `/pledges/{pledge/${who}}/${what}`;
  return step(at, `pledge-${what}/${who}`, path, { ...body, occurredOn: at.slice(0, 10) });
}

export const pledgeSteps: readonly Step[] = [...made, ...emmen, ...province, ...turns];
