import {
  beginningOf,
  dueOf,
  firstDueOf,
  type Party,
  type Pledge,
  pledgeLatenessOn,
  pledgeOf,
  takenOverBy,
} from '#domain/pledge/pledge';
import type { Lateness } from '#domain/progress/lateness';
import type { NamedOrganisation } from '../register/register.ts';
import type { PledgeRow, PledgeTerms, TracedPledgeFact } from './view.ts';

/** An organisation by its name, in a role; without a role where the facts that stand do not tell it any more. */
export interface NamedParty {
  readonly organisation: NamedOrganisation;
  readonly role: string | null;
}

/** A pledge as it was on one day. */
export interface PledgeItem {
  readonly pledge: string;
  readonly trajectory: string | null;
  /** Who pledged; null when the facts that stand do not tell any more whose it was. */
  readonly by: NamedParty | null;
  /** The role to whom. */
  readonly to: string | null;
  /** The meeting in which it was asked for or made. */
  readonly meeting: string | null;
  /** Who is to keep it: who took it over last, or else who pledged. */
  readonly keeper: NamedParty | null;
  /** Where it is. */
  readonly state: Pledge;
  /** The day by which it is to be kept; null when nothing is to be done any more. */
  readonly due: string | null;
  /** The first day by which it was pledged, however often it was postponed. */
  readonly firstDue: string | null;
  /** How late it is; null when it is not, or when nothing is expected of who is to keep it any more. */
  readonly late: Lateness | null;
  /** The facts up to that day, in the order in which they happened; what was pledged is in the event that made it. */
  readonly facts: readonly TracedPledgeFact[];
}

/** What is known around a pledge on the day that is asked. */
export interface AroundPledge {
  readonly named: (organisation: string) => NamedOrganisation;
  /** Whether something is still expected: `isStillAwaited`. */
  readonly awaited: boolean;
  readonly validOn: string;
}

/** What a row says on that day; undefined when the pledge was neither asked for nor made by then. */
export function pledgeItemOf(row: PledgeRow, { named, awaited, validOn }: AroundPledge): PledgeItem | undefined {
  const facts = row.facts.filter(({ on }) => on <= validOn);
  const state = pledgeOf(facts);
  if (!state) return undefined;
  const terms = termsOf(facts);
  const organisation = terms?.organisation ?? row.organisation;
  const by = organisation === null ? undefined : { organisation, role: terms?.role ?? null };
  const keeper = takenOverBy(facts) ?? by;
  return {
    pledge: row.pledge,
    trajectory: row.trajectory,
    by: by ? partyOf(by, named) : null,
    to: terms?.toRole ?? null,
    meeting: terms?.meeting ?? null,
    keeper: keeper ? partyOf(keeper, named) : null,
    state,
    due: dueOf(state) ?? null,
    firstDue: firstDueOf(facts) ?? null,
    late: (awaited && pledgeLatenessOn(state, validOn)) || null,
    facts,
  };
}

/**
 * Whether a pledge is still expected to be kept. Of a trajectory that has ended nothing is, but what another organisation
 * took over, as the successor of a merger does, is still to be kept by that one.
 *
 * @param ended the trajectories that had ended by that day, with their organisations
 */
export function isStillAwaited(row: PledgeRow, ended: ReadonlyMap<string, string>, validOn: string): boolean {
  const organisation = row.trajectory === null ? undefined : ended.get(row.trajectory);
  if (organisation === undefined) return true;
  const keeper = takenOverBy(row.facts, validOn)?.organisation;
  return keeper !== undefined && keeper !== (organisation || row.organisation);
}

/** Who pledges, to whom, and in which meeting, by these facts. */
export function termsOf(facts: readonly TracedPledgeFact[]): PledgeTerms | undefined {
  return beginningOf(facts)?.terms;
}

function partyOf(
  { organisation, role }: { readonly organisation: string; readonly role: Party['role'] | null },
  named: AroundPledge['named'],
): NamedParty {
  return { organisation: named(organisation), role };
}
