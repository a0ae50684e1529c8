import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { DataFolderDamagedError } from '#embedded/errors';
import { codesOf } from '../terminal/codes.ts';

/** What a file holds that can be made again from what the run knows; undefined when it is not there or cannot be read as that. */
export async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * What a file holds that nothing else tells; undefined when it is not there.
 * @throws DataFolderDamagedError when it holds something else; what reading throws.
 */
export async function readKept<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codesOf(error).includes('ENOENT')) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new DataFolderDamagedError(file, error);
  }
}

/**
 * Written beside it and renamed, so that a kill or a power cut in between leaves the old one whole; readable by this user
 * alone.
 */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  const written = await open(draft, 'w', 0o600);
  try {
    await written.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await written.sync();
  } finally {
    await written.close();
  }
  await rename(draft, file);
}

/** Removes a file that may not be there. */
export async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true });
}
