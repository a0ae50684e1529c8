import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { KeyRing } from './key-ring.ts';

/** What happens between the listing of a folder and the reading of what was listed. */
let afterListing: () => Promise<void> = async () => undefined;

jest.unstable_mockModule('node:fs/promises', () => ({
  ...files,
  readdir: async (folder: string) => {
    const listed = await files.readdir(folder);
    const happening = afterListing;
    afterListing = async () => undefined;
    await happening();
    return listed;
  },
}));
const ring = await import('./key-ring.ts');

let folder: string;
beforeEach(async () => {
  folder = await files.mkdtemp(join(tmpdir(), 'samenspel-keys-'));
});
afterEach(() => files.rm(folder, { recursive: true, force: true }));

const nothing = async (): Promise<string[]> => [];

/** The keys of another process on the same data folder. */
async function another(): Promise<KeyRing> {
  const opened = new ring.KeyRing(folder);
  await opened.begin(nothing);
  return opened;
}

describe('the wrapping keys of a data folder', () => {
  test('are found by who lists them right before the next one is put in force', async () => {
    const [reader, changing] = [await another(), await another()];
    const next = await changing.next();
    afterListing = () => changing.promote(next);
    expect((await reader.byId(next.id)).id).toBe(next.id);
    expect(await files.readdir(join(folder, 'keys'))).toEqual(['retired', 'wrapping.key']);
  });

  test('begin with that of another process that made it, and wrapped with it, in the meantime', async () => {
    const late = new ring.KeyRing(folder);
    let first = '';
    await late.begin(async () => {
      first = (await (await another()).current()).id;
      return [first];
    });
    expect((await late.current()).id).toBe(first);
  });
});
