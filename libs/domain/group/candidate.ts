import { type Applicant, likenesses } from './likeness.ts';

/** How much a province that is not in a group yet weighs: less than a category in common, more than a tag. */
export const newProvince = 1.5;
/** And a size of organisation: as much as a tag. */
export const newSize = 1;

/** An applicant at its place in the list, with how like it the others are: worked out once, for every step asks for it. */
export interface Candidate extends Pick<Applicant, 'province' | 'size'> {
  readonly at: number;
  readonly applicant: Applicant;
  /** By the place of the other. */
  readonly likeness: readonly number[];
}

export type Group = readonly Candidate[];

export function candidatesOf(applicants: readonly Applicant[]): Candidate[] {
  const rows = likenesses(applicants);
  return applicants.map((applicant, at) => {
    const { province, size } = applicant;
    return { at, applicant, province, size, likeness: rows[at] ?? [] };
  });
}

export function likeness(one: Candidate, other: Candidate): number {
  return one.likeness[other.at] ?? 0;
}

/** What somebody has in common with all of a group together. */
export function likenessTo(group: Group, one: Candidate): number {
  let sum = 0;
  for (const other of group) sum += likeness(one, other);
  return sum;
}
