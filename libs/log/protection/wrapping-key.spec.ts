import { access, type FileHandle, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openWrappingKey } from './wrapping-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the wrapping key of a data folder', () => {
  test('is one and the same for all who start at once, also where they share a process id', async () => {
    const keys = await Promise.all(Array.from({ length: 16 }, () => openWrappingKey(folder)));
    const kept = await openWrappingKey(folder);
    expect(new Set([...keys, kept].map(({ id }) => id)).size).toBe(1);
    expect(await readdir(join(folder, 'keys'))).toEqual(['wrapping.key']);
  });

  test('can be read by its owner only', async () => {
    await openWrappingKey(folder);
    expect((await stat(join(folder, 'keys', 'wrapping.key'))).mode & 0o777).toBe(0o600);
  });

  test('is on the disk for good with its folder, and where that stands, before it is used', async () => {
    const keys = join(folder, 'keys');
    const synced = await syncedWith(join(keys, 'wrapping.key'), () => openWrappingKey(folder));
    expect(synced).toEqual(expect.arrayContaining([await numberOf(keys), await numberOf(folder)]));
  });
});

/** The numbers of the files and folders that were written to the disk while this file was there. */
async function syncedWith(file: string, work: () => Promise<unknown>): Promise<number[]> {
  const handle = await open(folder);
  const prototype: FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  const synced: number[] = [];
  const { sync } = prototype;
  const spy = jest.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
    await sync.call(this);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) synced.push((await this.stat()).ino);
  });
  await work();
  spy.mockRestore();
  return synced;
}

async function numberOf(path: string): Promise<number> {
  return (await stat(path)).ino;
}
