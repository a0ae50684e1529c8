import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
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
});
