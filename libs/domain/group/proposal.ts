import { type Applicant, likeness, type Shared, sharedBy } from './likeness.ts';
import type { OrganisationSize } from './size.ts';

/** Of how many members a group is, at most, when nobody says otherwise. */
export const usualSize = 6;

/** How much a province that is not in a group yet weighs: less than a category in common, more than a tag. */
const newProvince = 1.5;
/** And a size of organisation: as much as a tag. */
const newSize = 1;

/** How often members are exchanged, at most: each exchange makes the whole better, so it ends by itself long before. */
const mostExchanges = 200;

export interface ProposedMember {
  readonly trajectory: string;
  /** With which other members it has something in common, the most first; empty when with none. */
  readonly shares: readonly (Shared & { readonly with: string })[];
}

export interface ProposedGroup {
  readonly members: readonly ProposedMember[];
  /** Categories and tags that at least two members have, with how many have them, the most first. */
  readonly categories: readonly Held[];
  readonly tags: readonly Held[];
  readonly provinces: readonly string[];
  /** Of organisations of which somebody counted the people. */
  readonly sizes: readonly OrganisationSize[];
}

export interface Held {
  readonly key: string;
  readonly members: number;
}

/**
 * Groups of applicants with comparable questions, spread over provinces and sizes of organisations: a proposal to the lead, who changes it and
 * decides. Members that share categories (2 each) and tags (1 each) come together; a province or a size that a
 * group does not have yet weighs in. First every group gets the applicant that is least like those who begin the other groups, then the best
 * fitting applicant is placed, one by one, and last members are exchanged as long as that makes the whole better. The
 * same applicants, in any order, always give the same proposal.
 *
 * @param size the most members of a group, at least 2.
 */
export function proposeGroups(applicants: readonly Applicant[], size: number = usualSize): ProposedGroup[] {
  const all = [...applicants].sort((a, b) => (a.trajectory < b.trajectory ? -1 : 1));
  const count = Math.ceil(all.length / Math.max(2, size));
  // As even as can be: nobody is left over in a group of one.
  const room = Math.ceil(all.length / Math.max(1, count));
  const groups = exchanged(filled(beginnings(all, count), all, room));
  return groups.map(explained);
}

type Group = readonly Applicant[];

/** The one of which the questions are found most, and then whoever is least like those before. */
function beginnings(all: readonly Applicant[], count: number): Group[] {
  const total = (one: Applicant) => all.reduce((sum, other) => sum + (other === one ? 0 : likeness(one, other)), 0);
  const chosen: Applicant[] = [];
  while (chosen.length < count) {
    const left = all.filter((one) => !chosen.includes(one));
    const next = best(left, (one) => total(one) - 100 * chosen.reduce((sum, other) => sum + likeness(one, other), 0));
    if (!next) break;
    chosen.push(next);
  }
  return chosen.map((one) => [one]);
}

function filled(begun: readonly Group[], all: readonly Applicant[], room: number): Group[] {
  const groups = [...begun];
  for (;;) {
    const left = all.filter((one) => !groups.some((group) => group.includes(one)));
    const pairs = left.flatMap((one) =>
      groups.flatMap((group, at) => (group.length < room ? [{ one, at, gain: gainOf(group, one) }] : [])),
    );
    const pair = best(pairs, ({ gain }) => gain);
    if (!pair) return groups;
    groups[pair.at] = [...(groups[pair.at] ?? []), pair.one];
  }
}

/** By the mean, so that a large group does not draw everyone. */
function gainOf(group: Group, one: Applicant): number {
  const mean = group.reduce((sum, other) => sum + likeness(one, other), 0) / group.length;
  return mean + spreadOf([...group, one]) - spreadOf(group);
}

/** Over how many provinces and sizes a group is spread, weighed. */
function spreadOf(group: Group): number {
  return newProvince * provincesOf(group).length + newSize * sizesOf(group).length;
}

function exchanged(begun: readonly Group[]): Group[] {
  let groups = [...begun];
  for (let times = 0; times < mostExchanges; times += 1) {
    const better = best(exchangesOf(groups), worth);
    if (!better || worth(better) <= worth(groups)) return groups;
    groups = better;
  }
  return groups;
}

function exchangesOf(groups: readonly Group[]): Group[][] {
  return groups.flatMap((group, i) =>
    groups.slice(i + 1).flatMap((other, j) =>
      group.flatMap((one) =>
        other.map((two) =>
          groups.map((each, at) => {
            if (at === i) return replaced(each, one, two);
            return at === i + 1 + j ? replaced(each, two, one) : each;
          }),
        ),
      ),
    ),
  );
}

function replaced(group: Group, leaves: Applicant, comes: Applicant): Group {
  return group.map((one) => (one === leaves ? comes : one));
}

/** What all have in common with those in their group, and how the groups are spread. */
function worth(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + pairsOf(group) + spreadOf(group), 0);
}

function pairsOf(group: Group): number {
  let sum = 0;
  for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) sum += likeness(one, other);
  return sum;
}

function provincesOf(group: Group): string[] {
  return [...new Set(group.flatMap(({ province }) => province ?? []))].sort();
}

function sizesOf(group: Group): OrganisationSize[] {
  return [...new Set(group.flatMap(({ size }) => size ?? []))].sort();
}

function explained(group: Group): ProposedGroup {
  const members = [...group].sort((a, b) => (a.trajectory < b.trajectory ? -1 : 1));
  return {
    members: members.map((one) => ({ trajectory: one.trajectory, shares: sharesOf(one, members) })),
    categories: heldIn(members.map(({ questions }) => questions.map(({ category }) => category))),
    tags: heldIn(members.map(({ questions }) => questions.flatMap(({ tags }) => tags))),
    provinces: provincesOf(members),
    sizes: sizesOf(members),
  };
}

function sharesOf(one: Applicant, members: Group): ProposedMember['shares'] {
  return members
    .filter((other) => other !== one && likeness(one, other) > 0)
    .sort((a, b) => likeness(one, b) - likeness(one, a))
    .map((other) => ({ with: other.trajectory, ...sharedBy(one, other) }));
}

function heldIn(keysOfMembers: readonly (readonly string[])[]): Held[] {
  const counts = new Map<string, number>();
  for (const keys of keysOfMembers) for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .filter(([, members]) => members > 1)
    .map(([key, members]) => ({ key, members }))
    .sort((a, b) => b.members - a.members || (a.key < b.key ? -1 : 1));
}

/** The first of those that weigh most; undefined when there are none. */
function best<T>(things: readonly T[], weight: (thing: T) => number): T | undefined {
  let found: T | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const thing of things) {
    const now = weight(thing);
    if (now > most) [found, most] = [thing, now];
  }
  return found;
}
