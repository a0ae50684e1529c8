import { type Candidate, candidatesOf, type Group, likeness } from './candidate.ts';
import { exchanged } from './exchanges.ts';
import { type Applicant, type Shared, sharedBy } from './likeness.ts';
import { beginnings, filled } from './placing.ts';
import type { OrganisationSize } from './size.ts';

/** Of how many members a group is, at most, when nobody says otherwise. */
export const usualSize = 6;

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
 * fitting applicant is placed, one by one, and last members are exchanged as long as that makes the whole better, up to
 * a number of tries. The same applicants, in any order, always give the same proposal.
 *
 * @param size the most members of a group, at least 2.
 */
export function proposeGroups(applicants: readonly Applicant[], size: number = usualSize): ProposedGroup[] {
  const all = candidatesOf([...applicants].sort((a, b) => (a.trajectory < b.trajectory ? -1 : 1)));
  const count = Math.ceil(all.length / Math.max(2, size));
  // As even as can be: nobody is left over in a group of one.
  const room = Math.ceil(all.length / Math.max(1, count));
  const { groups } = exchanged(filled(beginnings(all, count), all, room));
  return groups.map(explained);
}

function provincesOf(group: Group): string[] {
  return [...new Set(group.flatMap(({ province }) => province ?? []))].sort();
}

function sizesOf(group: Group): OrganisationSize[] {
  return [...new Set(group.flatMap(({ size }) => size ?? []))].sort();
}

function explained(group: Group): ProposedGroup {
  const members = [...group].sort((a, b) => a.at - b.at);
  const asked = members.map(({ applicant }) => applicant.questions);
  return {
    members: members.map((one) => ({ trajectory: one.applicant.trajectory, shares: sharesOf(one, members) })),
    categories: heldIn(asked.map((questions) => questions.map(({ category }) => category))),
    tags: heldIn(asked.map((questions) => questions.flatMap(({ tags }) => tags))),
    provinces: provincesOf(members),
    sizes: sizesOf(members),
  };
}

function sharesOf(one: Candidate, members: Group): ProposedMember['shares'] {
  return members
    .filter((other) => likeness(one, other) > 0)
    .sort((a, b) => likeness(one, b) - likeness(one, a))
    .map(({ applicant }) => ({ with: applicant.trajectory, ...sharedBy(one.applicant, applicant) }));
}

function heldIn(keysOfMembers: readonly (readonly string[])[]): Held[] {
  const counts = new Map<string, number>();
  for (const keys of keysOfMembers) for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .filter(([, members]) => members > 1)
    .map(([key, members]) => ({ key, members }))
    .sort((a, b) => b.members - a.members || (a.key < b.key ? -1 : 1));
}
