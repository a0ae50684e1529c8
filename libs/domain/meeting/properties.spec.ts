import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideCorrection } from '../kernel/corrections.ts';
import { inPlace, type Recorded } from '../kernel/event.ts';
import {
  afterTheIntake,
  because,
  day as dayOf,
  ids,
  networkWithPlaces,
  noonOf,
  on,
  programme,
  trajectoryOf,
} from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { TrajectoryState } from '../trajectory/state.ts';
import type { MeetingCommand } from './commands.ts';
import type { MeetingContext } from './context.ts';
import { checkMeetingFact } from './correction.ts';
import { meetingOf } from './course.ts';
import { meeting } from './decider.ts';
import type { MeetingEvent } from './events.ts';

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
  day.map((told): MeetingCommand => ({ type: 'hold-meeting', ...on(told) })),
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
  const recordedOn = '2026-06-01';
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
  const correction = { programme, check: checkMeetingFact(context) };
  const evolveAll = (history: readonly Recorded<MeetingEvent>[]) =>
    history.reduce((state, event) => meeting.evolve(state, event), meeting.initial);
  const recordedLater = (events: readonly object[]) =>
    events.map((event) => ({ ...event, id: idNumber(1), recordedAt: noonOf(recordedOn) })) as Recorded<MeetingEvent>[];

  it('equals the history that had been right at once, attendance too', () => {
    fc.assert(
      fc.property(commands, fc.nat(), day, (all, which, rightDay) => {
        const history = historyOf(all);
        const wrong = history[which % history.length];
        if (!wrong) return;
        const content = { event: wrong.id, data: wrong.data, occurredOn: dayOf(rightDay), reason: because };
        const decision = decideCorrection({ type: 'correct-fact', ...on(recordedOn), ...content }, history, correction);
        if (decision.outcome === 'refused') {
          expect(decision.refusal.code).toBe('nothing-changed');
          return;
        }
        const right = history.map((event) => (event === wrong ? { ...event, occurredOn: dayOf(rightDay) } : event));
        const corrected = [...history, ...recordedLater(decision.events)];
        expect(evolveAll(inPlace(corrected))).toEqual(evolveAll(right));
      }),
      { numRuns: 150 },
    );
  });

  it('without a retracted fact equals the history in which it never happened', () => {
    fc.assert(
      fc.property(commands, fc.nat(), (all, which) => {
        const history = historyOf(all);
        const wrong = history[which % history.length];
        if (!wrong) return;
        const retract = { type: 'retract-fact' as const, at: noonOf(recordedOn), event: wrong.id, reason: because };
        const decision = decideCorrection(retract, history, correction);
        if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
        const retracted = [...history, ...recordedLater(decision.events)];
        expect(evolveAll(inPlace(retracted))).toEqual(evolveAll(history.filter((event) => event !== wrong)));
      }),
      { numRuns: 150 },
    );
  });
});
