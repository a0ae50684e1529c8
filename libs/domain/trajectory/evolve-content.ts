import { never } from '../kernel/decision.ts';
import type { TrajectoryEvent } from './events.ts';
import type { KnownTrajectory, SupportPhase } from './state.ts';

type TypeOfContent = `trajectory.${'local-change' | 'question' | 'contacted' | 'lead-judged' | 'support'}${string}`;

/** The events that say what a trajectory is about and what was done for it. */
export type ContentEvent = Extract<TrajectoryEvent, { type: TypeOfContent }>;

const contentTypes: readonly string[] = [
  'trajectory.local-change-brought-in.v1',
  'trajectory.question-brought-in.v1',
  'trajectory.question-sharpened.v1',
  'trajectory.contacted.v1',
  'trajectory.lead-judged.v1',
  'trajectory.support-requested.v1',
  'trajectory.support-matched.v1',
  'trajectory.support-delivered.v1',
  'trajectory.support-completed.v1',
] satisfies ContentEvent['type'][];

export function isContentEvent<E extends TrajectoryEvent>(event: E): event is E & ContentEvent {
  return contentTypes.includes(event.type);
}

export function evolveContent(state: KnownTrajectory, event: ContentEvent): KnownTrajectory {
  switch (event.type) {
    case 'trajectory.local-change-brought-in.v1':
      return { ...state, localChange: event.data };
    case 'trajectory.question-brought-in.v1':
    case 'trajectory.question-sharpened.v1':
      return { ...state, questions: { ...state.questions, [event.data.question]: event.data.category } };
    case 'trajectory.contacted.v1':
    case 'trajectory.lead-judged.v1':
      return state;
    case 'trajectory.support-requested.v1':
      return withSupport(state, event.data.support, 'requested');
    case 'trajectory.support-matched.v1':
      return withSupport(state, event.data.support, 'matched');
    case 'trajectory.support-delivered.v1':
      return withSupport(state, event.data.support, 'delivered');
    case 'trajectory.support-completed.v1':
      return withSupport(state, event.data.support, 'completed');
    default:
      return never(event);
  }
}

const phases: readonly SupportPhase[] = ['requested', 'matched', 'delivered', 'completed'];

/** Support never goes back: a delivery that is recorded after the completion leaves it completed. */
function withSupport(state: KnownTrajectory, support: string, phase: SupportPhase): KnownTrajectory {
  const now = state.support[support];
  if (now !== undefined && phases.indexOf(now) >= phases.indexOf(phase)) return state;
  return { ...state, support: { ...state.support, [support]: phase } };
}
