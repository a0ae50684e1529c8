import { describe, expect, test } from '@jest/globals';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { on, rowOf } from '../../../test/support/rows.ts';
import { attendanceItemOf } from './item.ts';
import { attendanceView } from './view.ts';

const [assen, emmen] = ['Assen', 'Emmen'].map(idOf) as [string, string];
const meetings = new Map(
  ['opening', 'first', 'second', 'third'].map((name) => [
    idOf(name),
    { title: name, kind: name === 'opening' ? ('opening' as const) : ('exchange' as const), heldOn: null },
  ]),
);

type Attendance = 'present' | 'excused' | 'absent';

/** Who of the two was there. */
function attended(day: string, meeting: string, ofAssen: [Attendance, ...string[]], ofEmmen: Attendance = 'present') {
  const [attendance, ...roles] = ofAssen;
  const entries = [
    { trajectory: assen, attendance, roles },
    { trajectory: emmen, attendance: ofEmmen, roles: [] },
  ];
  const subjects = [`meeting:${idOf(meeting)}`, `trajectory:${assen}`, `trajectory:${emmen}`];
  return on(day, { type: 'meeting.attendance-recorded.v2', data: { entries } }, ...subjects);
}

const attendee = { organisation: { id: 'a', name: 'Assen', cbs: null, province: null }, network: null };
const itemOn = (events: readonly Told[], validOn: string, key = assen) =>
  attendanceItemOf(rowOf(attendanceView, key, events), attendee, meetings, validOn);

describe('the attendance of a trajectory', () => {
  const year = [
    attended('2025-11-12', 'opening', ['present', 'mayor', 'adviser', 'adviser']),
    attended('2026-01-14', 'first', ['present', 'adviser']),
    attended('2026-03-11', 'second', ['excused'], 'absent'),
    attended('2026-05-13', 'third', ['absent'], 'absent'),
  ];

  test('is a rate, a number of meetings missed in a row, and the roles at the table', () => {
    expect(itemOn(year, '2026-06-01')).toMatchObject({
      expected: 4,
      present: 2,
      excused: 1,
      absent: 1,
      presentPerMille: 500,
      missedInARow: 2,
      absentInARow: 1,
      roles: [
        { role: 'adviser', meetings: 2 },
        { role: 'mayor', meetings: 1 },
      ],
    });
    expect(itemOn(year, '2026-06-01', emmen)).toMatchObject({ presentPerMille: 500, missedInARow: 2, absentInARow: 2 });
  });

  test('is told for any day: what came later is left out', () => {
    expect(itemOn(year, '2025-11-11')).toBeUndefined();
    expect(itemOn(year, '2026-01-14')).toMatchObject({ expected: 2, presentPerMille: 1000, missedInARow: 0 });
    expect(itemOn(year, '2026-03-11')).toMatchObject({ presentPerMille: 667, missedInARow: 1, absentInARow: 0 });
  });

  test('given a meeting that is recorded late, then it stands in the order of the days', () => {
    const [opening, first, second, third] = year as [Told, Told, Told, Told];
    const item = itemOn([opening, third, second, first], '2026-06-01');
    expect(item?.meetings.map(({ title }) => title)).toEqual(['opening', 'first', 'second', 'third']);
    expect(item).toMatchObject({ missedInARow: 2 });
  });

  test('given attendance that is recorded again, then the last record counts', () => {
    const again = attended('2026-05-13', 'third', ['present', 'mayor']);
    expect(itemOn([...year, again], '2026-06-01')).toMatchObject({ expected: 4, present: 3, missedInARow: 0 });
  });

  test('given a correction that names others, then those who are no longer named were not expected', () => {
    const [opening] = year as [Told];
    const entries = [{ trajectory: emmen, attendance: 'present', roles: [] }];
    const corrected = {
      ...on('2025-11-12', { type: 'meeting.attendance-recorded.v2', data: { entries } }, ...opening.subjects),
      corrects: { event: opening.id, kind: 'correction', reason: sealed('.') },
    } as Told;
    expect(() => itemOn([opening, corrected], '2026-06-01')).toThrow('There is no such row');
    expect(itemOn([opening, corrected], '2026-06-01', emmen)).toMatchObject({ expected: 1, present: 1 });
  });
});
