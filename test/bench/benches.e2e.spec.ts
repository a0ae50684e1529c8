import { describe, expect, jest, test } from '@jest/globals';
import { longestMs, quickRun } from './quick-run.ts';

jest.setTimeout(longestMs + 10_000);

describe('a benchmark at its small size', () => {
  test.each([
    {
      name: 'log',
      args: [],
      goals: [
        'appends-1-vs-serial-sum',
        'appends-32-vs-lower-ceiling',
        'commands-1-vs-bare-appends',
        'commands-32-vs-bare-appends',
        'node-memory-second-half-vs-first',
        'reader-memory-second-half-vs-first',
        'reads-vs-ceiling',
      ],
    },
    {
      name: 'views',
      args: ['--only', 'rebuild'],
      goals: ['rebuild-all-vs-read-all', 'rebuild-progress-vs-read-all'],
    },
    { name: 'streams', args: [], goals: ['read-and-fold-100-events-ms'] },
    { name: 'main-job', args: [], goals: ['seconds-to-url'] },
  ])(
    'given $name $args, then its last line says what was measured, and how that stands to every goal',
    async ({ name, args, goals }) => {
      const outcome = await quickRun(name, ...args);
      expect(outcome.bench).toBe(name);
      expect(Object.keys(outcome.figures)).not.toEqual([]);
      // Whether a goal is met is said at full size, on a machine that does nothing else.
      expect(Object.keys(outcome.goals).sort()).toEqual(goals);
    },
  );
});
