import { describe, expect, it } from '@jest/globals';
import { mentions } from './plain.ts';

describe('searching in texts', () => {
  it('given other accents, case or punctuation, then it is found', () => {
    expect(mentions('noardeast fryslan', [null, 'Noardeast-Fryslân'])).toBe(true);
    expect(mentions('Handreiking', [undefined, 'Film'])).toBe(false);
  });

  it('given nothing to search for, then everything is found', () => {
    expect(mentions(' ', ['Film'])).toBe(true);
  });
});
