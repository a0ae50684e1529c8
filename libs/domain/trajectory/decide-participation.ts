import { dataOf } from '../kernel/command.ts';
import { sameContent } from '../kernel/compare.ts';
import { canBeOn, dayAmong } from '../kernel/days.ts';
import { never, type Refusal, type Warning } from '../kernel/decision.ts';
import { fromUnknown, nothingChanged } from '../kernel/refusals.ts';
import { placeOf } from '../network/state.ts';
import { afterMeasurementWarnings } from './after-measurement.ts';
import type { ParticipationCommand } from './commands.ts';
import type { TrajectoryContext } from './context.ts';
import {
  addByDay,
  beforeTheStart,
  type Course,
  type CourseFact,
  courseOf,
  courseTable,
  endedSteps,
  factsBefore,
  isTold,
} from './course.ts';
import { refuseSuccessor } from './decide-registration.ts';
import type { TrajectoryEvent } from './events.ts';
import { courseFactOf, type ParticipationEvent } from './facts.ts';
import { outOfOrder } from './out-of-order.ts';
import type { KnownTrajectory, TrajectoryState } from './state.ts';
import * as warnings from './warnings.ts';

/** A fact of participation is refused only when it has no effect or speaks of what is not there. */
export function refuseParticipation(
  command: ParticipationCommand,
  state: KnownTrajectory,
  context: TrajectoryContext,
): Refusal | undefined {
  const refused =
    command.type === 'pass-on' &&
    refuseSuccessor(command.successor, command.occurredOn, context.register.organisations);
  if (refused) return refused;
  if (command.type === 'move-intake' && (command.from ?? appointmentThen(command, state)) === undefined)
    return fromUnknown();
  const fact = factOf(command, state);
  if (isKnown(fact, state.course) || isAlreadySo(command, state)) return nothingChanged();
  return undefined;
}

/** Told before, and nothing came after it that it undoes: who pauses, resumes and pauses on one day did all three. */
function isKnown(fact: CourseFact, course: readonly CourseFact[]): boolean {
  if (!isTold(course, fact)) return false;
  return sameContent(courseOf(addByDay(course, fact), fact.on), courseOf(course, fact.on));
}

/** An appointment that stood already on the day of the fact, on the same date and as firm as before. */
function isAlreadySo(command: ParticipationCommand, state: KnownTrajectory): boolean {
  const course = courseOf(state.course, dayAmong(state.course, command.occurredOn));
  if (course?.step !== 'intake-planned') return false;
  if (command.type === 'plan-intake') return command.date === course.date && command.status === course.status;
  return command.type === 'move-intake' && command.to === course.date && command.status === course.status;
}

function factOf(command: ParticipationCommand, state: TrajectoryState): CourseFact {
  const event = participationEventOf(command, state);
  const happened = { ...event, id: '', recordedAt: command.at, subjects: [], occurredOn: command.occurredOn };
  return courseFactOf(happened, state.status === 'known' ? state.course : []);
}

/** The day of the last appointment for the intake that was made by the day of a fact, as far as one was. */
function appointmentThen({ occurredOn }: ParticipationCommand, state: TrajectoryState): string | undefined {
  if (state.status === 'unknown') return undefined;
  const day = dayAmong(state.course, occurredOn);
  const last = state.course.findLast(
    ({ fact, on }) => on <= day && (fact === 'intake-planned' || fact === 'intake-moved'),
  );
  return last && 'date' in last ? last.date : undefined;
}

export function participationWarnings(
  command: ParticipationCommand,
  state: TrajectoryState,
  context: TrajectoryContext,
): Warning[] {
  const about = state.status === 'known' ? warningsAbout(command, state, context) : [];
  return [...orderWarnings(factOf(command, state), state.status === 'known' ? state.course : []), ...about];
}

function orderWarnings(fact: CourseFact, known: readonly CourseFact[]): Warning[] {
  const before = factsBefore(known, fact);
  const course = courseOf(before);
  const { after, otherwise, first = otherwise } = courseTable[fact.fact];
  if (after.includes(course?.step ?? null)) return [];
  if (!course) return [outOfOrder(first)];
  if (endedSteps.includes(course.step) && fact.fact !== 'applied') return [warnings.afterTheEnd()];
  return isExpectedAllTheSame(fact, before, course) ? [] : [outOfOrder(otherwise)];
}

/**
 * Whoever applies again need not be spoken to again before the start; and an intake that is told once more, now with its
 * report, is no second one.
 */
function isExpectedAllTheSame(fact: CourseFact, before: readonly CourseFact[], { step }: Course): boolean {
  const intakes = before.filter((other) => other.fact === 'intake-held');
  if (fact.fact === 'started') return intakes.length > 0 && beforeTheStart.includes(step);
  return fact.fact === 'intake-held' && intakes.some(({ on }) => on === fact.on);
}

function warningsAbout(command: ParticipationCommand, state: KnownTrajectory, context: TrajectoryContext): Warning[] {
  const planned = appointmentThen(command, state);
  switch (command.type) {
    case 'move-intake':
      return command.from !== undefined && planned !== undefined && command.from !== planned
        ? [warnings.movedFromAnotherDate(planned)]
        : [];
    case 'hold-intake':
      return planned !== undefined && !canBeOn(command.occurredOn, planned)
        ? [warnings.intakeHeldOnAnotherDay(planned)]
        : [];
    case 'start': {
      const place = placeOf(context.network, state.trajectory);
      if (place.place !== 'given') return [warnings.startedWithoutAPlace()];
      return place.decisionExpectedOn === undefined ? [] : [warnings.startedWithReservation(place.decisionExpectedOn)];
    }
    case 'pass-on': {
      const successors = context.register.organisations.get(state.organisation)?.successors ?? [];
      return successors.includes(command.successor) ? [] : [warnings.notASuccessorInTheRegister()];
    }
    case 'measure-afterwards':
      return afterMeasurementWarnings(state.course, command.occurredOn);
    default:
      return [];
  }
}

export function participationEventOf(
  command: ParticipationCommand,
  state: TrajectoryState,
): ParticipationEvent & TrajectoryEvent {
  switch (command.type) {
    case 'show-interest':
      return { type: 'trajectory.interest-shown.v1', data: dataOf(command) };
    case 'apply':
      return { type: 'trajectory.applied.v1', data: dataOf(command) };
    case 'plan-intake':
      return { type: 'trajectory.intake-planned.v1', data: dataOf(command) };
    case 'move-intake': {
      const from = command.from ?? appointmentThen(command, state) ?? command.to;
      return { type: 'trajectory.intake-moved.v1', data: { ...dataOf(command), from } };
    }
    case 'hold-intake':
      return { type: 'trajectory.intake-held.v1', data: dataOf(command) };
    case 'start':
      return { type: 'trajectory.started.v1', data: {} };
    case 'pause':
      return { type: 'trajectory.paused.v1', data: dataOf(command) };
    case 'resume':
      return { type: 'trajectory.resumed.v1', data: {} };
    case 'complete':
      return { type: 'trajectory.completed.v1', data: dataOf(command) };
    case 'measure-afterwards':
      return { type: 'trajectory.after-measured.v1', data: dataOf(command) };
    case 'close':
      return { type: 'trajectory.closed.v1', data: {} };
    case 'withdraw':
      return { type: 'trajectory.withdrawn.v1', data: dataOf(command) };
    case 'stop':
      return { type: 'trajectory.stopped.v1', data: dataOf(command) };
    case 'pass-on':
      return { type: 'trajectory.passed-on.v1', data: dataOf(command) };
    default:
      return never(command);
  }
}
