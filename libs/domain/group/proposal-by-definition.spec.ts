import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { best } from './best.ts';
import { type Applicant, sharedBy } from './likeness.ts';
import { proposeGroups } from './proposal.ts';

/*
 * What a proposal is, said as plainly as can be: every exchange of two members is weighed by the whole of all groups.
 * Far too slow for a large network, and so what the product works out otherwise is held against it.
 */

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
  return 1.5 * spreadOver(group.map(({ province }) => province)) + spreadOver(group.map(({ size }) => size));
}

function exchanged(begun: readonly Group[]): Group[] {
  let groups = [...begun];
  for (let times = 0; times < 200; times += 1) {
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

function spreadOver(values: readonly unknown[]): number {
  return new Set(values.filter((value) => value !== undefined)).size;
}

function likeness(one: Applicant, other: Applicant): number {
  const { categories, tags } = sharedBy(one, other);
  return 2 * categories.length + tags.length;
}

function byDefinition(applicants: readonly Applicant[], size: number): string[][] {
  const all = [...applicants].sort((a, b) => (a.trajectory < b.trajectory ? -1 : 1));
  const count = Math.ceil(all.length / size);
  const room = Math.ceil(all.length / Math.max(1, count));
  const groups = exchanged(filled(beginnings(all, count), all, room));
  return groups.map((group) => group.map(({ trajectory }) => trajectory).sort());
}

const keys = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);

const applicants = fc.uniqueArray(
  fc.record({
    trajectory: fc.string({ minLength: 1, maxLength: 4 }),
    province: fc.option(fc.constantFrom(...keys('province', 4)), { nil: undefined }),
    size: fc.option(fc.constantFrom('small' as const, 'medium' as const, 'large' as const), { nil: undefined }),
    questions: fc.array(
      fc.record({
        category: fc.constantFrom(...keys('category', 4)),
        tags: fc.array(fc.constantFrom(...keys('tag', 6)), { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 14, selector: ({ trajectory }) => trajectory },
);

describe('a proposal for a small network', () => {
  it('is what it is by definition', () => {
    fc.assert(
      fc.property(applicants, fc.integer({ min: 2, max: 7 }), (all, size) => {
        const proposed = proposeGroups(all, size).map(({ members }) => members.map(({ trajectory }) => trajectory));
        expect(proposed).toEqual(byDefinition(all, size));
      }),
      { numRuns: 150 },
    );
  });
});
