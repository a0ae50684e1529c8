import type { Applicant } from '#domain/group/likeness';
import { type ProposedGroup, proposeGroups } from '#domain/group/proposal';
import { sizeOf } from '#domain/group/size';
import { aroundItems } from '../dossier/around.ts';
import { itemsOn, told } from '../dossier/figures/items-on.ts';
import { rowsOfKinds } from '../dossier/figures/rows-of-kinds.ts';
import { networkOn } from '../network/state.ts';
import { type NetworkRow, networkView } from '../network/view.ts';
import { progressView } from '../progress/view.ts';
import { withOrganisations } from '../progress/whose.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { saidOn } from '../question/said.ts';
import { questionView } from '../question/view.ts';
import type { NamedOrganisation } from '../register/register.ts';

/** Learning groups that the product proposes for a network, and why. The lead decides. */
export interface GroupProposal {
  readonly network: string;
  /** The most members of a group that was asked for. */
  readonly size: number;
  readonly groups: readonly ProposedGroup[];
  /** Who has a place and brought in no question yet: placed, but on nothing that is shared. */
  readonly withoutQuestion: readonly string[];
  /** The organisation of each trajectory that is named. */
  readonly organisations: Readonly<Record<string, NamedOrganisation>>;
}

/** The proposal for who has a place on the day that is asked; undefined when there was no such network. */
export async function groupProposalOf(
  snapshot: Snapshot,
  network: string,
  size: number,
): Promise<GroupProposal | undefined> {
  const row = await snapshot.row(networkView, network);
  const then = row && networkOn(row, snapshot.basis.validOn);
  if (!then) return undefined;
  const { applicants, organisations } = await applicantsOf(snapshot, then);
  return {
    network,
    size,
    groups: proposeGroups(applicants, size),
    withoutQuestion: applicants.filter(({ questions }) => questions.length === 0).map(({ trajectory }) => trajectory),
    organisations,
  };
}

async function applicantsOf(snapshot: Snapshot, { programme, places }: NetworkRow) {
  const ids = places.map(({ trajectory }) => trajectory);
  const register = await snapshot.register();
  const questions = await snapshot.rows(questionView, programme);
  const trajectories = await withOrganisations(snapshot, await snapshot.rowsOf(progressView, ids));
  const named = trajectories.map(({ trajectory, organisation }) => [trajectory, register.named(organisation)] as const);
  const people = await peopleOf(snapshot, programme);
  const applicants = named.map(
    ([trajectory, { id, province }]): Applicant => ({
      trajectory,
      province: province ?? undefined,
      size: sizeOf(people.get(id)),
      questions: questions
        .filter((question) => question.trajectory === trajectory)
        .flatMap(({ said }) => saidOn(said, snapshot.basis.validOn) ?? []),
    }),
  );
  return { applicants, organisations: Object.fromEntries(named) };
}

/** How many people work at each organisation, by its id: those of its units that are no part of another, as last counted. */
async function peopleOf(snapshot: Snapshot, programme: string): Promise<Map<string, number>> {
  const rows = await rowsOfKinds(snapshot, programme, ['unit']);
  const around = await aroundItems(snapshot, rows);
  const people = new Map<string, number>();
  for (const { row, now, facts } of itemsOn('unit', rows, around.validOn)) {
    const named = told(facts, 'unit.named.v1').at(-1)?.data;
    const count = told(facts, 'unit.counted.v1').at(-1)?.data.headcount ?? named?.headcount;
    const organisation = around.organisationOf(row)?.id;
    if (now.ended || !named || named.partOf !== undefined || count === undefined || !organisation) continue;
    people.set(organisation, (people.get(organisation) ?? 0) + count);
  }
  return people;
}
