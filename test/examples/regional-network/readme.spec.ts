import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { moments } from './expected.ts';
import { betweenTable, pledgeTable, storyTable, tableOf } from './tables.ts';
import { timeline } from './timeline.ts';

/** The formatter may line tables up. */
const plain = (text: string) => text.replace(/-{3,}/g, '---').replace(/ +/g, ' ');

const readme = plain(readFileSync(new URL('./README.md', import.meta.url), 'utf8'));

describe('the README of the example', () => {
  test.each(moments)('has the figures of %s that the tests expect', (moment) => {
    expect(readme).toContain(tableOf(moment));
  });

  test('has the numbers of entries in the stories, and of requests', () => {
    expect(readme).toContain(storyTable());
    expect(readme).toContain(`${timeline.length} requests`);
  });

  test('has the figures of both ends of a period', () => {
    expect(readme).toContain(betweenTable());
  });

  test.each(['2026-06-30', '2026-09-30'] as const)('has the pledges of %s', (day) => {
    expect(readme).toContain(pledgeTable(day));
  });

  test('says that it is fictitious before anything else', () => {
    expect(readme.split('\n')[0]).toContain('fictitious');
  });
});
