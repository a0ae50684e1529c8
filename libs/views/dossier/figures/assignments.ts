import type { Lateness } from '#domain/progress/lateness';
import { compare, plain } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import { type AroundItem, latenessOf } from '../item.ts';
import { byOrganisation } from './by-organisation.ts';
import { countOf, grouped } from './counting.ts';
import { type ItemOn, told } from './items-on.ts';

/** How many assignments came how far; an assignment that was handed in and discussed counts in both. */
export interface AssignmentCounts {
  readonly given: number;
  readonly handedIn: number;
  readonly discussed: number;
  readonly succeeded: number;
  readonly partly: number;
  /** A full result: something was learned. */
  readonly didNotSucceed: number;
  readonly dropped: number;
  /** Neither discussed nor dropped. */
  readonly open: number;
  /** Not handed in by the day on which it was due. */
  readonly overdue: number;
}

export interface OverdueAssignment extends Lateness {
  readonly item: string;
  readonly title: string;
  readonly trajectory: string | null;
  readonly organisation: NamedOrganisation | null;
  readonly team: string | null;
}

export interface AssignmentFigures extends AssignmentCounts {
  readonly trajectories: readonly (AssignmentCounts & {
    readonly trajectory: string;
    readonly organisation: NamedOrganisation | null;
  })[];
  readonly teams: readonly (AssignmentCounts & { readonly team: string; readonly name: string | null })[];
  /** What has been overdue for the longest time first. */
  readonly late: readonly OverdueAssignment[];
}

interface Assignment {
  readonly item: string;
  readonly title: string;
  readonly trajectory: string | null;
  readonly organisation: NamedOrganisation | null;
  readonly team: string | null;
  readonly handedIn: boolean;
  readonly outcome: 'succeeded' | 'partly' | 'did-not-succeed' | null;
  readonly step: string;
  readonly ended: boolean;
  readonly late: Lateness | null;
}

/** The assignments of a programme; `teams` are its groups, by which those of a team are named. */
export function assignmentsOf(
  items: readonly ItemOn<'assignment'>[],
  teams: readonly ItemOn<'team'>[],
  around: AroundItem,
): AssignmentFigures {
  const all = items.flatMap((item) => assignmentOf(item, around) ?? []);
  const names = new Map(teams.map(({ row }) => [row.item, row.title]));
  const ofTrajectories = grouped(
    all.filter(({ trajectory }) => trajectory !== null),
    ({ trajectory }) => trajectory ?? '',
  );
  const ofTeams = grouped(
    all.filter(({ team }) => team !== null),
    ({ team }) => team ?? '',
  );
  return {
    ...countsOf(all),
    trajectories: [...ofTrajectories]
      .map(([trajectory, some]) => ({ trajectory, organisation: some[0]?.organisation ?? null, ...countsOf(some) }))
      .sort((a, b) => byOrganisation(a, b) || compare(a.trajectory, b.trajectory)),
    teams: [...ofTeams]
      .map(([team, some]) => ({ team, name: names.get(team) ?? null, ...countsOf(some) }))
      .sort((a, b) => compare(plain(a.name ?? ''), plain(b.name ?? '')) || compare(a.team, b.team)),
    late: all.flatMap(overdueOf).sort((a, b) => compare(a.due, b.due) || compare(a.item, b.item)),
  };
}

function assignmentOf({ row, now, facts }: ItemOn<'assignment'>, around: AroundItem): Assignment | undefined {
  const given = told(facts, 'assignment.given.v1').at(-1);
  if (!given) return undefined;
  return {
    item: row.item,
    title: given.data.title,
    trajectory: row.trajectory,
    organisation: around.organisationOf(row),
    team: given.data.team ?? null,
    handedIn: told(facts, 'assignment.handed-in.v1').length > 0,
    outcome: told(facts, 'assignment.discussed.v1').at(-1)?.data.outcome ?? null,
    step: now.step,
    ended: now.ended,
    late: latenessOf(now, around.validOn),
  };
}

function countsOf(all: readonly Assignment[]): AssignmentCounts {
  const outcomes = (outcome: Assignment['outcome']) => countOf(all, (one) => one.outcome === outcome);
  return {
    given: all.length,
    handedIn: countOf(all, ({ handedIn }) => handedIn),
    discussed: countOf(all, ({ outcome }) => outcome !== null),
    succeeded: outcomes('succeeded'),
    partly: outcomes('partly'),
    didNotSucceed: outcomes('did-not-succeed'),
    dropped: countOf(all, ({ step }) => step === 'dropped'),
    open: countOf(all, ({ ended }) => !ended),
    overdue: countOf(all, ({ late }) => late !== null),
  };
}

function overdueOf({ item, title, trajectory, organisation, team, late }: Assignment): OverdueAssignment[] {
  return late ? [{ item, title, trajectory, organisation, team, ...late }] : [];
}
