import { dayAmong } from '../kernel/days.ts';
import { type Aggregate, accept, type Decision, type Refusal, refuse, type Warning } from '../kernel/decision.ts';
import { dateWarnings, refuseDate } from '../kernel/facts.ts';
import { programmeUnknown, trajectoryUnknown } from '../kernel/refusals.ts';
import { type Subject, subject } from '../kernel/subject.ts';
import { subjectsNamed } from '../kernel/subjects-named.ts';
import type { SetUpProgramme } from '../programme/state.ts';
import type { TrajectoryCommand } from './commands.ts';
import type { TrajectoryContext } from './context.ts';
import { courseOf, endedSteps } from './course.ts';
import { commitmentEventOf, commitmentWarnings, isCommitmentCommand, refuseCommitment } from './decide-commitment.ts';
import { contentEventOf, contentWarnings, isContentCommand, refuseContent } from './decide-content.ts';
import { participationEventOf, participationWarnings, refuseParticipation } from './decide-participation.ts';
import { isRegistration, refuseRegistration } from './decide-registration.ts';
import type { TrajectoryEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { KnownTrajectory, TrajectoryState } from './state.ts';
import { afterTheEnd } from './warnings.ts';

/** Everything about a trajectory is a fact: it is recorded even against the plan, with a warning. */
function decide(
  command: TrajectoryCommand,
  state: TrajectoryState,
  context: TrajectoryContext,
): Decision<TrajectoryEvent> {
  const { programme } = context;
  if (programme.status === 'unknown') return refuse(programmeUnknown(programmeNamed(command, state)));
  if (!isRegistration(command) && state.status === 'unknown') return refuse(trajectoryUnknown());
  const refused = refuseDate(command, programme.opensOn) ?? refuseFact(command, state, context);
  if (refused) return refuse(refused);
  const event = eventOf(command, state);
  const happened = { ...event, subjects: subjectsOf(command, state, event.data), occurredOn: command.occurredOn };
  return accept<TrajectoryEvent>([happened], warningsOf(command, state, context, programme));
}

function programmeNamed(command: TrajectoryCommand, state: TrajectoryState): string | null {
  if (isRegistration(command)) return command.programme;
  return state.status === 'known' ? state.programme : null;
}

function refuseFact(
  command: TrajectoryCommand,
  state: TrajectoryState,
  context: TrajectoryContext,
): Refusal | undefined {
  if (isRegistration(command)) return refuseRegistration(command, state, context);
  if (state.status === 'unknown') return trajectoryUnknown();
  if (isCommitmentCommand(command)) return refuseCommitment(command, state, context);
  if (isContentCommand(command)) return refuseContent(command, state, context);
  return refuseParticipation(command, state, context);
}

function eventOf(command: TrajectoryCommand, state: TrajectoryState): TrajectoryEvent {
  if (isCommitmentCommand(command)) return commitmentEventOf(command, state);
  if (isContentCommand(command)) return contentEventOf(command);
  return participationEventOf(command, state);
}

function subjectsOf(command: TrajectoryCommand, state: TrajectoryState, data: TrajectoryEvent['data']): Subject[] {
  const { programme, trajectory, organisation } = isRegistration(command) ? command : known(state);
  const own = [subject('programme', programme), subject('trajectory', trajectory)];
  return [...new Set([...own, subject('organisation', organisation), ...subjectsNamed(data, trajectory)])];
}

function known(state: TrajectoryState): KnownTrajectory {
  if (state.status === 'unknown') throw new Error('A fact about a trajectory that is not known was not refused.');
  return state;
}

function warningsOf(
  command: TrajectoryCommand,
  state: TrajectoryState,
  context: TrajectoryContext,
  programme: SetUpProgramme,
): Warning[] {
  const late = dateWarnings(command, programme.until);
  if (isCommitmentCommand(command)) {
    return [...endWarnings(command, state), ...commitmentWarnings(command, known(state)), ...late];
  }
  if (isContentCommand(command)) {
    return [...endWarnings(command, state), ...contentWarnings(command, known(state)), ...late];
  }
  return [...participationWarnings(command, state, context), ...late];
}

function endWarnings(command: TrajectoryCommand, state: TrajectoryState): Warning[] {
  const { course: facts } = known(state);
  const course = courseOf(facts, dayAmong(facts, command.occurredOn));
  return course && endedSteps.includes(course.step) ? [afterTheEnd()] : [];
}

/** The development trajectory of one organisation in one programme, from interest to closing. */
export const trajectory: Aggregate<TrajectoryState, TrajectoryCommand, TrajectoryEvent, TrajectoryContext> = {
  name: 'trajectory',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
