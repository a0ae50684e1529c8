import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'nl'],
    ['', 'nl'],
    ['*', 'nl'],
    ['de-DE', 'nl'],
    ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,nl;q=0.1', 'en'],
    ['nl;q=0.2, en;q=0.7', 'en'],
    ['en;q=0', 'nl'],
    ['fr, en;q=0.5', 'en'],
    ['en;q=much', 'nl'],
  ] as const)('given Accept-Language %s, then it is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
