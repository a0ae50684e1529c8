import { describe, expect, test } from '@jest/globals';
import { faultOptions, OptionRefused } from './options.ts';

const ofLog = { times: 'cycles', usually: 200, choose: 'only', among: ['kill', 'cut', 'disk'] } as const;
const ofViews = { times: 'rounds', usually: 100, choose: 'jobs', among: ['postgres', 'redis'] } as const;

describe('the options of the faults', () => {
  test('given none, then it is as often as usual, of everything, from a seed at random', () => {
    const { times, seed, chosen } = faultOptions(['log'], ofLog);
    expect({ times, chosen }).toEqual({ times: 200, chosen: undefined });
    expect(Number.isInteger(seed)).toBe(true);
  });

  test.each([
    { form: 'a space', args: ['log', '--cycles', '3', '--seed', '0', '--only', 'kill,disk'] },
    { form: 'an equals sign', args: ['log', '--cycles=3', '--seed=0', '--only=kill,disk'] },
  ])('given values after $form, then they are taken', ({ args }) => {
    expect(faultOptions(args, ofLog)).toEqual({ times: 3, seed: 0, chosen: ['kill', 'disk'] });
  });

  test.each([
    { wrong: '--only kil', ofWhat: ofLog },
    { wrong: '--only kill,', ofWhat: ofLog },
    { wrong: '--only=', ofWhat: ofLog },
    { wrong: '--only', ofWhat: ofLog },
    { wrong: '--cycles abc', ofWhat: ofLog },
    { wrong: '--cycles 0', ofWhat: ofLog },
    { wrong: '--cycles=-1', ofWhat: ofLog },
    { wrong: '--cycles 1.5', ofWhat: ofLog },
    { wrong: '--seed=-1', ofWhat: ofLog },
    { wrong: '--seed x', ofWhat: ofLog },
    { wrong: '--rounds 3', ofWhat: ofLog },
    { wrong: 'kill', ofWhat: ofLog },
    { wrong: '--rounds 0', ofWhat: ofViews },
    { wrong: '--jobs reddis', ofWhat: ofViews },
    { wrong: '--cycles 3', ofWhat: ofViews },
  ])('given $wrong, then it is refused, for nothing would be tried', ({ wrong, ofWhat }) => {
    expect(() => faultOptions(['name', ...wrong.split(' ')], ofWhat)).toThrow(OptionRefused);
  });
});
