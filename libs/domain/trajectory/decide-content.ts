import { dataOf } from '../kernel/command.ts';
import { dayAmong } from '../kernel/days.ts';
import { never, type Refusal, type Warning } from '../kernel/decision.ts';
import { nothingChanged, unknownCategory } from '../kernel/refusals.ts';
import type { ContentCommand, TrajectoryCommand } from './commands.ts';
import type { ContentEvent } from './content-events.ts';
import type { TrajectoryContext } from './context.ts';
import * as refusals from './refusals.ts';
import type { KnownTrajectory, LocalChange } from './state.ts';
import * as warnings from './warnings.ts';

const contentCommands: readonly string[] = [
  'bring-in-local-change',
  'bring-in-question',
  'sharpen-question',
  'record-contact',
  'judge',
  'request-support',
  'match-support',
  'deliver-support',
  'complete-support',
] satisfies ContentCommand['type'][];

export function isContentCommand(command: TrajectoryCommand): command is ContentCommand {
  return contentCommands.includes(command.type);
}

export function refuseContent(
  command: ContentCommand,
  state: KnownTrajectory,
  context: TrajectoryContext,
): Refusal | undefined {
  switch (command.type) {
    case 'bring-in-local-change':
      return isTheSame(localChangeThen(command, state), command) ? nothingChanged() : undefined;
    case 'bring-in-question':
      if (command.question in state.questions) return refusals.questionKnown(command.question);
      return refuseCategory(command.category, context);
    case 'sharpen-question':
      if (!(command.question in state.questions)) return refusals.questionUnknown(command.question);
      return refuseCategory(command.category, context);
    case 'record-contact':
    case 'judge':
      return undefined;
    case 'request-support':
      return command.support in state.support ? refusals.supportKnown(command.support) : undefined;
    case 'match-support':
    case 'deliver-support':
      return command.support in state.support ? undefined : refusals.supportUnknown(command.support);
    case 'complete-support':
      if (!(command.support in state.support)) return refusals.supportUnknown(command.support);
      return state.support[command.support] === 'completed' ? nothingChanged() : undefined;
    default:
      return never(command);
  }
}

/** How the change at home was on the day that is told of. What was told of a later day does not tell it. */
function localChangeThen({ occurredOn }: ContentCommand, { localChanges }: KnownTrajectory): LocalChange | undefined {
  const on = dayAmong(localChanges, occurredOn);
  return localChanges.findLast((change) => change.on <= on);
}

function isTheSame(now: LocalChange | undefined, brought: Omit<LocalChange, 'on'>): boolean {
  return now?.name === brought.name && now.stage === brought.stage && now.ownerRole === brought.ownerRole;
}

/** The programme's template says which categories of questions there are. */
export function refuseCategory(category: string, { programme }: Pick<TrajectoryContext, 'programme'>) {
  const categories = programme.status === 'set-up' ? programme.template?.categories : undefined;
  return categories?.some(({ key }) => key === category) ? undefined : unknownCategory(category);
}

export function contentWarnings(command: ContentCommand, state: KnownTrajectory): Warning[] {
  switch (command.type) {
    case 'match-support':
    case 'deliver-support': {
      const phase = state.support[command.support];
      if (phase === 'completed') return [warnings.supportCompletedBefore()];
      return command.type === 'deliver-support' && phase === 'requested' ? [warnings.supportWithoutExpert()] : [];
    }
    case 'complete-support':
      return state.support[command.support] === 'delivered' ? [] : [warnings.supportCompletedWithoutDelivery()];
    default:
      return [];
  }
}

export function contentEventOf(command: ContentCommand): ContentEvent {
  switch (command.type) {
    case 'bring-in-local-change':
      return { type: 'trajectory.local-change-brought-in.v1', data: dataOf(command) };
    case 'bring-in-question':
      return { type: 'trajectory.question-brought-in.v1', data: dataOf(command) };
    case 'sharpen-question':
      return { type: 'trajectory.question-sharpened.v1', data: dataOf(command) };
    case 'record-contact':
      return { type: 'trajectory.contacted.v1', data: dataOf(command) };
    case 'judge':
      return { type: 'trajectory.lead-judged.v1', data: dataOf(command) };
    case 'request-support':
      return { type: 'trajectory.support-requested.v1', data: dataOf(command) };
    case 'match-support':
      return { type: 'trajectory.support-matched.v1', data: dataOf(command) };
    case 'deliver-support':
      return { type: 'trajectory.support-delivered.v1', data: dataOf(command) };
    case 'complete-support':
      return { type: 'trajectory.support-completed.v1', data: dataOf(command) };
    default:
      return never(command);
  }
}
