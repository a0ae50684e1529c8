import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../errno.ts';
import { EmbeddedError } from '../errors.ts';
import { isAlive, startOf } from '../folder/process-identity.ts';

const run = promisify(execFile);
const LOCK_FILE = 'postmaster.pid';
const SOCKET = '.s.PGSQL.';
/** A clean shutdown writes a checkpoint, which on a slow disk takes a while. */
const FAST_MS = 60_000;
const IMMEDIATE_MS = 15_000;
const POLL_MS = 10;
/** Where a process works, when that may not be seen: it may be in any folder. */
const HIDDEN = Symbol('hidden');

type ReadLink = (path: string) => Promise<string>;

export interface Postmaster {
  readonly pid: number;
  readonly port: number | null;
  /** True once it accepts connections. */
  readonly isReady: boolean;
}

/** What `postmaster.pid` says: pid, folder, start, port, socket folder, address, shared memory, status; one a line. */
export async function readPostmaster(data: string): Promise<Postmaster | null> {
  try {
    const lines = (await readFile(join(data, LOCK_FILE), 'utf8')).split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    const port = Number(lines[3]);
    return { pid, port: port > 0 ? port : null, isReady: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Stops whatever a killed run left running on this cluster. Only called by the holder of the run lock, so a live
 * postmaster here is an orphan by definition. It is stopped rather than adopted: its settings and its port are those
 * of another release or another run, and a clean stop takes well under a second.
 *
 * The number in `postmaster.pid` may have been given to another program since. PostgreSQL itself would then refuse to
 * start, so the file is removed; but only when no process at all works in the folder, because that file is also what
 * protects the data from a second postmaster beside surviving backends.
 *
 * @param patience how long those may take to notice that their postmaster is gone, in milliseconds.
 * @param readLink as a test may bend it.
 * @throws EmbeddedError `postgres-not-started` when one of them does not end.
 */
export async function stopOrphan(data: string, patience = FAST_MS, readLink: ReadLink = readlink): Promise<void> {
  const found = await readPostmaster(data);
  if (found !== null && (await worksIn(found.pid, data, readLink))) {
    await stopPostmaster(found.pid);
  } else if (found !== null && isAlive(found.pid)) {
    const isEmpty = await waitUntil(async () => (await othersIn(data, readLink)).length === 0, patience);
    if (!isEmpty) throw stillWorkedIn(data, await othersIn(data, readLink));
    await rm(join(data, LOCK_FILE), { force: true });
  }
  await removeSockets(dirname(data));
}

function stillWorkedIn(data: string, pids: readonly number[]): EmbeddedError {
  const who = `pid ${pids.join(', ')}`;
  return new EmbeddedError('postgres-not-started', {
    en: `What an earlier PostgreSQL left behind still works in ${data} (${who}). Stop it by hand and start again; nothing was changed.`,
    nl: `In ${data} werkt nog wat een eerdere PostgreSQL achterliet (${who}). Stop dat met de hand en start opnieuw; er is niets gewijzigd.`,
  });
}

/** A socket file has a lock beside it with a number of its own, by which a start would be refused in the same way. */
async function removeSockets(home: string): Promise<void> {
  const names = await readdir(home);
  const left = names.filter((name) => name.startsWith(SOCKET));
  await Promise.all(left.map((name) => rm(join(home, name), { force: true })));
}

/** Asks in order, then less kindly: fast (SIGINT), immediate (SIGQUIT: recovery at the next start), SIGKILL. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
    ['SIGKILL', IMMEDIATE_MS],
  ] as const) {
    if (!send(pid, signal)) return;
    if (await waitUntil(() => isGone(pid), patience)) return;
  }
  throw new EmbeddedError('postgres-not-started', {
    en: `PostgreSQL (pid ${pid}) does not stop. Stop it by hand and start again.`,
    nl: `PostgreSQL (pid ${pid}) stopt niet. Stop het met de hand en start opnieuw.`,
  });
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    throw error;
  }
}

/** Gone, or a zombie that only waits for its parent to notice. */
async function isGone(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return true;
  return process.platform === 'linux' && (await startOf(pid)) === null;
}

/** Whether this process is a PostgreSQL of this cluster: each of them works in the cluster's folder. */
async function worksIn(pid: number, data: string, readLink: ReadLink): Promise<boolean> {
  if (!isAlive(pid) || (await isGone(pid))) return false;
  // Without /proc the command line has to do as proof: the cluster's folder is one of the arguments.
  if (process.platform !== 'linux') return (await commandOf(pid)).includes(data);
  const folder = await realpath(data);
  const found = await workingFolder(pid, readLink);
  return found === HIDDEN ? [data, folder].includes((await clusterOf(pid)) ?? '') : found === folder;
}

async function commandOf(pid: number): Promise<string> {
  try {
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}

/** Who works in the folder; also each PostgreSQL of its user that may do so, where that cannot be seen. */
async function othersIn(data: string, readLink: ReadLink): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const folder = await realpath(data);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const { uid } = await stat(folder);
  const areThere = await Promise.all(
    pids.map(async (pid) => {
      const found = await workingFolder(pid, readLink);
      return found === HIDDEN ? (await isPostgres(pid)) && (await ownerOf(pid)) === uid : found === folder;
    }),
  );
  return pids.filter((_, index) => areThere[index]);
}

/** Null when the process is gone. In a container even root may not look at a process of another user. */
async function workingFolder(pid: number, readLink: ReadLink): Promise<string | typeof HIDDEN | null> {
  try {
    return await readLink(`/proc/${pid}/cwd`);
  } catch (error) {
    return ['EACCES', 'EPERM'].includes(codeOf(error) ?? '') ? HIDDEN : null;
  }
}

/** The folder that a postmaster was started with (`-D`): everybody may read its command line. */
async function clusterOf(pid: number): Promise<string | undefined> {
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  const at = words.indexOf('-D');
  return at < 0 ? undefined : words[at + 1];
}

/** By the name of its program, which everybody may read. What else hides where it works (a key agent does) is none of ours. */
async function isPostgres(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres';
}

async function ownerOf(pid: number): Promise<number | null> {
  return stat(`/proc/${pid}`).then(
    ({ uid }) => uid,
    () => null,
  );
}

/** Polls until it holds; false when it does not within the time (milliseconds). */
export async function waitUntil(holds: () => Promise<boolean>, patience: number): Promise<boolean> {
  for (const end = performance.now() + patience; ; ) {
    if (await holds()) return true;
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
