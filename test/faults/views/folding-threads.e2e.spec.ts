import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { productFolder } from '#log/release';
import { startChild } from '../../bench/child.ts';
import type { ThreadsTold } from './folding-threads.ts';

jest.setTimeout(60_000);

/** As it is built: what is not, folds in the thread that asks. */
const script = join(productFolder, 'dist', 'test', 'faults', 'views', 'folding-threads.js');

let told: ThreadsTold;

beforeAll(async () => {
  const child = await startChild(script, { NODE_OPTIONS: '' });
  told = child.told as ThreadsTold;
  await child.stop();
});

describe('folders in threads of their own', () => {
  test('are in threads, where that can be', () => {
    expect(told.inThreads).toBe(true);
  });

  test('given that the database is away, then each of them says so with the error that the reading threw', () => {
    expect(told.databaseAway).toBe('ConnectionLost: the database is away; ConnectionLost: the database is away');
  });

  test('given a view that the thread does not know, then it says which, and not only that it ended', () => {
    expect(told.viewUnknown).toBe('Error: There is no view of the name nonsense');
  });

  test('given that it is ended in the middle, then who waits for it is told, and so is who asks afterwards', () => {
    expect(told.closed).toBe('Error: A thread that folds ended with code 1');
    expect(told.askedAfterwards).toBe(told.closed);
  });
});
