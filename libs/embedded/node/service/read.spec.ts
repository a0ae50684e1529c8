import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { writePages } from './read.ts';

test('a reader that has gone before the first page is no fault of the node, also when that page cannot be had', async () => {
  const unnoticed: unknown[] = [];
  const notice = (reason: unknown) => unnoticed.push(reason);
  process.on('unhandledRejection', notice);
  const gone = { isClosed: true, write: () => null };
  const pages = { next: () => Promise.reject(new Error('the storage is closed')) };
  await writePages(pages, { count: null, filter: null, structuredId: false }, gone);
  await turn();
  process.off('unhandledRejection', notice);
  expect(unnoticed).toEqual([]);
});
