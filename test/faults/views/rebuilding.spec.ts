import { expect, test } from '@jest/globals';
import { RebuildError } from '#views/rebuild/errors';
import { differs } from './rebuilding.ts';

test('given a rebuild that finds the index other than the log, then that is a breach, and no other refusal is', () => {
  expect(differs(RebuildError.indexDiffers(12))).toContain('differs from the log at ordinal 12');
  for (const other of [
    RebuildError.busy(),
    RebuildError.noPrevious(['progress']),
    new Error('Connection terminated'),
  ]) {
    expect(differs(other)).toBeUndefined();
  }
});
