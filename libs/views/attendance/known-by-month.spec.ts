import { describe, expect, test } from '@jest/globals';
import { idOf, type Told } from '../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../test/support/rows.ts';
import { meetingItemOf } from '../meeting/item.ts';
import { heldOnOf, meetingView } from '../meeting/view.ts';
import { attendanceItemOf } from './item.ts';
import { attendanceView } from './view.ts';

const trajectory = idOf('Assen');
const attendee = { organisation: { id: 'a', name: 'Assen', cbs: null, province: null }, network: null };

type Attendance = 'present' | 'absent';

const planned = (meeting: string, date: string) => {
  const data = { meeting: idOf(meeting), programme, kind: 'exchange', title: meeting, date, status: 'agreed' };
  return on('2026-02-02', { type: 'meeting.planned.v2', data }, `meeting:${idOf(meeting)}`);
};
const held = (meeting: string, day: string) =>
  on(day, { type: 'meeting.held.v1', data: {} }, `meeting:${idOf(meeting)}`);
const attended = (meeting: string, day: string, attendance: Attendance) => {
  const data = { entries: [{ trajectory, attendance, roles: [] }] };
  const type = 'meeting.attendance-recorded.v2';
  return on(day, { type, data }, `meeting:${idOf(meeting)}`, `trajectory:${trajectory}`);
};
const inMarch = (told: Told): Told => ({ ...told, occurredOn: { precision: 'month', value: '2026-03' } }) as Told;

const ofFirst = [
  planned('first', '2026-03-10'),
  held('first', '2026-03-10'),
  attended('first', '2026-03-10', 'present'),
];
const absent = inMarch(attended('second', '2026-03-31', 'absent'));
const [plan, wasHeld] = [planned('second', '2026-03-20'), held('second', '2026-03-20')];

/** Those of a meeting, told in the one order and in the other. */
const orders = [
  ['after it was told as held', [plan, wasHeld, absent]],
  ['before it was told as held', [plan, absent, wasHeld]],
] as const;

describe.each(orders)('attendance of the second meeting, told by its month %s', (_order, ofSecond) => {
  const second = rowOf(meetingView, idOf('second'), ofSecond);
  const meetings = new Map(
    [rowOf(meetingView, idOf('first'), ofFirst), second].map((row) => [
      row.meeting,
      { title: row.title, kind: row.kind, heldOn: heldOnOf(row) },
    ]),
  );
  const row = rowOf(attendanceView, trajectory, [...ofFirst, ...ofSecond]);
  const itemOn = (validOn: string) => attendanceItemOf(row, attendee, meetings, validOn);

  test('then it was missed after the first one, and from the day on which it was held', () => {
    expect(itemOn('2026-03-05')).toBeUndefined();
    expect(itemOn('2026-03-19')).toMatchObject({ expected: 1, missedInARow: 0 });
    const item = itemOn('2026-03-20');
    expect(item).toMatchObject({ expected: 2, missedInARow: 1, absentInARow: 1 });
    expect(item?.meetings.map(({ title, on: day }) => [title, day])).toEqual([
      ['first', '2026-03-10'],
      ['second', '2026-03-20'],
    ]);
  });

  test('then on a day on which the meeting was still planned, nobody was absent from it', () => {
    expect(meetingItemOf(second, '2026-03-05')).toMatchObject({ state: 'planned', attendance: [] });
    expect(meetingItemOf(second, '2026-03-20')).toMatchObject({
      state: 'held',
      attendance: [{ trajectory, attendance: 'absent', on: '2026-03-20' }],
    });
  });
});

describe('a meeting of which nothing says when it was held', () => {
  test('then who was there is known from the first of that month, wherever it is asked', () => {
    const meeting = rowOf(meetingView, idOf('second'), [plan, absent]);
    expect(meetingItemOf(meeting, '2026-02-28')?.attendance).toEqual([]);
    expect(meetingItemOf(meeting, '2026-03-05')?.attendance).toMatchObject([{ on: '2026-03-01' }]);
    const known = new Map([[idOf('second'), { title: 'second', kind: meeting.kind, heldOn: heldOnOf(meeting) }]]);
    const row = rowOf(attendanceView, trajectory, [plan, absent]);
    expect(attendanceItemOf(row, attendee, known, '2026-03-05')).toMatchObject({ expected: 1, missedInARow: 1 });
  });
});

describe('attendance of which the day was told', () => {
  const wasThere = attended('second', '2026-03-20', 'present');

  test('stands on that day when the meeting is told as held once more, later', () => {
    const again = held('second', '2026-03-24');
    const row = rowOf(meetingView, idOf('second'), [plan, wasHeld, wasThere, again]);
    expect(meetingItemOf(row, '2026-03-21')).toMatchObject({
      heldOn: '2026-03-20',
      attendance: [{ on: '2026-03-20' }],
    });
  });

  test('stands on that day when of the meeting only the month is told', () => {
    const sometime = inMarch(held('second', '2026-03-31'));
    const row = rowOf(meetingView, idOf('second'), [plan, sometime, wasThere]);
    expect(meetingItemOf(row, '2026-03-05')?.attendance).toEqual([]);
    expect(meetingItemOf(row, '2026-03-20')?.attendance).toEqual([
      expect.objectContaining({ on: '2026-03-20', attendance: 'present' }),
    ]);
  });
});
