import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { moments } from './expected.ts';
import { exampleSteps } from './record.ts';
import { storyTable, tableOf } from './tables.ts';

/** The formatter may line tables up. */
const plain = (text: string) => text.replace(/-{3,}/g, '---').replace(/ +/g, ' ');

const readme = plain(readFileSync(new URL('./README.md', import.meta.url), 'utf8'));

describe('the README of the example', () => {
  test.each(moments)('has the figures of %s that the tests expect', (moment) => {
    expect(readme).toContain(tableOf(moment));
  });

  test('has the numbers of entries in the stories, and of requests', () => {
    expect(readme).toContain(storyTable());
    expect(readme).toContain(`${exampleSteps} requests`);
  });

  test('says that it is fictitious before anything else', () => {
    expect(readme.split('\n')[0]).toContain('fictitious');
  });
});
