import { expect, test } from '@jest/globals';
import { idOf } from '../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../test/support/rows.ts';
import { figuresOf } from '../attendance/figures.ts';
import { meetingItemOf } from './item.ts';
import { type MeetingListItem, order } from './queries.ts';
import { meetingView } from './view.ts';

/** A meeting, and how many of two were there; without a number nobody was counted. */
function meetingWith(title: string, present?: number): MeetingListItem {
  const meeting = idOf(title);
  const about = `meeting:${meeting}`;
  const plan = { meeting, programme, kind: 'exchange', title, date: '2026-03-10', status: 'agreed' };
  const planned = on('2026-02-02', { type: 'meeting.planned.v2', data: plan }, about);
  const entries = [0, 1].map((which) => ({
    trajectory: idOf(`${which}`),
    attendance: which < (present ?? 0) ? 'present' : 'absent',
    roles: [],
  }));
  const counted = on('2026-03-10', { type: 'meeting.attendance-recorded.v2', data: { entries } }, about);
  const row = rowOf(meetingView, meeting, present === undefined ? [planned] : [planned, counted]);
  const item = meetingItemOf(row, '2026-03-31');
  if (!item) throw new Error('It was planned');
  return { ...item, figures: figuresOf(item.attendance) };
}

const [uncounted, nobody, half, all] = [
  meetingWith('uncounted'),
  meetingWith('nobody', 0),
  meetingWith('half', 1),
  meetingWith('all', 2),
];

test.each([
  ['rate', ['nobody', 'half', 'all', 'uncounted']],
  ['-rate', ['all', 'half', 'nobody', 'uncounted']],
] as const)(
  'given a meeting where nobody was counted, then by %s it comes after one where nobody was',
  (sort, titles) => {
    const sorted = [uncounted, half, nobody, all].toSorted(order(sort));
    expect(sorted.map(({ title }) => title)).toEqual(titles);
  },
);
