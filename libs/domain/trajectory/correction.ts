import type { Refusal } from '../kernel/decision.ts';
import type { Content } from '../kernel/event.ts';
import type { OccurredOn } from '../kernel/time.ts';
import type { TrajectoryContext } from './context.ts';
import { refuseCategory } from './decide-content.ts';
import { refuseOrganisation, refuseSuccessor } from './decide-registration.ts';
import { trajectoryEvents } from './events.ts';

/**
 * What is asked of a corrected fact of a trajectory beside its shape: `check` of `decideCorrection`. Layers, questions
 * and support need no check, since a correction cannot change them.
 */
export function checkTrajectoryFact(context: TrajectoryContext) {
  return ({ type, data, occurredOn }: Content & { readonly occurredOn: OccurredOn }): Refusal | undefined => {
    const { organisations } = context.register;
    switch (type) {
      case 'trajectory.interest-shown.v1':
      case 'trajectory.applied.v1': {
        const { organisation } = trajectoryEvents[type].data.parse(data);
        return refuseOrganisation(organisation, occurredOn, organisations);
      }
      case 'trajectory.question-brought-in.v1':
      case 'trajectory.question-sharpened.v1':
        return refuseCategory(trajectoryEvents[type].data.parse(data).category, context);
      case 'trajectory.passed-on.v1': {
        const { successor } = trajectoryEvents[type].data.parse(data);
        return refuseSuccessor(successor, occurredOn, organisations, 'data.successor');
      }
      default:
        return undefined;
    }
  };
}
