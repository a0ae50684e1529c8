import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../kernel/days.ts';
import { evolveAll } from '../kernel/decision.ts';
import { expectCorrected, expectRetracted } from '../testing/corrected.ts';
import { apply, because, day, noonOf, programme, showInterest, trajectoryStory } from '../testing/fixtures.ts';
import { idNumber } from '../testing/story.ts';
import type { TrajectoryCommand } from './commands.ts';
import { commitmentOf } from './commitment.ts';
import { courseOf } from './course.ts';
import { trajectory } from './decider.ts';
import type { TrajectoryState } from './state.ts';

const recordedOn = '2026-06-01';
const date = fc.integer({ min: 0, max: 250 }).map((days) => addDays('2025-09-02', days));
const layer = fc.constantFrom('executive', 'council', 'officials');
const support = fc.constantFrom(idNumber(41), idNumber(42));

/** A fact of some day, all recorded on one. */
function fact(
  type: TrajectoryCommand['type'],
  fields: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<TrajectoryCommand> {
  return fc
    .tuple(date, fields)
    .map(
      ([happened, more]) => ({ type, at: noonOf(recordedOn), occurredOn: day(happened), ...more }) as TrajectoryCommand,
    );
}

const reason = fc.constant(because);
const ofLayer = fc.record({ layer });
const ofLayerBecause = fc.record({ layer, reason });
const appointment = fc.constantFrom<'provisional' | 'agreed'>('provisional', 'agreed');

const command: fc.Arbitrary<TrajectoryCommand> = fc.oneof(
  date.map((happened) => showInterest(happened)),
  date.map((happened) => apply(happened)),
  fact('plan-intake', fc.record({ date, status: appointment })),
  fact('move-intake', fc.record({ to: date, status: appointment, by: fc.constant('facilitator'), reason })),
  fact('hold-intake'),
  fact('start'),
  fact('pause', fc.record({ reason })),
  fact('resume'),
  fact('complete'),
  fact('close'),
  fact('withdraw', fc.record({ reason })),
  fact('stop', fc.record({ reason })),
  fact('ask-commitment', fc.record({ layer, due: date })),
  fact('move-commitment-due', fc.record({ layer, to: date, reason })),
  fact('put-commitment-on-agenda', fc.record({ layer, on: date })),
  fact('give-commitment', ofLayer),
  fact('refuse-commitment', ofLayerBecause),
  fact('put-commitment-under-pressure', ofLayerBecause),
  fact('relieve-commitment-pressure', ofLayer),
  fact('put-commitment-in-question', fc.record({ layer, cause: fc.constant('election'), due: date })),
  fact('lapse-commitment', ofLayerBecause),
  fact('end-commitment', ofLayer),
  fact('request-support', fc.record({ support, request: reason })),
  fact('deliver-support', fc.record({ support, minutes: fc.integer({ min: 1, max: 600 }) })),
  fact('complete-support', fc.record({ support, result: reason })),
);

const commands = fc.array(command, { maxLength: 30 });

function tell(all: readonly TrajectoryCommand[]) {
  const told = trajectoryStory().given(apply('2025-09-01'));
  for (const each of all) told.when(each);
  return told;
}

describe('whatever happens to a trajectory', () => {
  it('is a state that can be told, on any day', () => {
    fc.assert(
      fc.property(commands, date, (all, upTo) => {
        const { state } = tell(all);
        if (state.status === 'unknown') throw new Error('Known is known.');
        expect(courseOf(state.course)?.step).toBeDefined();
        expect(courseOf(state.course, upTo)?.step).toBeDefined();
        for (const facts of Object.values(state.commitments)) expect(commitmentOf(facts).step).toBeDefined();
        const days = state.course.map((each) => each.on);
        expect(days).toEqual([...days].sort());
      }),
      { numRuns: 150 },
    );
  });

  it('can be evolved in any order', () => {
    fc.assert(
      fc.property(
        commands.map((all) => tell(all).history),
        fc.integer(),
        (history, turn) => {
          const start = history.length === 0 ? 0 : Math.abs(turn) % history.length;
          const shuffled = [...history.slice(start), ...history.slice(0, start)].reverse();
          const steps = (state: TrajectoryState) =>
            state.status === 'known' ? state.course.map((each) => JSON.stringify(each)).sort() : [];
          expect(steps(evolveAll(trajectory, shuffled))).toEqual(steps(evolveAll(trajectory, history)));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a corrected history', () => {
  const stream = (all: readonly TrajectoryCommand[]) => ({
    aggregate: trajectory,
    history: tell(all).history,
    context: { programme },
  });

  it('equals the history that had been right at once', () => {
    fc.assert(
      fc.property(commands, fc.nat(), date, (all, which, rightDay) => {
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
