import { describe, expect, test } from '@jest/globals';
import { ownOptions } from './own-options.mjs';

const options = { rounds: { type: 'string' }, random: { type: 'boolean' } } as const;

describe('the options of a script that runs another program', () => {
  test.each([
    { args: '', others: '' },
    { args: '--rounds 3 --random', others: '', rounds: '3', random: true },
    { args: '--rounds=3 append', others: 'append', rounds: '3' },
    { args: '-t deadline --rounds 3', others: '-t deadline', rounds: '3' },
    {
      args: 'append -t deadline --bail=1 --random --verbose',
      others: 'append -t deadline --bail=1 --verbose',
      random: true,
    },
  ])('given “$args”, then “$others” goes on', ({ args, others, rounds, random }) => {
    const found = ownOptions(args.split(' '), options);
    expect(found.others.join(' ')).toBe(others);
    expect([found.values.rounds, found.values.random]).toEqual([rounds, random]);
  });
});
