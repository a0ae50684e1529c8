import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../errno.ts';

/**
 * Makes a folder and those above it that are missing, each for this user alone, and leaves what exists as it is. One
 * by one, because Node's own `recursive` never returns where a system answers "no such folder" to making one, as
 * `/proc` does.
 * @returns whether the last one was made.
 * @throws the system's error when it cannot be made, or when something else than a folder is in the way.
 */
export async function makeFolder(path: string): Promise<boolean> {
  const missing: string[] = [];
  for (let at = path; !(await isFolder(at)); at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) await makeOne(folder);
  return missing.length > 0;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(path) !== path) return false;
    throw error;
  }
  throw Object.assign(new Error(`${path} is not a folder`), { code: 'ENOTDIR' });
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Another run may have made it in the meantime.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
