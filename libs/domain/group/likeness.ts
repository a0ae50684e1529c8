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

/** How comparable their questions are: a category in common counts for two, a tag for one. */
export function likeness(one: Applicant, other: Applicant): number {
  const { categories, tags } = sharedBy(one, other);
  return 2 * categories.length + tags.length;
}

function common(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set(some)].filter((key) => others.includes(key)).sort();
}
