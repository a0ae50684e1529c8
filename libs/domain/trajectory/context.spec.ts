import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../kernel/days.ts';
import { unreadRegister } from '../register/unread.ts';
import {
  apply,
  because,
  day,
  ids,
  networkWithPlaces,
  noonOf,
  openNetwork,
  programme,
  register,
  trajectoryOf,
  trajectoryStory,
} from '../testing/fixtures.ts';
import { randomOf } from '../testing/random-data.ts';
import { idNumber } from '../testing/story.ts';
import type { TrajectoryCommand } from './commands.ts';
import { type TrajectoryContext, trajectoryNeeds } from './context.ts';
import { trajectory } from './decider.ts';
import { type TrajectoryEvent, trajectoryEvents } from './events.ts';

/** The event of which a command carries the data: every command is here, or this does not compile. */
const carries: { readonly [Type in TrajectoryCommand['type']]: TrajectoryEvent['type'] } = {
  'show-interest': 'trajectory.interest-shown.v1',
  apply: 'trajectory.applied.v1',
  'plan-intake': 'trajectory.intake-planned.v1',
  'move-intake': 'trajectory.intake-moved.v1',
  'hold-intake': 'trajectory.intake-held.v1',
  start: 'trajectory.started.v1',
  pause: 'trajectory.paused.v1',
  resume: 'trajectory.resumed.v1',
  complete: 'trajectory.completed.v1',
  'measure-afterwards': 'trajectory.after-measured.v1',
  close: 'trajectory.closed.v1',
  withdraw: 'trajectory.withdrawn.v1',
  stop: 'trajectory.stopped.v1',
  'pass-on': 'trajectory.passed-on.v1',
  'bring-in-local-change': 'trajectory.local-change-brought-in.v1',
  'bring-in-question': 'trajectory.question-brought-in.v1',
  'sharpen-question': 'trajectory.question-sharpened.v1',
  'record-contact': 'trajectory.contacted.v1',
  judge: 'trajectory.lead-judged.v1',
  'request-support': 'trajectory.support-requested.v1',
  'match-support': 'trajectory.support-matched.v1',
  'deliver-support': 'trajectory.support-delivered.v1',
  'complete-support': 'trajectory.support-completed.v1',
  'ask-commitment': 'trajectory.commitment-asked.v1',
  'move-commitment-due': 'trajectory.commitment-due-moved.v1',
  'put-commitment-on-agenda': 'trajectory.commitment-put-on-agenda.v1',
  'give-commitment': 'trajectory.commitment-given.v1',
  'confirm-commitment': 'trajectory.commitment-confirmed.v1',
  'refuse-commitment': 'trajectory.commitment-refused.v1',
  'put-commitment-under-pressure': 'trajectory.commitment-put-under-pressure.v1',
  'relieve-commitment-pressure': 'trajectory.commitment-pressure-relieved.v1',
  'put-commitment-in-question': 'trajectory.commitment-put-in-question.v1',
  'lapse-commitment': 'trajectory.commitment-lapsed.v1',
  'withdraw-commitment': 'trajectory.commitment-withdrawn.v1',
  'end-commitment': 'trajectory.commitment-ended.v1',
};

const unknown = idNumber(999);
const named = {
  trajectory: [trajectoryOf(1)],
  programme: [ids.programme, unknown],
  organisation: [ids.assen, ids.haren, unknown],
  successor: [ids.groningen, ids.haren, unknown],
  network: [ids.network, unknown],
  layer: ['executive', 'council', 'officials'],
  question: [idNumber(31), idNumber(32)],
  support: [idNumber(41), idNumber(42)],
};
const date = fc.integer({ min: 0, max: 250 }).map((days) => addDays('2025-09-02', days));

function commandOf(type: TrajectoryCommand['type']): fc.Arbitrary<TrajectoryCommand> {
  const data = randomOf(trajectoryEvents[carries[type]].data, { named, text: fc.constant(because) });
  const around = date.map((happened) => ({ type, at: noonOf('2026-06-01'), occurredOn: day(happened) }));
  return fc.tuple(around, data).map(([one, other]) => Object.assign(one, other) as TrajectoryCommand);
}

const types = Object.keys(carries) as TrajectoryCommand['type'][];
const command = fc.oneof(...types.map(commandOf));

const everything: TrajectoryContext = {
  programme,
  register,
  network: networkWithPlaces(trajectoryOf(1)),
  appliedFor: {
    ...openNetwork,
    network: unknown,
    left: new Map([[trajectoryOf(1), { how: { place: 'rejected' }, at: noonOf('2025-09-10') }]]),
  },
};

/** Only what the command is said to need. */
function needed({ type }: TrajectoryCommand): TrajectoryContext {
  const needs = trajectoryNeeds(type);
  return {
    programme,
    register: needs.register ? register : unreadRegister,
    network: needs.network ? everything.network : undefined,
    appliedFor: needs.appliedFor ? everything.appliedFor : undefined,
  };
}

it('a decision comes to the same with only what it is said to need', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 6 }), command, fc.boolean(), (before, asked, isKnown) => {
      const told = trajectoryStory(everything).given(...(isKnown ? [apply('2025-09-01')] : []));
      for (const each of before) told.when(each);
      const decided = trajectory.decide(asked, told.state, everything);
      expect(trajectory.decide(asked, told.state, needed(asked))).toEqual(decided);
    }),
    { numRuns: 1_000 },
  );
});
