import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectCorrected, expectRetracted } from '../testing/corrected.ts';
import { afterTheIntake, because, ids, networkWithPlaces, on, programme, trajectoryOf } from '../testing/fixtures.ts';
import { Story } from '../testing/story.ts';
import type { TrajectoryState } from '../trajectory/state.ts';
import type { MeetingCommand } from './commands.ts';
import type { MeetingContext } from './context.ts';
import { checkMeetingFact } from './correction.ts';
import { meetingOf } from './course.ts';
import { meeting } from './decider.ts';

const [one, two] = [trajectoryOf(1), trajectoryOf(2)];
const context: MeetingContext = {
  programme,
  network: networkWithPlaces(one, two),
  trajectories: new Map<string, TrajectoryState>([
    [one, afterTheIntake(1).state],
    [two, afterTheIntake(2).state],
  ]),
};

const days = ['2025-10-01', '2025-10-10', '2025-11-12', '2025-11-20'] as const;
const day = fc.constantFrom(...days);
const entry = fc.record({
  trajectory: fc.constantFrom(one, two),
  attendance: fc.constantFrom('present' as const, 'excused' as const, 'absent' as const),
});

const command: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.tuple(day, day, fc.constantFrom('provisional' as const, 'agreed' as const)).map(
    ([told, date, status]): MeetingCommand => ({
      type: 'plan-meeting',
      ...on(told),
      meeting: ids.meeting,
      programme: ids.programme,
      network: ids.network,
      kind: 'opening',
      title: 'Startbijeenkomst',
      date,
      status,
    }),
  ),
  fc.tuple(day, day).map(([told, date]): MeetingCommand => ({ type: 'agree-date', ...on(told), date })),
  fc.tuple(day, day).map(
    ([told, to]): MeetingCommand => ({
      type: 'move-meeting',
      ...on(told),
      to,
      status: 'agreed',
      by: 'facilitator',
      reason: because,
    }),
  ),
  fc
    .tuple(day, fc.option(fc.constantFrom({ reference: 'Z-1' }, { reference: 'Z-2' }), { nil: undefined }))
    .map(([told, minutes]): MeetingCommand => ({ type: 'hold-meeting', ...on(told), minutes })),
  day.map((told): MeetingCommand => ({ type: 'cancel-meeting', ...on(told), reason: because })),
  fc
    .tuple(day, fc.array(entry, { minLength: 1, maxLength: 3 }))
    .map(([told, entries]): MeetingCommand => ({ type: 'record-attendance', ...on(told), entries })),
);
const commands = fc.array(command, { maxLength: 25 });

describe('whatever is told of a meeting', () => {
  it('is where its facts lead, and those stand in the order of their days', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = new Story(meeting, context);
        for (const each of all) told.when(each);
        const { state } = told;
        if (state.status === 'unknown') return;
        const dates = state.facts.map((fact) => fact.on);
        expect(dates).toEqual([...dates].sort());
        expect(state).toMatchObject({ ...meetingOf(state.facts) });
      }),
      { numRuns: 150 },
    );
  });

  it('has of each trajectory one attendance, of whoever has a place', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = new Story(meeting, context);
        for (const each of all) told.when(each);
        const { state } = told;
        const there = state.status === 'unknown' ? [] : Object.keys(state.attendance);
        expect(there.filter((trajectory) => trajectory !== one && trajectory !== two)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing when it is told twice, unless it says so in words', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = new Story(meeting, context);
        for (const each of all) {
          told.when(each);
          const once = told.state;
          told.when(each);
          const again = told.state;
          if (once.status === 'unknown' || again.status === 'unknown') continue;
          const { facts: _before, ...where } = once;
          expect(again).toMatchObject(where);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a corrected history of a meeting', () => {
  const planned: MeetingCommand = {
    type: 'plan-meeting',
    ...on('2025-09-25'),
    meeting: ids.meeting,
    programme: ids.programme,
    network: ids.network,
    kind: 'opening',
    title: 'Startbijeenkomst',
    date: '2025-10-10',
    status: 'agreed',
  };
  const historyOf = (all: readonly MeetingCommand[]) => {
    const told = new Story(meeting, context).given(planned);
    for (const each of all) told.when(each);
    return told.history;
  };
  const stream = (all: readonly MeetingCommand[]) => ({
    aggregate: meeting,
    history: historyOf(all),
    context: { programme, check: checkMeetingFact(context) },
  });

  it('equals the history that had been right at once, attendance too', () => {
    fc.assert(
      fc.property(commands, fc.nat(), day, (all, which, rightDay) => {
        const corrected = stream(all);
        const wrong = corrected.history[which % corrected.history.length];
        if (wrong) expectCorrected(corrected, wrong, { on: rightDay });
      }),
      { numRuns: 150 },
    );
  });

  it('without a retracted fact equals the history in which it never happened', () => {
    fc.assert(
      fc.property(commands, fc.nat(), (all, which) => {
        const corrected = stream(all);
        const wrong = corrected.history[which % corrected.history.length];
        if (wrong) expectRetracted(corrected, wrong);
      }),
      { numRuns: 150 },
    );
  });
});
