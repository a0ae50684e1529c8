import { describe, expect, test } from '@jest/globals';
import { commitmentSteps } from '#domain/trajectory/commitment';
import { participationSteps } from '#domain/trajectory/participation';
import { markOf, numberOf, parts, standingOf, stepNumber } from './mark.ts';

const layers = commitmentSteps.map((step, index) => ({ step, late: index % 2 === 1 }));
const part = (number: number, { from, bits }: { from: number; bits: number }) =>
  Number((BigInt(number) >> BigInt(from)) & (2n ** BigInt(bits) - 1n));

describe('the mark of how a trajectory stands', () => {
  test.each([null, ...participationSteps])('of the step %s is read as it was written', (step) => {
    const standing = { step, status: step === null ? null : ('attention' as const), milestones: 'xrdo-', layers };
    expect(standingOf(markOf(standing))).toEqual(standing);
  });

  test('is a number that holds what lists are chosen by', () => {
    const number = numberOf(markOf({ step: 'started', status: 'behind', milestones: 'xxrdd-o', layers }));
    expect(Object.entries(parts).map(([name, bits]) => [name, part(number, bits)])).toEqual([
      ['step', stepNumber('started')],
      ['status', 3],
      ['late', layers.length / 2],
      ['reached', 3],
      ['expected', 4],
      ['total', 6],
    ]);
  });

  test('of a template that is too large for it is refused', () => {
    const milestones = 'o'.repeat(1024);
    expect(() => numberOf(markOf({ step: 'started', status: null, milestones, layers: [] }))).toThrow('does not fit');
    expect(
      numberOf(markOf({ step: 'started', status: null, milestones: milestones.slice(1), layers: [] })),
    ).toBeGreaterThan(0);
  });
});
