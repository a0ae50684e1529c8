import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, rm, stat, truncate } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { EmbeddedError } from '../errors.ts';
import { assertPortFree, freePort } from '../folder/ports.ts';
import { dataOf, environment, prepareCluster, ROLE } from './cluster.ts';
import { place } from './placement.ts';
import { removeElsewhere } from './placement-root.ts';
import { readPostmaster, stopOrphan, stopPostmaster, waitUntil } from './postmaster.ts';
import type { Placement, PlacementOptions } from './reach.ts';

const HOST = '127.0.0.1';
const DATABASE = 'samenspel';
const READY_MS = 120_000;
const LOG_LIMIT = 16 * 1024 * 1024;
/** Backends of a killed postmaster hold its shared memory for a moment; a new one refuses until they have noticed. */
const BUSY = /pre-existing shared memory block|lock file "postmaster.pid" already exists/;
const BUSY_ATTEMPTS = 100;
const BUSY_PAUSE_MS = 100;

/** Sized for a small machine. `synchronous_commit` stays on: who may commit later says so on its own connection. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  jit: 'off',
};

export interface PostgresOptions {
  /** The data folder, whose run lock the caller holds. */
  readonly folder: string;
  /** Told what happens, one line at a time; by default nobody is. */
  readonly log?: (line: string) => void;
  /** The port of an earlier start, so that connection strings stay valid; by default a free one is taken. */
  readonly port?: number;
  readonly placement?: PlacementOptions;
}

export interface PostgresExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** False after `stop`; true when it died by itself or was killed. */
  readonly unexpected: boolean;
}

export interface EmbeddedPostgres {
  readonly pid: number;
  readonly port: number;
  readonly host: string;
  /** `postgresql://…` for a database of this cluster; by default the product's own. Holds the password. */
  connectionString(database?: string): string;
  /** Stops it in order (waits for a checkpoint). Safe to call twice. */
  stop(): Promise<void>;
  /** Called once when the process is gone, at once when it already is. */
  onExit(callback: (exit: PostgresExit) => void): void;
}

/**
 * Starts the PostgreSQL of a data folder: makes the cluster the first time, stops an orphan of a killed run, and
 * waits until it takes connections. It listens on loopback only, in a session of its own so that Ctrl-C in a terminal
 * does not reach it before its users have stopped.
 * @throws EmbeddedError `postgres-version`, `postgres-not-started`, `postgres-binaries-missing`, `port-in-use`,
 * `data-folder-not-writable`, `data-folder-copied`, `data-folder-damaged`.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const log = options.log ?? (() => undefined);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const placement = await place(folder, options.placement);
  const password = await prepareCluster(folder, placement);
  await stopOrphan(dataOf(placement));
  if (options.port !== undefined) await assertPortFree(options.port);
  const port = options.port ?? (await freePort());
  const child = await spawnUntilReady(placement, port, log);
  const connectionString = (database = DATABASE): string =>
    `postgresql://${ROLE}:${password}@${HOST}:${port}/${encodeURIComponent(database)}`;
  await createDatabase(connectionString('postgres'));
  log(`postgresql is ready on port ${port}`);
  return handle(child, port, connectionString);
}

/**
 * Removes the database of a data folder for good, wherever it is. For uninstalling, and for tests that remove their
 * folder: as root a part may be outside it, and nothing else ever cleans that up. Nothing may run on it.
 */
export async function removePostgres(folder: string): Promise<void> {
  await removeElsewhere(resolve(folder));
  await rm(join(resolve(folder), 'postgres'), { recursive: true, force: true });
}

function handle(
  child: ChildProcess,
  port: number,
  connectionString: EmbeddedPostgres['connectionString'],
): EmbeddedPostgres {
  const pid = child.pid ?? 0;
  let stopping: Promise<void> | null = null;
  const exited = new Promise<PostgresExit>((done) => {
    const tell = (code: number | null, signal: NodeJS.Signals | null): void =>
      done({ code, signal, unexpected: stopping === null });
    if (child.exitCode !== null || child.signalCode !== null) tell(child.exitCode, child.signalCode);
    else child.once('exit', tell);
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) await stopPostmaster(pid);
    await exited;
  };
  return {
    pid,
    port,
    host: HOST,
    connectionString,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
    onExit: (callback) => void exited.then(callback),
  };
}

async function spawnUntilReady(placement: Placement, port: number, log: (line: string) => void): Promise<ChildProcess> {
  const file = join(placement.home, 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    const from = await prepareLog(file, placement);
    const child = await spawnPostmaster(placement, port, file);
    const data = dataOf(placement);
    const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
    await waitUntil(async () => {
      const state = await readPostmaster(data);
      return isOver() || (state?.pid === child.pid && state?.isReady === true);
    }, READY_MS);
    const state = await readPostmaster(data);
    if (!isOver() && state?.isReady === true) return child;
    const said = (await readFile(file, 'utf8')).slice(from).trim();
    if (!isOver() && child.pid !== undefined) await stopPostmaster(child.pid);
    if (!BUSY.test(said) || attempt === BUSY_ATTEMPTS) throw notStarted(file, said);
    log('waiting until the processes of a killed run are gone');
    await new Promise((done) => setTimeout(done, BUSY_PAUSE_MS));
  }
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
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
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

async function createDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
