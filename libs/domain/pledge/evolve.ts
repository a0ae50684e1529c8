import type { Recorded } from '../kernel/event.ts';
import { subjectIds } from '../kernel/subject.ts';
import { addByDay } from '../trajectory/course.ts';
import type { PledgeEvent } from './events.ts';
import { pledgeFactOf } from './facts.ts';
import type { KnownPledge, PledgeState } from './state.ts';

/** The state after this event. History must be in place (`inPlace`): a retraction itself changes nothing. */
export function evolve(state: PledgeState, event: Recorded<PledgeEvent>): PledgeState {
  if (event.type === 'pledge.fact-retracted.v1') return state;
  const known = state.status === 'known' ? state : firstKnown(event);
  const facts = addByDay(known.facts, pledgeFactOf(event, known.facts));
  if (event.type === 'pledge.partly-kept.v1' || event.type === 'pledge.kept.v1') {
    return { ...known, facts, evidence: [...known.evidence, ...(event.data.evidence ? [event.data.evidence] : [])] };
  }
  if (event.type !== 'pledge.asked.v1' && event.type !== 'pledge.made.v1') return { ...known, facts };
  const { trajectory, organisation, role, toRole } = event.data;
  return { ...known, trajectory, organisation, begun: { organisation, role, toRole }, facts };
}

/**
 * Every event names its pledge, so that a pledge of which the making was retracted keeps the facts that stand. Whose it
 * was is told by an event that names one organisation only: after a takeover they name two.
 */
function firstKnown(event: Recorded<PledgeEvent>): KnownPledge {
  const idsOf = (kind: 'pledge' | 'programme' | 'organisation' | 'trajectory') => subjectIds(event.subjects, kind);
  const organisations = idsOf('organisation');
  return {
    status: 'known',
    pledge: idsOf('pledge')[0] ?? '',
    programme: idsOf('programme')[0] ?? '',
    trajectory: idsOf('trajectory')[0],
    organisation: organisations.length === 1 ? organisations[0] : undefined,
    begun: undefined,
    evidence: [],
    facts: [],
  };
}
