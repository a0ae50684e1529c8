import { readFile, readlink, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../errno.ts';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** How often a run shows by its lock that it is alive, and how long it may fail to before it counts as dead; milliseconds. */
export const HEARTBEAT_MS = 2_000;
const SILENCE_MS = 10_000;
const LOOK_MS = 250;

/** A run that holds a lock, or wants to. */
export interface LockHolder extends ProcessIdentity {
  /** Where its number means something: its namespace of processes, as a container has its own. Null where there are none. */
  readonly namespace: string | null;
}

export type Holder = LockHolder | 'nobody' | 'unreadable';

export function isProcess(holder: Holder): holder is LockHolder {
  return typeof holder === 'object';
}

export async function ownHolder(): Promise<LockHolder> {
  return { ...(await ownIdentity()), namespace: await ownNamespace() };
}

async function ownNamespace(): Promise<string | null> {
  // Only Linux has them.
  return readlink('/proc/self/ns/pid').catch(() => null);
}

/** Who holds the lock. */
export async function readHolder(file: string): Promise<Holder> {
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
    namespace: 'namespace' in found && typeof found.namespace === 'string' ? found.namespace : null,
  };
}

/** Whether the holder cannot be seen from here: it runs in another container, or ran there. */
export async function isElsewhere({ namespace }: LockHolder): Promise<boolean> {
  const own = await ownNamespace();
  return namespace !== null && own !== null && namespace !== own;
}

/**
 * Whether the lock is held by a live run. One in another container cannot be looked up by its number, and shows that it is
 * alive by touching its lock: as long as ten seconds of silence are waited for.
 */
export async function isHeld(file: string, holder: Holder): Promise<boolean> {
  if (!isProcess(holder)) return false;
  return (await isElsewhere(holder)) ? isTouched(file) : isRunning(holder);
}

async function isTouched(file: string): Promise<boolean> {
  const before = await touchedAt(file);
  for (const until = performance.now() + SILENCE_MS; before !== null && performance.now() < until; ) {
    await sleep(LOOK_MS);
    const now = await touchedAt(file);
    if (now !== before) return now !== null;
  }
  return false;
}

async function touchedAt(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
