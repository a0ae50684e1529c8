import { never } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { dayOfFact } from '../trajectory/facts.ts';
import type { PledgeEvent } from './events.ts';
import type { PledgeFact } from './pledge.ts';

/** The events that say where a pledge is. */
export type PledgeFactEvent = Exclude<PledgeEvent, { type: 'pledge.fact-retracted.v1' }>;

/** The fact that an event tells, beside those that were known before it. */
export function pledgeFactOf(event: Recorded<PledgeFactEvent>, known: readonly PledgeFact[]): PledgeFact {
  const on = dayOfFact(event, known);
  switch (event.type) {
    case 'pledge.asked.v1':
      return { on, fact: 'asked', due: event.data.due };
    case 'pledge.made.v1':
      return { on, fact: 'made', due: event.data.due };
    case 'pledge.partly-kept.v1':
      return { on, fact: 'partly-kept' };
    case 'pledge.kept.v1':
      return { on, fact: 'kept' };
    case 'pledge.postponed.v1':
      return { on, fact: 'postponed', from: event.data.from, to: event.data.to };
    case 'pledge.taken-over.v1':
      return { on, fact: 'taken-over', organisation: event.data.organisation, role: event.data.role };
    case 'pledge.withdrawn.v1':
      return { on, fact: 'withdrawn' };
    case 'pledge.lapsed.v1':
      return { on, fact: 'lapsed' };
    default:
      return never(event);
  }
}
