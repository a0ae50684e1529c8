import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeOf } from '../errno.ts';

const run = promisify(execFile);

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, as its system writes it: only compared for equality. Null where the system does not tell. */
  readonly startedAt: string | null;
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * The moment a process started, or null when there is no such process or the system does not tell. On Linux: ticks
 * since boot with the boot's own id, because ticks alone come round again after a restart. Elsewhere: what `ps` says,
 * to the second.
 */
export async function startOf(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux') {
      const [stat, boot] = await Promise.all([
        readFile(`/proc/${pid}/stat`, 'utf8'),
        readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      ]);
      // The second field is the program's name in brackets and may hold spaces and brackets itself.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A zombie holds nothing any more; it only waits until its parent has noticed.
      if (fields[0] === 'Z' || fields[0] === 'X') return null;
      return `${boot.trim()}:${fields[19]}`;
    }
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

/** This process, as others can recognise it later. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  return { pid: process.pid, startedAt: await startOf(process.pid) };
}

/** Whether the very process that was recorded is still running: same number and same start. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  if (!isAlive(identity.pid)) return false;
  const startedAt = await startOf(identity.pid);
  if (process.platform === 'linux' && startedAt === null) return false;
  if (identity.startedAt === null || startedAt === null) return true;
  return identity.startedAt === startedAt;
}
