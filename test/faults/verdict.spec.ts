import { describe, expect, test } from '@jest/globals';
import { sayLeftOut } from './verdict.ts';

const leftOut = { nl: 'Overgeslagen: de schijf', en: 'Left out: the disk' };

/** What is said about a verdict on such a machine. */
function said(verdict: Parameters<typeof sayLeftOut>[0], environment: NodeJS.ProcessEnv): string {
  let text = '';
  sayLeftOut(verdict, (line) => (text += line), environment);
  return text;
}

describe('a scenario that this machine does not allow', () => {
  test('given a person at work, then it is said that it was left out', () => {
    expect([`${leftOut.nl}\n`, `${leftOut.en}\n`]).toContain(said({ leftOut }, {}));
  });

  test('given CI=true, then it fails, for there everything must be tried', () => {
    expect(() => said({ leftOut }, { CI: 'true' })).toThrow('CI=true, but: Left out: the disk');
  });

  test('given a scenario that was played, then nothing is said', () => {
    expect(said({}, { CI: 'true' })).toBe('');
  });
});
