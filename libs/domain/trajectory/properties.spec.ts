import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideCorrection } from '../kernel/corrections.ts';
import { addDays } from '../kernel/days.ts';
import { inPlace, type Recorded } from '../kernel/event.ts';
import { apply, because, day, noonOf, on, programme, showInterest, trajectoryStory } from '../testing/fixtures.ts';
import { idNumber } from '../testing/story.ts';
import type { TrajectoryCommand } from './commands.ts';
import { commitmentOf } from './commitment.ts';
import { courseOf } from './course.ts';
import { trajectory } from './decider.ts';
import type { TrajectoryEvent } from './events.ts';
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

const evolveAll = (history: readonly Recorded<TrajectoryEvent>[]) =>
  history.reduce((state, event) => trajectory.evolve(state, event), trajectory.initial);

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
          expect(steps(evolveAll(shuffled))).toEqual(steps(evolveAll(history)));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a corrected history', () => {
  it('equals the history that had been right at once', () => {
    fc.assert(
      fc.property(commands, fc.nat(), date, (all, which, rightDay) => {
        const history = tell(all).history;
        const wrong = history[which % history.length];
        if (!wrong) return;
        const decision = decideCorrection(
          {
            type: 'correct-fact',
            ...on(recordedOn),
            event: wrong.id,
            data: wrong.data,
            occurredOn: day(rightDay),
            reason: because,
          },
          history,
          { programme },
        );
        if (decision.outcome === 'refused') {
          expect(decision.refusal.code).toBe('nothing-changed');
          return;
        }
        const correction = decision.events.map((e) => ({ ...e, id: idNumber(1), recordedAt: noonOf(recordedOn) }));
        const right = history.map((event) => (event === wrong ? { ...event, occurredOn: day(rightDay) } : event));
        const corrected = [...history, ...(correction as Recorded<TrajectoryEvent>[])];
        expect(evolveAll(inPlace(corrected))).toEqual(evolveAll(right));
      }),
      { numRuns: 150 },
    );
  });

  it('without a retracted fact equals the history in which it never happened', () => {
    fc.assert(
      fc.property(commands, fc.nat(), (all, which) => {
        const history = tell(all).history;
        const wrong = history[which % history.length];
        if (!wrong) return;
        const retract = { type: 'retract-fact' as const, at: noonOf(recordedOn), event: wrong.id, reason: because };
        const decision = decideCorrection(retract, history, { programme });
        if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
        const events = decision.events.map((e) => ({ ...e, id: idNumber(1), recordedAt: noonOf(recordedOn) }));
        const retracted = [...history, ...(events as Recorded<TrajectoryEvent>[])];
        expect(evolveAll(inPlace(retracted))).toEqual(evolveAll(history.filter((event) => event !== wrong)));
      }),
      { numRuns: 150 },
    );
  });
});
