import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { DataFolderNotWritableError } from '../errors.ts';
import { makeFolder } from '../folder/make-folder.ts';
import { assertPortFree } from '../folder/ports.ts';
import { dataOf, prepareCluster, ROLE } from './cluster.ts';
import { place } from './placement.ts';
import { removeElsewhere } from './placement-root.ts';
import { stopOrphan, stopPostmaster } from './postmaster.ts';
import type { PlacementOptions } from './reach.ts';
import { HOST, spawnUntilReady } from './spawn-postmaster.ts';

const DATABASE = 'samenspel';
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
  /** The same over the socket file, where there is one: for a neighbour that talks to it at every turn. */
  nearConnectionString(): string;
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
  await makeFolder(folder).catch((error: unknown) => {
    throw new DataFolderNotWritableError(folder, error);
  });
  const placement = await place(folder, options.placement);
  const password = await prepareCluster(folder, placement);
  await stopOrphan(dataOf(placement));
  if (options.port !== undefined) await assertPortFree(options.port);
  const { child, port, socketFolder } = await spawnUntilReady(placement, options.port, log);
  const connectionString = (database = DATABASE): string =>
    `postgresql://${ROLE}:${password}@${HOST}:${port}/${encodeURIComponent(database)}`;
  const near = socketFolder === null ? '' : `?host=${encodeURIComponent(socketFolder)}`;
  const postgres = handle(child, port, { connectionString, nearConnectionString: () => connectionString() + near });
  try {
    await createDatabase(connectionString('postgres'));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  log(`postgresql is ready on port ${port}`);
  return postgres;
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
  strings: Pick<EmbeddedPostgres, 'connectionString' | 'nearConnectionString'>,
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
    ...strings,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
    onExit: (callback) => void exited.then(callback),
  };
}

async function createDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  // One that dies at this very moment fails the query, and must not end our process by an event that nobody hears.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
