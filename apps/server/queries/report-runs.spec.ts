import { expect, test } from '@jest/globals';
import { runsBy } from './report.handlers.ts';

const runs = ['2026-02-01T06:00:00.000Z', '2026-03-01T06:00:00.000Z'].map((due) => ({
  ...{ schedule: 'monthly', programme: 'north', due, ordinal: 12, sha256: '', size: 0 },
}));
const duesOf = (...asked: [ordinal: number, knownAt?: Parameters<typeof runsBy>[2]]) =>
  runsBy(runs, asked[0], asked[1]).map(({ due }) => due);

test('given two reports at one ordinal, asked for a moment between them, then only the first had been made', () => {
  expect(duesOf(12, { moment: '2026-02-15T00:00:00.000Z' })).toEqual(['2026-02-01T06:00:00.000Z']);
  expect(duesOf(12, { moment: '2026-03-01T06:00:00.000Z' })).toHaveLength(2);
});

test('given two reports at one ordinal, asked for that ordinal or for now, then both are there', () => {
  expect(duesOf(12, { ordinal: 12 })).toHaveLength(2);
  expect(duesOf(20)).toHaveLength(2);
  expect(duesOf(11)).toEqual([]);
});
