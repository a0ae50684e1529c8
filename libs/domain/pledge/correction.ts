import type { Refusal } from '../kernel/decision.ts';
import type { Content } from '../kernel/event.ts';
import type { OccurredOn } from '../kernel/time.ts';
import type { PledgeContext } from './context.ts';
import { pledgeEvents } from './events.ts';
import { refuseMeeting, refuseParty } from './refuse.ts';

/**
 * What is asked of a corrected fact of a pledge beside its shape: `check` of `decideCorrection`. Programme and trajectory
 * need no check, since a correction cannot change them.
 */
export function checkPledgeFact(context: Pick<PledgeContext, 'register' | 'meeting'>) {
  return ({ type, data, occurredOn }: Content & { readonly occurredOn: OccurredOn }): Refusal | undefined => {
    switch (type) {
      case 'pledge.asked.v1':
      case 'pledge.made.v1': {
        const { organisation, meeting, programme } = pledgeEvents[type].data.parse(data);
        return refuseParty({ organisation, occurredOn }, context) ?? refuseMeeting(meeting, programme, context);
      }
      case 'pledge.taken-over.v1': {
        const { organisation } = pledgeEvents[type].data.parse(data);
        return refuseParty({ organisation, occurredOn }, context);
      }
      default:
        return undefined;
    }
  };
}
