import { type ChildProcess, spawn } from 'node:child_process';
import { chown, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError, PortInUseError } from '../errors.ts';
import { freePort } from '../folder/ports.ts';
import { dataOf, environment } from './cluster.ts';
import { readPostmaster, stopPostmaster, waitUntil } from './postmaster.ts';
import type { Placement } from './reach.ts';

/** Loopback only. */
export const HOST = '127.0.0.1';
const READY_MS = 120_000;
const LOG_LIMIT = 16 * 1024 * 1024;
/** Backends of a killed postmaster hold its shared memory for a moment; a new one refuses until they have noticed. */
const BUSY = /pre-existing shared memory block|lock file "postmaster.pid" already exists/;
/** A free port can be taken by another program before PostgreSQL binds it. */
const TAKEN = /could not bind .*Address already in use/;
const BUSY_ATTEMPTS = 100;
const BUSY_PAUSE_MS = 100;

/** Sized for a small machine. `synchronous_commit` stays on: who may commit later says so on its own connection. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  shared_buffers: '128MB',
  max_connections: '200',
  synchronous_commit: 'on',
  // After each checkpoint every page is written whole once more, and while it lasts the disk is busy: both are paid for by
  // whoever waits for a commit. Fewer of them cost at most 2 GB of disk, and half a minute of a start after a crash.
  checkpoint_timeout: '15min',
  max_wal_size: '2GB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  jit: 'off',
};

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** The folder of its socket file; null where there is none. */
  readonly socketFolder: string | null;
}

/** The longest path of a socket file that every system takes, less the `.s.PGSQL.<port>` that PostgreSQL adds. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.65535.lock'.length;

/**
 * Beside loopback there is a socket file, for the log node: a message over it costs the system a good deal less. It is
 * in a folder that only PostgreSQL's own user (and root) can enter. Windows, and a path that is too long, do without.
 */
function socketFolderOf({ home }: Placement): string | null {
  if (process.platform === 'win32' || Buffer.byteLength(home) > LONGEST_SOCKET_FOLDER) return null;
  // A comma, a quote or a blank would be read as part of a list of folders.
  return /^[\w./-]+$/.test(home) ? home : null;
}

/**
 * Starts a postmaster and waits until it takes connections.
 * @param wanted its port; by default a free one.
 * @throws PortInUseError; EmbeddedError `postgres-not-started` with what it said.
 */
export async function spawnUntilReady(
  placement: Placement,
  wanted: number | undefined,
  log: (line: string) => void,
): Promise<Running> {
  const file = join(placement.home, 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    const from = await prepareLog(file, placement);
    const port = wanted ?? (await freePort());
    const child = await spawnPostmaster(placement, port, file);
    if (await isReady(child, dataOf(placement))) return { child, port, socketFolder: socketFolderOf(placement) };
    // The length so far is in bytes, and an earlier message may hold letters of more than one.
    const said = (await readFile(file)).subarray(from).toString('utf8').trim();
    if (TAKEN.test(said) && wanted !== undefined) throw new PortInUseError(wanted);
    if (!(BUSY.test(said) || TAKEN.test(said)) || attempt === BUSY_ATTEMPTS) throw notStarted(file, said);
    log('postgresql could not start yet, and is tried again');
    await new Promise((done) => setTimeout(done, BUSY_PAUSE_MS));
  }
}

/** Whether it takes connections; when it does not within the time it is stopped again. */
async function isReady(child: ChildProcess, data: string): Promise<boolean> {
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const takesConnections = async (): Promise<boolean> => {
    const state = await readPostmaster(data);
    return state?.pid === child.pid && state?.isReady === true;
  };
  await waitUntil(async () => isOver() || (await takesConnections()), READY_MS);
  if (isOver()) return false;
  if (await takesConnections()) return true;
  if (child.pid !== undefined) await stopPostmaster(child.pid);
  return false;
}

function notStarted(file: string, said: string): EmbeddedError {
  const reason = said.split('\n').findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? said;
  return new EmbeddedError('postgres-not-started', {
    en: `PostgreSQL did not start: ${reason} (see ${file}).`,
    nl: `PostgreSQL is niet gestart: ${reason} (zie ${file}).`,
  });
}

/** Its messages go to a file and not to a pipe of ours, so that it can outlive us without a broken pipe. */
async function spawnPostmaster(placement: Placement, port: number, file: string): Promise<ChildProcess> {
  const socket = { unix_socket_directories: socketFolderOf(placement) ?? '', unix_socket_permissions: '0700' };
  const all = { ...SETTINGS, ...socket, port: String(port) };
  const settings = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = await open(file, 'a');
  try {
    const { user } = placement;
    const child = spawn(placement.binaries.postgres, ['-D', dataOf(placement), ...settings], {
      cwd: placement.home,
      env: environment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
    await new Promise<void>((spawned, failed) => {
      child.once('spawn', spawned);
      child.once('error', failed);
    });
    return child;
  } finally {
    await output.close();
  }
}

/** @returns the length of the log so far. */
async function prepareLog(file: string, placement: Placement): Promise<number> {
  await (await open(file, 'a', 0o600)).close();
  if (placement.user !== null) await chown(file, placement.user.uid, placement.user.gid);
  const { size } = await stat(file);
  if (size <= LOG_LIMIT) return size;
  await truncate(file);
  return 0;
}
