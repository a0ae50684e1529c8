import { describe, expect, it } from '@jest/globals';
import { candidatesOf, type Group } from './candidate.ts';
import { exchanged, mostTries } from './exchanges.ts';
import type { Applicant } from './likeness.ts';
import { beginnings, filled } from './placing.ts';
import { proposeGroups } from './proposal.ts';

/** So many applicants, each with two questions out of eight categories and twenty tags. */
function applicantsOf(count: number): Applicant[] {
  return Array.from({ length: count }, (_, at) => ({
    trajectory: String(at).padStart(4, '0'),
    province: `province ${(at * 7) % 12}`,
    size: (['small', 'medium', 'large'] as const)[at % 3],
    questions: [at * at, at * 5 + 3].map((n) => ({
      category: `category ${n % 8}`,
      tags: [`tag ${n % 20}`, `tag ${(n * 3) % 20}`],
    })),
  }));
}

function begun(count: number, size: number): Group[] {
  const all = candidatesOf(applicantsOf(count));
  const groups = Math.ceil(count / size);
  return filled(beginnings(all, groups), all, Math.ceil(count / groups));
}

const namesOf = (groups: readonly Group[]) => groups.map((group) => group.map(({ at }) => at));

describe('a proposal for a large network', () => {
  it.each([100, 300])('given %i applicants, then each has one place, in groups within the size', (count) => {
    const applicants = applicantsOf(count);
    const proposed = proposeGroups(applicants).map(({ members }) => members.map(({ trajectory }) => trajectory));
    expect(proposed.flat().toSorted()).toEqual(applicants.map(({ trajectory }) => trajectory));
    expect(Math.max(...proposed.map(({ length }) => length))).toBeLessThanOrEqual(6);
    expect(Math.min(...proposed.map(({ length }) => length))).toBeGreaterThan(0);
  });

  it('given 300 applicants, then each is asked for its questions a few times, and not once for every other', () => {
    let asked = 0;
    const counted = applicantsOf(300).map((applicant) => ({
      ...applicant,
      get questions() {
        asked += 1;
        return applicant.questions;
      },
    }));
    proposeGroups(counted);
    expect(asked).toBeLessThan(300 * 30);
  });
});

describe('members of groups that are exchanged', () => {
  it('given 300 applicants, then all that can be exchanged is tried once, and after that what an exchange altered', () => {
    const { tries, groups } = exchanged(begun(300, 6));
    const first = (300 * 294) / 2;
    expect(tries).toBeGreaterThan(first);
    expect(tries).toBeLessThanOrEqual(first + 200 * 2 * 6 * 294);
    expect(tries).toBeLessThan(mostTries);
    expect(namesOf(groups)).not.toEqual(namesOf(begun(300, 6)));
  });

  it('given a number of tries, then no more are made after the first round, and everyone keeps a place', () => {
    const groups = begun(60, 6);
    const first = (60 * 54) / 2;
    const enough = exchanged(groups);
    for (const most of [first, 2_500, enough.tries - 1]) {
      const less = exchanged(groups, most);
      expect(less.tries).toBeLessThanOrEqual(most);
      expect(namesOf(less.groups).flat().toSorted()).toEqual(namesOf(groups).flat().toSorted());
    }
    expect(exchanged(groups, enough.tries)).toEqual(enough);
  });

  it('given more members than the tries reach for, then the first round is made and the best of it exchanged', () => {
    const groups = begun(60, 6);
    const { groups: once, tries } = exchanged(groups, 0);
    expect(tries).toBe((60 * 54) / 2);
    const moved = namesOf(once).filter((names, at) => String(names) !== String(namesOf(groups)[at]));
    expect(moved).toHaveLength(2);
  });

  it('given groups of fifty, then there is more to try than is tried', () => {
    const { tries } = exchanged(begun(300, 50));
    expect(tries).toBeGreaterThan((300 * 250) / 2);
    expect(tries).toBeLessThanOrEqual(mostTries);
  });
});
