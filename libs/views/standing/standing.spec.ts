import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type MeetingKind, meetingKind } from '#domain/meeting/events';
import { regionalNetwork } from '#domain/template/regional-network';
import { idOf } from '../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../test/support/rows.ts';
import type { PlannedMeeting, ProgrammeRow } from '../programme/view.ts';
import { progressView } from '../progress/view.ts';
import { standingView } from './view.ts';

const [trajectory, network, other] = ['trajectory', 'network', 'other network'].map(idOf) as [string, string, string];
const about = `trajectory:${trajectory}`;
const meetings = ['first', 'second', 'third'].map(idOf);

/** It applied, was asked for an answer, and was at all meetings. */
const row = rowOf(progressView, trajectory, [
  on(
    '2025-03-03',
    {
      type: 'trajectory.applied.v1',
      data: { trajectory, programme, organisation: idOf('Assen'), network, contactRole: 'secretary' },
    },
    about,
  ),
  ...meetings.map((meeting, number) =>
    on(
      `2025-0${5 + number}-12`,
      {
        type: 'meeting.attendance-recorded.v2',
        data: { entries: [{ trajectory, attendance: 'present', roles: [] }] },
      },
      about,
      `meeting:${meeting}`,
    ),
  ),
]);

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2025-06-${String(number).padStart(2, '0')}`);
const planned = (meeting: string): fc.Arbitrary<PlannedMeeting> =>
  fc.record({
    meeting: fc.constant(meeting),
    network: fc.constantFrom(network, network, other, null),
    kind: fc.constantFrom<MeetingKind>('opening', 'exchange', 'closing', ...meetingKind.options),
    title: fc.constantFrom('Start', 'Bijeenkomst'),
    date: day,
    firstDate: day,
    status: fc.constantFrom('provisional' as const, 'agreed' as const),
    heldOn: fc.option(day),
    cancelled: fc.boolean(),
    facts: fc.constant([]),
  });
const calendar = fc.tuple(...meetings.map(planned));

function programmeOf(calendar: readonly PlannedMeeting[]): ProgrammeRow {
  return {
    ...{ programme, name: 'Noord', client: idOf('client'), opensOn: '2025-02-01', from: '2025-03-01' },
    ...{ until: '2026-02-28', template: regionalNetwork, networks: [], meetings: calendar },
    ...{ schedules: [], endedSchedules: [] },
  };
}

/** The same calendar, with some things of it as they are in another. */
const changed = fc
  .tuple(calendar, calendar, fc.array(fc.constantFrom(...fields()), { minLength: 1, maxLength: 2 }), fc.nat(2))
  .map(([before, other, names, number]) => {
    const after = before.map((meeting, index) =>
      index === number ? { ...meeting, ...picked(other[index] ?? meeting, names) } : meeting,
    );
    return { before: programmeOf(before), after: programmeOf(after) };
  });

function fields(): (keyof PlannedMeeting)[] {
  return ['network', 'kind', 'title', 'date', 'firstDate', 'status', 'heldOn', 'cancelled'];
}

function picked(meeting: PlannedMeeting, names: readonly (keyof PlannedMeeting)[]): Partial<PlannedMeeting> {
  return Object.fromEntries(names.map((name) => [name, meeting[name]]));
}

test('given a calendar that is otherwise, when no trajectory is said to be concerned, then none stands otherwise', () => {
  const { derived } = standingView;
  if (derived?.kind !== 'per-row') throw new Error('derived row by row');
  const standing = (of: ProgrammeRow) => derived.of(row, { programmes: new Map([[programme, of]]) }, trajectory);
  const seen = { concerned: 0, not: 0 };
  fc.assert(
    fc.property(changed, ({ before, after }) => {
      const isConcerned = derived.concerns('programmes', before, after) === 'all';
      seen[isConcerned ? 'concerned' : 'not'] += 1;
      if (!isConcerned) expect(standing(after)).toEqual(standing(before));
    }),
    { numRuns: 500 },
  );
  // Otherwise it would say nothing, or nothing would be saved.
  expect(Math.min(seen.concerned, seen.not)).toBeGreaterThan(50);
});
