import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { roleIn, roles } from './roles.ts';

function wordsIn(language: 'nl' | 'en'): (role: string) => string {
  const messages = JSON.parse(readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8'));
  return (role) => messages[`role.${role}`] ?? role;
}

describe('a role that is named in words', () => {
  it.each(['nl', 'en'] as const)('given the word of a known role, then it is that role (%s)', (language) => {
    const wordOf = wordsIn(language);
    for (const role of roles) expect(roleIn(` ${wordOf(role).toUpperCase()} `, wordOf)).toBe(role);
  });

  it('given another, then it is the key of its words', () => {
    expect(roleIn('Griffier', wordsIn('nl'))).toBe('council-clerk');
    expect(roleIn('Wethouder zorg', wordsIn('nl'))).toBe('wethouder-zorg');
    expect(roleIn('…', wordsIn('nl'))).toBe('');
  });
});
