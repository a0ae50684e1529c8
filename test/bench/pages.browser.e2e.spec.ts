import { expect, jest, test } from '@jest/globals';
import { longestMs, quickRun } from './quick-run.ts';

jest.setTimeout(longestMs + 10_000);

test('given the benchmark of the pages at its small size, then its last line says what was measured, and how that stands to both goals', async () => {
  const outcome = await quickRun('pages');
  expect(outcome.bench).toBe('pages');
  expect(Object.keys(outcome.goals).sort()).toEqual(['first-useful-paint-ms', 'longest-interaction-ms']);
});
