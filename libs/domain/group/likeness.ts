import type { OrganisationSize } from './size.ts';

/** Who may come into a group: what it asks, where it is, and how large. */
export interface Applicant {
  readonly trajectory: string;
  /** Undefined for an organisation that is in no province. */
  readonly province: string | undefined;
  /** Undefined when nobody counted its people. */
  readonly size?: OrganisationSize | undefined;
  readonly questions: readonly { readonly category: string; readonly tags: readonly string[] }[];
}

/** What two applicants have in common. */
export interface Shared {
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

export function sharedBy(one: Applicant, other: Applicant): Shared {
  return {
    categories: common(
      one.questions.map(({ category }) => category),
      other.questions.map(({ category }) => category),
    ),
    tags: common(
      one.questions.flatMap(({ tags }) => tags),
      other.questions.flatMap(({ tags }) => tags),
    ),
  };
}

/**
 * How comparable the questions of every two are, by their place in the list: a category in common counts for two, a tag
 * for one. Nobody is like oneself.
 */
export function likenesses(applicants: readonly Applicant[]): number[][] {
  const asked = applicants.map(({ questions }) => ({
    categories: new Set(questions.map(({ category }) => category)),
    tags: new Set(questions.flatMap(({ tags }) => tags)),
  }));
  return asked.map((one) =>
    asked.map((other) =>
      one === other ? 0 : 2 * sizeOfBoth(one.categories, other.categories) + sizeOfBoth(one.tags, other.tags),
    ),
  );
}

function sizeOfBoth(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let both = 0;
  for (const key of some) if (others.has(key)) both += 1;
  return both;
}

function common(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set(some)].filter((key) => others.includes(key)).sort();
}
