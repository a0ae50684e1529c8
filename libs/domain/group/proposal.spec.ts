import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Applicant } from './likeness.ts';
import { proposeGroups } from './proposal.ts';
import type { OrganisationSize } from './size.ts';

const applicant = (trajectory: string, province: string, category: string, ...tags: string[]): Applicant => ({
  trajectory,
  province,
  questions: [{ category, tags }],
});

const membersOf = (applicants: readonly Applicant[], size?: number) =>
  proposeGroups(applicants, size).map(({ members }) => members.map(({ trajectory }) => trajectory));

describe('a proposal for learning groups', () => {
  it('brings together who asks the same', () => {
    const proposed = membersOf(
      [
        applicant('a', 'Drenthe', 'council'),
        applicant('b', 'Drenthe', 'residents'),
        applicant('c', 'Fryslân', 'council'),
        applicant('d', 'Fryslân', 'residents'),
      ],
      2,
    );
    expect(proposed.toSorted()).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('spreads over provinces where the questions do not decide', () => {
    const proposed = membersOf(
      [
        applicant('a', 'Drenthe', 'council'),
        applicant('b', 'Drenthe', 'council'),
        applicant('c', 'Fryslân', 'council'),
        applicant('d', 'Fryslân', 'council'),
      ],
      2,
    );
    expect(proposed.toSorted()).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('spreads over sizes where neither questions nor provinces decide', () => {
    const of = (trajectory: string, size: OrganisationSize): Applicant => ({
      ...applicant(trajectory, 'Drenthe', 'council'),
      size,
    });
    const all = [of('a', 'small'), of('b', 'small'), of('c', 'large'), of('d', 'large')];
    expect(membersOf(all, 2).toSorted()).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(proposeGroups(all, 2).map(({ sizes }) => sizes)).toEqual([
      ['large', 'small'],
      ['large', 'small'],
    ]);
  });

  it('says what members have in common, and what the group has', () => {
    const [group] = proposeGroups([
      applicant('a', 'Drenthe', 'council', 'elections', 'dialogue'),
      applicant('b', 'Fryslân', 'council', 'dialogue'),
      applicant('c', 'Fryslân', 'digital'),
    ]);
    expect(group).toEqual({
      members: [
        { trajectory: 'a', shares: [{ with: 'b', categories: ['council'], tags: ['dialogue'] }] },
        { trajectory: 'b', shares: [{ with: 'a', categories: ['council'], tags: ['dialogue'] }] },
        { trajectory: 'c', shares: [] },
      ],
      categories: [{ key: 'council', members: 2 }],
      tags: [{ key: 'dialogue', members: 2 }],
      provinces: ['Drenthe', 'Fryslân'],
      sizes: [],
    });
  });

  it('proposes nothing for nobody', () => {
    expect(proposeGroups([])).toEqual([]);
  });

  const applicants = fc.uniqueArray(
    fc.record({
      trajectory: fc.string({ minLength: 1, maxLength: 4 }),
      province: fc.option(fc.constantFrom('Drenthe', 'Fryslân', 'Groningen'), { nil: undefined }),
      questions: fc.array(
        fc.record({
          category: fc.constantFrom('council', 'residents', 'digital'),
          tags: fc.array(fc.constantFrom('dialogue', 'elections', 'youth'), { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 12, selector: ({ trajectory }) => trajectory },
  );

  it('places everyone once, in groups that are as even as can be', () => {
    fc.assert(
      fc.property(applicants, fc.integer({ min: 2, max: 6 }), (all, size) => {
        const proposed = membersOf(all, size);
        expect(proposed.flat().toSorted()).toEqual(all.map(({ trajectory }) => trajectory).toSorted());
        const sizes = proposed.map(({ length }) => length);
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(size);
        expect(sizes.every((length) => length > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same applicants in any order', () => {
    fc.assert(
      fc.property(applicants, fc.integer({ min: 2, max: 6 }), (all, size) => {
        expect(proposeGroups([...all].reverse(), size)).toEqual(proposeGroups(all, size));
      }),
      { numRuns: 60 },
    );
  });
});
