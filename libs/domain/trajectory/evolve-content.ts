import { never } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import type { ContentEvent } from './content-events.ts';
import { addByDay } from './course.ts';
import { dayOfFact } from './facts.ts';
import type { KnownTrajectory, SupportPhase } from './state.ts';

export function evolveContent(state: KnownTrajectory, event: Recorded<ContentEvent>): KnownTrajectory {
  switch (event.type) {
    case 'trajectory.local-change-brought-in.v1': {
      const change = { on: dayOfFact(event, state.localChanges), ...event.data };
      return { ...state, localChanges: addByDay(state.localChanges, change) };
    }
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
