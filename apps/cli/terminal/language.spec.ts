import { describe, expect, test } from '@jest/globals';
import { languageOf } from './language.ts';

describe('the language of the command line', () => {
  test.each([
    ['a terminal without a language', {}, 'nl'],
    ['a terminal in Dutch', { LANG: 'nl_NL.UTF-8' }, 'nl'],
    ['a terminal in English', { LANG: 'en_GB.UTF-8' }, 'en'],
    ['a terminal of a server', { LANG: 'C.UTF-8' }, 'nl'],
    ['English messages on a Dutch system', { LANG: 'nl_NL.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
    ['a wish of its own', { LANG: 'en_GB.UTF-8', SAMENSPEL_LANG: 'nl' }, 'nl'],
  ])('given %s, when it speaks, then in the language that fits', (_, environment, language) => {
    expect(languageOf(environment)).toBe(language);
  });
});
