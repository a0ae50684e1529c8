import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** What a file of ours holds, or undefined when it is not there or cannot be read as that. */
export async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Each of these files can be made again from what the run knows.
    return undefined;
  }
}

/** Written beside it and renamed, so that a kill in between leaves the old one whole; readable by this user alone. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

/** Removes a file that may not be there. */
export async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true });
}
