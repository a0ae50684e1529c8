import type { GroupByHand } from './by-hand.ts';
import type { Ask } from './figures.ts';

interface Member {
  readonly organisation: { readonly name: string } | null;
  readonly trajectory: string | null;
  readonly role: string;
}

interface Group {
  readonly name: string;
  readonly sort: string;
  readonly open: boolean;
  readonly endedOn: string | null;
  readonly members: readonly Member[];
  readonly ambassadors: readonly Member[];
  readonly goals: readonly { readonly goal: string; readonly due: string | null; readonly reachedOn: string | null }[];
  readonly rounds: readonly { readonly round: number; readonly phases: readonly { phase: string; on: string }[] }[];
  readonly compositions: readonly { readonly parts: readonly Part[] }[];
}

interface Part {
  readonly key: string;
  readonly represented: number;
  readonly there: number;
  readonly percent: number;
}

interface Groups {
  readonly groups: readonly Group[];
  readonly sorts: readonly { readonly sort: string; readonly groups: number; readonly members: number }[];
}

/** The names of the timeline, by id. */
export type Names = ReadonlyMap<string, string>;

const groupsOf = async (ask: Ask, programme: string, day: string) =>
  (await ask<{ data: Groups }>(`/programmes/${programme}/groups?validOn=${day}`)).data;

/** The groups of a programme on a day, by name. */
export async function groupsOn(ask: Ask, programme: string, day: string, names: Names) {
  const { groups } = await groupsOf(ask, programme, day);
  return Object.fromEntries(groups.map((group) => [group.name, groupOf(group, names)]));
}

function groupOf(group: Group, names: Names): Required<GroupByHand> {
  const { sort, open, endedOn, goals, rounds } = group;
  const named = ({ role, organisation, trajectory }: Member) => {
    const who = organisation?.name ?? names.get(trajectory ?? '');
    return who === undefined ? role : `${role} of ${who}`;
  };
  return {
    sort,
    open,
    endedOn,
    members: group.members.map(named),
    ambassadors: group.ambassadors.map(named),
    goals: goals.map(({ goal, due, reachedOn }) => [goal, due, reachedOn]),
    rounds: Object.fromEntries(
      rounds.map(({ round, phases }) => [round, phases.map((one) => `${one.phase} ${one.on}`)]),
    ),
    parts: Object.fromEntries(
      (group.compositions.at(-1)?.parts ?? []).map(({ key, represented, there, percent }) => [
        key,
        [represented, there, percent],
      ]),
    ),
  };
}

/** Groups that had not ended on a day, and their members, by sort. */
export async function sortsOn(ask: Ask, programme: string, day: string) {
  const { sorts } = await groupsOf(ask, programme, day);
  return Object.fromEntries(sorts.map(({ sort, groups, members }) => [sort, [groups, members]]));
}
