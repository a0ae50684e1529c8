import { dueOf, type Lateness, latenessOn } from '#domain/progress/lateness';
import { type Commitment, commitmentOf } from '#domain/trajectory/commitment';
import { withTemplate } from '../programme/queries.ts';
import { programmeView } from '../programme/view.ts';
import { progressView } from '../progress/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type Page, type PageRequest, pageOf } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { NamedOrganisation } from '../register/register.ts';
import { type CommitmentRow, commitmentView, type TracedCommitmentFact } from './view.ts';

export interface CommitmentItem {
  readonly trajectory: string;
  readonly organisation: NamedOrganisation;
  readonly layer: string;
  /** Where it is on the day that was asked. */
  readonly commitment: Commitment;
  /** The day by which the next word is due; null when none is awaited. */
  readonly due: string | null;
  /** How late that is on the day that was asked; null when it is not. */
  readonly late: Lateness | null;
  /** The facts up to that day, in the order in which they happened. */
  readonly facts: readonly TracedCommitmentFact[];
  readonly evidence: CommitmentRow['evidence'];
}

export interface CommitmentRequest extends PageRequest {
  readonly filter?: {
    readonly layer?: string | undefined;
    readonly step?: string | undefined;
    readonly trajectory?: string | undefined;
    /** Only those that are late on the day that was asked. */
    readonly late?: boolean | undefined;
  };
}

/** Who has committed to what. */
export class CommitmentQueries {
  constructor(private readonly reader: Reader) {}

  /** The commitments of a programme, by organisation and layer. */
  async ofProgramme(programme: string, request: CommitmentRequest, asOf: AsOf): Promise<Answer<Page<CommitmentItem>>> {
    const answer = await this.reader.read(asOfPage(asOf, request), { programme }, async (snapshot) => {
      const register = await snapshot.register();
      const trajectories = await snapshot.rows(progressView, programme);
      const organisations = new Map(trajectories.map((row) => [row.trajectory, row.organisation]));
      const items = (await snapshot.rows(commitmentView, programme))
        .map((row) => itemOf(row, register.named(organisations.get(row.trajectory) ?? ''), snapshot.basis.validOn))
        .filter((item) => fits(item, request.filter))
        .sort(byOrganisationAndLayer);
      return { page: pageOf(items, request, snapshot.basis), programme: await snapshot.row(programmeView, programme) };
    });
    return withTemplate({ basis: answer.basis, data: answer.data.page }, answer.data.programme);
  }
}

function itemOf(row: CommitmentRow, organisation: NamedOrganisation, validOn: string): CommitmentItem {
  const commitment = commitmentOf(row.facts, validOn);
  return {
    trajectory: row.trajectory,
    organisation,
    layer: row.layer,
    commitment,
    due: dueOf(commitment) ?? null,
    late: latenessOn(commitment, validOn) ?? null,
    facts: row.facts.filter(({ on }) => on <= validOn),
    evidence: row.evidence,
  };
}

function fits(item: CommitmentItem, { layer, step, trajectory, late }: NonNullable<CommitmentRequest['filter']> = {}) {
  if (layer !== undefined && item.layer !== layer) return false;
  if (trajectory !== undefined && item.trajectory !== trajectory) return false;
  if (late !== undefined && (item.late !== null) !== late) return false;
  return step === undefined || item.commitment.step === step;
}

function byOrganisationAndLayer(a: CommitmentItem, b: CommitmentItem): number {
  return (
    a.organisation.name.localeCompare(b.organisation.name, 'nl') ||
    a.trajectory.localeCompare(b.trajectory) ||
    a.layer.localeCompare(b.layer)
  );
}
