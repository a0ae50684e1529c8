import { expect, test } from '@jest/globals';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../test/support/rows.ts';
import { progressView } from './view.ts';

const [trajectory, organisation, adviser] = ['trajectory', 'Assen', 'an adviser'].map(idOf);
const about = `trajectory:${trajectory}`;

const attended = on(
  '2026-02-10',
  {
    type: 'meeting.attendance-recorded.v2',
    data: { entries: [{ trajectory, attendance: 'present', roles: [] }] },
  },
  `meeting:${idOf('meeting')}`,
  about,
);
const gathered = on(
  '2026-02-11',
  { type: 'theme.gathered.v1', data: { item: idOf('theme'), title: 'Samen', trajectory, organisation: adviser } },
  `item:${idOf('theme')}`,
  about,
  `organisation:${adviser}`,
);
const contacted = on(
  '2026-03-10',
  { type: 'trajectory.contacted.v1', data: { kind: 'phone', roles: ['lead'], summary: sealed('.') } },
  about,
  `organisation:${organisation}`,
);

test.each([
  ['attendance before the contact', [attended, contacted]],
  ['attendance after the contact', [contacted, attended]],
  ['an item that is of another organisation before the contact', [gathered, contacted]],
  ['an item that is of another organisation after the contact', [contacted, gathered]],
] as const)(
  'given an application that was taken back, and %s, then it is of the organisation that was contacted',
  (_, events) => {
    const applied = on(
      '2026-01-10',
      {
        type: 'trajectory.applied.v1',
        data: { trajectory, programme, organisation, contactRole: 'adviser', network: idOf('network') },
      },
      about,
      `organisation:${organisation}`,
    );
    const takenBack = {
      ...on('2026-04-01', { type: 'trajectory.fact-retracted.v1', data: {} }, about, `organisation:${organisation}`),
      corrects: { event: applied.id, kind: 'retraction', reason: sealed('.') },
    } as Told;
    expect(rowOf(progressView, trajectory, [applied, ...events, takenBack])).toMatchObject({ programme, organisation });
  },
);
