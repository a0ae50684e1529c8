import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../errno.ts';
import { DataFolderInUseError } from '../errors.ts';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts';

const LOCK_FILE = 'run.lock';
const ATTEMPTS = 20;

export interface RunLock {
  /** The killed run that this one took over from, if any: whatever it left running are orphans. */
  readonly tookOverFrom: ProcessIdentity | null;
  /** Gives the folder free. Safe to call twice. */
  release(): Promise<void>;
}

/**
 * Takes the run lock of a folder. The lock is a file that names the process and when it started, so a lock left by a
 * killed run is told from a live one even when its number was given out again. It is made whole under another name
 * and then linked into place, because a link, unlike a write, either wins or fails.
 * @throws DataFolderInUseError when a live run holds it.
 */
export async function takeRunLock(folder: string): Promise<RunLock> {
  const file = join(folder, LOCK_FILE);
  const own = await ownIdentity();
  const draft = join(folder, `${LOCK_FILE}.${randomUUID()}`);
  let tookOverFrom: ProcessIdentity | null = null;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (await linked(draft, file)) return { tookOverFrom, release: () => release(file, own) };
      const holder = await readHolder(file);
      if (holder !== null && (await isRunning(holder))) throw new DataFolderInUseError(folder, holder.pid);
      await removeStale(file, holder);
      tookOverFrom = holder ?? tookOverFrom;
    }
    throw new DataFolderInUseError(folder, (await readHolder(file))?.pid ?? 0);
  } finally {
    await rm(draft, { force: true });
  }
}

async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds the lock; null when there is none, or when what is there cannot be read as a lock. */
async function readHolder(file: string): Promise<ProcessIdentity | null> {
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof found !== 'object' || found === null || !('pid' in found) || typeof found.pid !== 'number') return null;
    const startedAt = 'startedAt' in found && typeof found.startedAt === 'string' ? found.startedAt : null;
    return { pid: found.pid, startedAt };
  } catch {
    return null;
  }
}

/**
 * Moves a stale lock aside before removing it, and puts it back when it turns out to be another's: two runs that find
 * the same stale lock would otherwise remove each other's fresh one.
 */
async function removeStale(file: string, seen: ProcessIdentity | null): Promise<void> {
  const aside = `${file}.stale.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved !== null && (moved.pid !== seen?.pid || moved.startedAt !== seen.startedAt)) await linked(aside, file);
  await rm(aside, { force: true });
}

async function release(file: string, own: ProcessIdentity): Promise<void> {
  const holder = await readHolder(file);
  if (holder?.pid === own.pid && holder.startedAt === own.startedAt) await rm(file, { force: true });
}
