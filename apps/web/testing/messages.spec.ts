import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';

async function read(language: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));
}

/** The values that a message asks for: `{days, plural, …}` and `{name}`, but not the words of a plural: `one {dag}`. */
const valuesOf = (message: string) =>
  [...message.matchAll(/(?<!(?:one|other|=0) )\{(\w+)[,}]/g)].map(([, name]) => name).sort();

describe('the messages', () => {
  it('have the same keys in both languages', async () => {
    expect(Object.keys(await read('en'))).toEqual(Object.keys(await read('nl')));
  });

  it('ask for the same values in both languages', async () => {
    const [nl, en] = [await read('nl'), await read('en')];
    for (const [key, message] of Object.entries(nl)) {
      expect([key, new Set(valuesOf(en[key] ?? ''))]).toEqual([key, new Set(valuesOf(message))]);
    }
  });

  it('are never empty', async () => {
    for (const language of ['nl', 'en'])
      for (const [key, message] of Object.entries(await read(language)))
        expect([key, message.trim()]).not.toEqual([key, '']);
  });
});
