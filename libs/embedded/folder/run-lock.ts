import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
      if (isProcess(holder) && (await isRunning(holder))) throw new DataFolderInUseError(folder, holder.pid);
      if (await removeStale(file, draft)) tookOverFrom = isProcess(holder) ? holder : tookOverFrom;
      else await pause(attempt);
    }
    const holder = await readHolder(file);
    throw new DataFolderInUseError(folder, isProcess(holder) ? holder.pid : 0);
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

type Holder = ProcessIdentity | 'nobody' | 'unreadable';

function isProcess(holder: Holder): holder is ProcessIdentity {
  return typeof holder === 'object';
}

/** Who holds the lock. */
async function readHolder(file: string): Promise<Holder> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nobody';
    throw error;
  }
  return holderIn(text);
}

function holderIn(text: string): Holder {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  if (typeof found !== 'object' || found === null || !('pid' in found) || typeof found.pid !== 'number') {
    return 'unreadable';
  }
  return {
    pid: found.pid,
    startedAt: 'startedAt' in found && typeof found.startedAt === 'string' ? found.startedAt : null,
  };
}

/**
 * Removes a stale lock, and says whether it was there. Only one run at a time has the right to: two that found the same
 * stale lock would otherwise remove each other's fresh one. Whoever has the right looks once more, because another may
 * have taken the lock since.
 */
async function removeStale(file: string, draft: string): Promise<boolean> {
  const right = `${file}.takeover`;
  if (!(await linked(draft, right))) {
    const other = await readHolder(right);
    const isDead = other === 'unreadable' || (isProcess(other) && !(await isRunning(other)));
    if (isDead) await rm(right, { force: true });
    return false;
  }
  try {
    const holder = await readHolder(file);
    const isStale = holder === 'unreadable' || (isProcess(holder) && !(await isRunning(holder)));
    if (isStale) await rm(file, { force: true });
    return isStale;
  } finally {
    await rm(right, { force: true });
  }
}

/** Longer each time, so that many that start at once do not keep each other from it. */
function pause(attempt: number): Promise<void> {
  return sleep(5 * (attempt + 1));
}

async function release(file: string, own: ProcessIdentity): Promise<void> {
  const holder = await readHolder(file);
  if (isProcess(holder) && holder.pid === own.pid && holder.startedAt === own.startedAt)
    await rm(file, { force: true });
}
