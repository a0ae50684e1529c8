import type { Evidence } from '#domain/kernel/names';
import { dueOf, firstDueOf, isAwaitedOn, type Lateness, latenessOn } from '#domain/progress/lateness';
import { type Commitment, commitmentOf } from '#domain/trajectory/commitment';
import type { TrajectoryRow } from '../progress/row.ts';
import type { NamedOrganisation, Register } from '../register/register.ts';
import { type CommitmentRow, evidenceOf, type TracedCommitmentFact } from './view.ts';

export interface CommitmentItem {
  readonly trajectory: string;
  readonly programme: string;
  readonly organisation: NamedOrganisation;
  readonly layer: string;
  /** Where it is on the day that was asked. */
  readonly commitment: Commitment;
  /** The day by which the next word is due; null when none is awaited. */
  readonly due: string | null;
  /** That day as it was before it was moved; the same when it was not. */
  readonly firstDue: string | null;
  /** How late that is on the day that was asked; null when it is not, or when the trajectory has ended. */
  readonly late: Lateness | null;
  /** The facts up to that day, in the order in which they happened. */
  readonly facts: readonly TracedCommitmentFact[];
  /** What proves the last confirmation up to that day. */
  readonly evidence: Evidence | null;
}

/** What a row says on that day. Of a trajectory that has ended or was turned away no answer is awaited, so none is late. */
export function commitmentItemOf(
  row: CommitmentRow,
  trajectory: Pick<TrajectoryRow, 'course' | 'places' | 'programme'>,
  { register, validOn }: { readonly register: Register; readonly validOn: string },
): CommitmentItem {
  const facts = row.facts.filter(({ on }) => on <= validOn);
  const commitment = commitmentOf(facts);
  const awaited = isAwaitedOn(trajectory, validOn);
  return {
    trajectory: row.trajectory,
    programme: trajectory.programme,
    organisation: register.named(row.organisation),
    layer: row.layer,
    commitment,
    due: (awaited && dueOf(commitment)) || null,
    firstDue: (awaited && firstDueOf(facts, commitment)) || null,
    late: (awaited && latenessOn(commitment, validOn)) || null,
    facts,
    evidence: evidenceOf(facts),
  };
}
