import type { Recorded } from '../kernel/event.ts';
import { subjectIds } from '../kernel/subject.ts';
import { addByDay } from '../trajectory/course.ts';
import type { PledgeEvent } from './events.ts';
import { type PledgeFactEvent, pledgeFactOf } from './facts.ts';
import { beginningOf } from './pledge.ts';
import type { KnownPledge, KnownPledgeFact, PledgeState } from './state.ts';

/** The state after this event. History must be in place (`inPlace`): a retraction itself changes nothing. */
export function evolve(state: PledgeState, event: Recorded<PledgeEvent>): PledgeState {
  if (event.type === 'pledge.fact-retracted.v1') return state;
  const before = state.status === 'known' ? state : firstKnown(event);
  const facts = addByDay<KnownPledgeFact>(before.facts, { ...pledgeFactOf(event, before.facts), ...termsOf(event) });
  const begun = beginningOf(facts)?.terms;
  const now = { ...before, facts, begun, organisation: begun?.organisation ?? before.organisation };
  switch (event.type) {
    case 'pledge.asked.v1':
    case 'pledge.made.v1':
      return { ...now, trajectory: event.data.trajectory };
    case 'pledge.partly-kept.v1':
    case 'pledge.kept.v1':
      return { ...now, evidence: [...before.evidence, ...(event.data.evidence ? [event.data.evidence] : [])] };
    default:
      return now;
  }
}

function termsOf(event: PledgeFactEvent): Pick<KnownPledgeFact, 'terms'> {
  if (event.type !== 'pledge.asked.v1' && event.type !== 'pledge.made.v1') return {};
  const { organisation, role, toRole } = event.data;
  return { terms: { organisation, role, toRole } };
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
