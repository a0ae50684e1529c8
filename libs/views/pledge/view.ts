import type { DataOf } from '#domain/kernel/command';
import type { Recorded } from '#domain/kernel/event';
import { type PledgeFactEvent, pledgeFactOf } from '#domain/pledge/facts';
import { beginningOf, type PledgeFact } from '#domain/pledge/pledge';
import { addByDay } from '#domain/trajectory/course';
import { defineView } from '../engine/view-definition.ts';
import { firstOf } from '../folding.ts';

/** Who pledges, to whom, and in which meeting: what is told when a pledge is asked for or made. */
export interface PledgeTerms {
  readonly organisation: string;
  readonly role: string;
  readonly toRole: string;
  readonly meeting: string | null;
}

/**
 * A fact of a pledge, and the event that tells it (and holds what was pledged, and the reason); with the terms where it
 * asks for the pledge or makes it, and what proves it where it keeps it.
 */
export type TracedPledgeFact = PledgeFact & {
  readonly event: string;
  readonly terms?: PledgeTerms;
  readonly evidence?: { readonly reference: string; readonly sha256?: string | undefined };
};

export interface PledgeRow {
  readonly pledge: string;
  readonly programme: string;
  readonly trajectory: string | null;
  /** Who pledged; null when the facts that stand do not tell any more whose it was. */
  readonly organisation: string | null;
  /** In the order in which they happened. Where they lead depends on the day that is asked: `pledgeOf`. */
  readonly facts: readonly TracedPledgeFact[];
}

function withFact(row: PledgeRow | undefined, event: Recorded<PledgeFactEvent>, key: string): PledgeRow {
  const before = row ?? firstKnown(event, key);
  const traced: TracedPledgeFact = { ...pledgeFactOf(event, before.facts), event: event.id, ...detailsOf(event) };
  const facts = addByDay<TracedPledgeFact>(before.facts, traced);
  const organisation = beginningOf(facts)?.terms?.organisation ?? before.organisation;
  if (event.type !== 'pledge.asked.v1' && event.type !== 'pledge.made.v1') return { ...before, organisation, facts };
  const { trajectory = null } = event.data;
  return { ...before, trajectory, organisation, facts };
}

/** Every event names its pledge; the making may have been retracted. After a takeover two organisations are named. */
function firstKnown(event: Recorded, key: string): PledgeRow {
  const organisations = event.subjects.filter((subject) => subject.startsWith('organisation:'));
  return {
    pledge: key,
    programme: firstOf(event, 'programme') ?? '',
    trajectory: firstOf(event, 'trajectory') ?? null,
    organisation: organisations.length === 1 ? (firstOf(event, 'organisation') ?? null) : null,
    facts: [],
  };
}

function detailsOf({ type, data }: PledgeFactEvent): Pick<TracedPledgeFact, 'terms' | 'evidence'> {
  switch (type) {
    case 'pledge.asked.v1':
    case 'pledge.made.v1':
      return { terms: termsOf(data) };
    case 'pledge.partly-kept.v1':
    case 'pledge.kept.v1':
      return data.evidence ? { evidence: data.evidence } : {};
    default:
      return {};
  }
}

function termsOf({ organisation, role, toRole, meeting }: DataOf<PledgeFactEvent, 'pledge.made.v1'>): PledgeTerms {
  return { organisation, role, toRole, meeting: meeting ?? null };
}

/** One row for each pledge: who promised what to whom, and every fact about it by day. */
export const pledgeView = defineView<PledgeRow>({
  name: 'pledge',
  version: 5,
  subject: 'pledge',
  on: {
    'pledge.asked.v1': withFact,
    'pledge.made.v1': withFact,
    'pledge.partly-kept.v1': withFact,
    'pledge.kept.v1': withFact,
    'pledge.postponed.v1': withFact,
    'pledge.taken-over.v1': withFact,
    'pledge.withdrawn.v1': withFact,
    'pledge.lapsed.v1': withFact,
  },
});
