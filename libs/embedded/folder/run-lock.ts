import { randomUUID } from 'node:crypto';
import { link, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../errno.ts';
import { DataFolderInUseError } from '../errors.ts';
import { HEARTBEAT_MS, isElsewhere, isHeld, isProcess, type LockHolder, ownHolder, readHolder } from './lock-holder.ts';
import type { ProcessIdentity } from './process-identity.ts';

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
 * and then linked into place, because a link, unlike a write, either wins or fails. As long as it is held it is touched, for
 * runs in other containers, which cannot look up the process; runs on another machine are not known of.
 * @throws DataFolderInUseError when a live run holds it.
 */
export async function takeRunLock(folder: string): Promise<RunLock> {
  const file = join(folder, LOCK_FILE);
  const own = await ownHolder();
  const draft = join(folder, `${LOCK_FILE}.${randomUUID()}`);
  let tookOverFrom: ProcessIdentity | null = null;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (await linked(draft, file)) return held(file, own, tookOverFrom);
      const holder = await readHolder(file);
      if (isProcess(holder) && (await isHeld(file, holder))) {
        throw new DataFolderInUseError(folder, holder.pid, await isElsewhere(holder));
      }
      if (await removeStale(file, draft)) tookOverFrom = isProcess(holder) ? identityOf(holder) : tookOverFrom;
      else await pause(attempt);
    }
    const holder = await readHolder(file);
    throw new DataFolderInUseError(folder, isProcess(holder) ? holder.pid : 0);
  } finally {
    await rm(draft, { force: true });
  }
}

function held(file: string, own: LockHolder, tookOverFrom: ProcessIdentity | null): RunLock {
  const beat = setInterval(() => {
    const now = new Date();
    // A folder that was taken away has no lock to touch; whoever uses it finds that out.
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT_MS).unref();
  const free = async (): Promise<void> => {
    clearInterval(beat);
    await release(file, own);
  };
  return { tookOverFrom, release: free };
}

function identityOf({ pid, startedAt }: LockHolder): ProcessIdentity {
  return { pid, startedAt };
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

/**
 * Removes a stale lock, and says whether it was there. Only one run at a time has the right to: two that found the same
 * stale lock would otherwise remove each other's fresh one. Whoever has the right looks once more, because another may
 * have taken the lock since.
 */
async function removeStale(file: string, draft: string): Promise<boolean> {
  const right = `${file}.takeover`;
  if (!(await linked(draft, right))) {
    const other = await readHolder(right);
    const isDead = other !== 'nobody' && !(await isHeld(right, other));
    if (isDead) await rm(right, { force: true });
    return false;
  }
  try {
    const holder = await readHolder(file);
    const isStale = holder !== 'nobody' && !(await isHeld(file, holder));
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

async function release(file: string, own: LockHolder): Promise<void> {
  const holder = await readHolder(file);
  if (!isProcess(holder) || holder.namespace !== own.namespace) return;
  if (holder.pid === own.pid && holder.startedAt === own.startedAt) await rm(file, { force: true });
}
