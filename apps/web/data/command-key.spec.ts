import { describe, expect, it } from '@jest/globals';
import { CommandKeys } from './command-key.ts';

describe('the key of a command', () => {
  it('given the same content again after a failure, then it is the same command', () => {
    const keys = new CommandKeys();
    expect(keys.keyFor({ text: 'a' })).toBe(keys.keyFor({ text: 'a' }));
  });

  it('given other content, or the same after it was recorded, then it is another command', () => {
    const keys = new CommandKeys();
    const first = keys.keyFor({ text: 'a' });
    const second = keys.keyFor({ text: 'b' });
    keys.recorded();
    expect(new Set([first, second, keys.keyFor({ text: 'b' })]).size).toBe(3);
  });
});
