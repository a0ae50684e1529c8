import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { DataElsewhereError } from '../errors.ts';
import { place } from './placement.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-placement-'));
  jest.spyOn(process, 'geteuid').mockReturnValue(1000);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

test('given an ordinary user, then the data are in the folder itself', async () => {
  expect(await place(folder)).toMatchObject({ home: join(folder, 'postgres'), user: null });
});

test('given data that root put elsewhere, when an ordinary user starts, then it is refused, and no empty log is begun', async () => {
  const home = '/var/lib/samenspel/0b7c9f34-6a4c-4f0c-9f37-1f2f0a6c5a01/postgres';
  const pointer = { id: '0b7c9f34-6a4c-4f0c-9f37-1f2f0a6c5a01', home };
  await writeFile(join(folder, 'postgres-location.json'), JSON.stringify(pointer));
  const refused = place(folder);
  await expect(refused).rejects.toThrow(DataElsewhereError);
  await expect(refused).rejects.toThrow(home);
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
});
