/* Tells a process from a later one with the same number. The same as libs/embedded/folder/process-identity.ts, which is not built yet here. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** This process, as others can recognise it later. */
export async function ownIdentity() {
  return { pid: process.pid, startedAt: await startOf(process.pid) };
}

/** Whether that very process is still there: the same number, and the same start where both are known. */
export async function isSame({ pid, startedAt }) {
  if (!(Number.isInteger(pid) && pid > 0 && isAlive(pid))) return false;
  const now = await startOf(pid);
  if (process.platform === 'linux' && now === null) return false;
  return !startedAt || !now || startedAt === now;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** When it started, as the system writes it; null where it does not tell. */
async function startOf(pid) {
  try {
    if (process.platform !== 'linux') {
      const options = { env: { ...process.env, LC_ALL: 'C' } };
      const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], options);
      return stdout.trim() || null;
    }
    const [status, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The second field is the program's name in brackets and may hold spaces and brackets itself.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing any more; it only waits until its parent has noticed.
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${boot.trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}
