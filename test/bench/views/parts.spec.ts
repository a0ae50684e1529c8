import { describe, expect, test } from '@jest/globals';
import { chosenParts } from './parts.ts';

describe('the parts of the views that are measured', () => {
  test.each([
    { asked: 'views --quick --json', parts: ['live', 'rebuild', 'asked', 'large'] },
    { asked: 'views --only live --quick', parts: ['live'] },
    { asked: 'views --only=live', parts: ['live'] },
    { asked: '--json --only=asked,large views', parts: ['asked', 'large'] },
  ])('given $asked, then $parts', ({ asked, parts }) => {
    expect([...chosenParts(asked.split(' '))]).toEqual(parts);
  });

  test.each(['--only lif', '--only=', '--only', '--only=live,'])('given %s, then it is refused', (asked) => {
    expect(() => chosenParts(['views', ...asked.split(' ')])).toThrow('--only takes live, rebuild, asked, large');
  });
});
