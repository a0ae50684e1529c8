import { dataOf } from '../kernel/command.ts';
import { sameContent } from '../kernel/compare.ts';
import { dayAmong, dayItHappened } from '../kernel/days.ts';
import { never, type Refusal, type Warning } from '../kernel/decision.ts';
import { fromUnknown, nothingChanged } from '../kernel/refusals.ts';
import type { TrajectoryCommand } from './commands.ts';
import { type CommitmentFact, commitmentOf, commitmentTable, isInQuestion, stepsOf } from './commitment.ts';
import type { CommitmentCommand } from './commitment-commands.ts';
import type { CommitmentEvent } from './commitment-events.ts';
import type { TrajectoryContext } from './context.ts';
import { addByDay, factsBefore, isTold } from './course.ts';
import { commitmentFactOf } from './facts.ts';
import { outOfOrder } from './out-of-order.ts';
import { layerUnknown } from './refusals.ts';
import { commitmentsOf, type KnownTrajectory, type TrajectoryState } from './state.ts';
import * as warnings from './warnings.ts';

/** Commitment is of a layer; no other command of a trajectory names one. */
export function isCommitmentCommand(command: TrajectoryCommand): command is CommitmentCommand {
  return 'layer' in command;
}

export function refuseCommitment(
  command: CommitmentCommand,
  state: KnownTrajectory,
  { programme }: TrajectoryContext,
): Refusal | undefined {
  const layers = programme.status === 'set-up' ? programme.template?.layers : undefined;
  if (!layers?.some(({ key }) => key === command.layer)) return layerUnknown(command.layer);
  if (command.type === 'move-commitment-due') {
    const due = dueThen(command, state);
    if ((command.from ?? due) === undefined) return fromUnknown();
    if (command.to === due) return nothingChanged();
  }
  return isKnown(factOf(command, state), commitmentsOf(state.commitments, command.layer))
    ? nothingChanged()
    : undefined;
}

/** Told before, and nothing came after it that it undoes: pressure can come, go and come again on one day. */
function isKnown(fact: CommitmentFact, facts: readonly CommitmentFact[]): boolean {
  if (!isTold(facts, fact)) return false;
  return sameContent(commitmentOf(addByDay(facts, fact), fact.on), commitmentOf(facts, fact.on));
}

function factOf(command: CommitmentCommand, state: KnownTrajectory): CommitmentFact {
  const event = commitmentEventOf(command, state);
  const happened = { ...event, id: '', recordedAt: command.at, subjects: [], occurredOn: command.occurredOn };
  return commitmentFactOf(happened, commitmentsOf(state.commitments, command.layer));
}

/** The day on which an answer was due from this layer on the day of a fact, as far as one was. */
function dueThen({ layer, occurredOn }: CommitmentCommand, state: TrajectoryState): string | undefined {
  if (state.status === 'unknown') return undefined;
  const facts = commitmentsOf(state.commitments, layer);
  const commitment = commitmentOf(facts, dayAmong(facts, occurredOn));
  return 'due' in commitment ? commitment.due : undefined;
}

export function commitmentWarnings(command: CommitmentCommand, state: KnownTrajectory): Warning[] {
  const on = dayItHappened(command.occurredOn);
  const fact = factOf(command, state);
  const then = commitmentOf(factsBefore(commitmentsOf(state.commitments, command.layer), fact));
  const { after, otherwise, inQuestion = otherwise } = commitmentTable[fact.fact];
  const fits = stepsOf(then).some((step) => after.includes(step));
  const found: Warning[] = fits ? [] : [outOfOrder(isInQuestion(then) ? inQuestion : otherwise)];
  if ('due' in command && command.due < on) found.push(warnings.dueBeforeItWasAsked());
  if (command.type === 'move-commitment-due' && command.from !== undefined) {
    const due = dueThen(command, state);
    if (due !== undefined && command.from !== due) found.push(warnings.movedFromAnotherDate(due));
  }
  return found;
}

export function commitmentEventOf(command: CommitmentCommand, state: TrajectoryState): CommitmentEvent {
  switch (command.type) {
    case 'ask-commitment':
      return { type: 'trajectory.commitment-asked.v1', data: dataOf(command) };
    case 'move-commitment-due': {
      const from = command.from ?? dueThen(command, state) ?? command.to;
      return { type: 'trajectory.commitment-due-moved.v1', data: { ...dataOf(command), from } };
    }
    case 'put-commitment-on-agenda':
      return { type: 'trajectory.commitment-put-on-agenda.v1', data: dataOf(command) };
    case 'give-commitment':
      return { type: 'trajectory.commitment-given.v1', data: dataOf(command) };
    case 'confirm-commitment':
      return { type: 'trajectory.commitment-confirmed.v1', data: dataOf(command) };
    case 'refuse-commitment':
      return { type: 'trajectory.commitment-refused.v1', data: dataOf(command) };
    case 'put-commitment-under-pressure':
      return { type: 'trajectory.commitment-put-under-pressure.v1', data: dataOf(command) };
    case 'relieve-commitment-pressure':
      return { type: 'trajectory.commitment-pressure-relieved.v1', data: dataOf(command) };
    case 'put-commitment-in-question':
      return { type: 'trajectory.commitment-put-in-question.v1', data: dataOf(command) };
    case 'lapse-commitment':
      return { type: 'trajectory.commitment-lapsed.v1', data: dataOf(command) };
    case 'withdraw-commitment':
      return { type: 'trajectory.commitment-withdrawn.v1', data: dataOf(command) };
    case 'end-commitment':
      return { type: 'trajectory.commitment-ended.v1', data: dataOf(command) };
    default:
      return never(command);
  }
}
