import { compare, plain } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { grouped, sum } from './counting.ts';
import { type Composition, compositionsOf, type Goal, goalsOf, type Round, roundsOf } from './group-work.ts';
import { type FactOf, type ItemOn, told } from './items-on.ts';

type TeamFact = FactOf<'team'>;
type Formed = Extract<TeamFact, { readonly type: 'team.formed.v1' }>['data'];

/** Somebody in a group: an organisation, a trajectory or a pseudonymous person, in a role. */
export interface Member {
  readonly organisation: NamedOrganisation | null;
  readonly trajectory: string | null;
  readonly person: string | null;
  readonly role: string;
  readonly since: string;
}

/** A group as it was on a day. */
export interface GroupFigures {
  readonly item: string;
  readonly sort: Formed['sort'];
  readonly name: string;
  /** The learning group of which the product decided the composition. */
  readonly group: string | null;
  readonly trajectory: string | null;
  readonly network: string | null;
  readonly organisation: NamedOrganisation | null;
  readonly theme: string | null;
  readonly sponsorRole: string | null;
  /** Whether anyone may join. */
  readonly open: boolean;
  readonly since: string;
  readonly endedOn: string | null;
  /** Who had joined by that day and not left, those who came first first. */
  readonly members: readonly Member[];
  readonly ambassadors: readonly Member[];
  readonly goals: readonly Goal[];
  readonly rounds: readonly Round[];
  /** Each time that the cross-section was counted. */
  readonly compositions: readonly Composition[];
}

export interface GroupsFigures {
  readonly groups: readonly GroupFigures[];
  /** Of the groups that had not ended. */
  readonly sorts: readonly { readonly sort: Formed['sort']; readonly groups: number; readonly members: number }[];
}

/** The groups of a programme, of whatever sort, by name. */
export function groupsOf(items: readonly ItemOn<'team'>[], around: AroundItem): GroupsFigures {
  const groups = items
    .flatMap((item) => groupOf(item, around) ?? [])
    .sort((a, b) => compare(plain(a.name), plain(b.name)) || compare(a.item, b.item));
  const running = grouped(
    groups.filter(({ endedOn }) => endedOn === null),
    ({ sort }) => sort,
  );
  const sorts = [...running].map(([sort, some]) => ({
    sort,
    groups: some.length,
    members: sum(some, ({ members }) => members.length),
  }));
  return { groups, sorts: sorts.sort((a, b) => compare(a.sort, b.sort)) };
}

function groupOf({ row, now, facts }: ItemOn<'team'>, around: AroundItem): GroupFigures | undefined {
  const formed = told(facts, 'team.formed.v1').at(-1);
  if (!formed) return undefined;
  const { sort, name, open, theme = null, sponsorRole = null } = formed.data;
  const { members, ambassadors } = presentIn(facts);
  const named = ({ on, data }: Joining): Member => ({
    organisation: data.organisation === undefined ? null : around.named(data.organisation),
    trajectory: data.trajectory ?? null,
    person: data.person ?? null,
    role: data.role,
    since: on,
  });
  return {
    item: row.item,
    sort,
    name,
    group: row.group,
    trajectory: row.trajectory,
    network: row.network,
    organisation: around.organisationOf(row),
    theme,
    sponsorRole,
    open,
    since: formed.on,
    endedOn: now.ended ? now.since : null,
    members: members.map(named),
    ambassadors: ambassadors.map(named),
    goals: goalsOf(facts, around.validOn),
    rounds: roundsOf(facts),
    compositions: compositionsOf(facts),
  };
}

type Joining = Extract<TeamFact, { readonly type: 'team.joined.v1' | 'team.ambassador-named.v1' }>;

/** Who leaves is a member no more, and no ambassador either. */
function presentIn(facts: readonly TeamFact[]): { members: readonly Joining[]; ambassadors: readonly Joining[] } {
  const members = new Map<string, Joining>();
  const ambassadors = new Map<string, Joining>();
  for (const fact of facts) {
    switch (fact.type) {
      case 'team.joined.v1':
        // Somebody who joins again in another role has been there since the first time.
        members.set(whoOf(fact.data), { ...fact, on: members.get(whoOf(fact.data))?.on ?? fact.on });
        break;
      case 'team.ambassador-named.v1':
        ambassadors.set(whoOf(fact.data), fact);
        break;
      case 'team.left.v1':
        members.delete(whoOf(fact.data));
        ambassadors.delete(whoOf(fact.data));
        break;
    }
  }
  return { members: [...members.values()], ambassadors: [...ambassadors.values()] };
}

/** A person is one member, whatever the role; of an organisation there may be several, each in a role. */
function whoOf({ person, organisation = '', trajectory = '', role }: Joining['data']): string {
  return person ?? `${organisation}/${trajectory}/${role}`;
}
