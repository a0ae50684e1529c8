import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type SpawnedNode, spawnNode } from '#embedded/node/spawn-node';
import { removePostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '../support/product.ts';

/** The engines of the product as it runs them, on a folder that goes with them. */
export interface BenchEngines {
  readonly folder: string;
  readonly databaseUrl: string;
  /** The same database over its socket file, where there is one: as the log node reaches it. */
  readonly nearDatabaseUrl: string;
  readonly postgresPid: number;
  readonly node: SpawnedNode;
  stop(): Promise<void>;
}

/** Starts PostgreSQL, and the log node in a process of its own. A run that is interrupted leaves nothing behind. */
export async function startBenchEngines(name: string): Promise<BenchEngines> {
  const folder = await temporaryFolder(name);
  const data = join(folder, 'data');
  const guard = guardAgainstInterruption(folder);
  const postgres = await startPostgres({ folder: data });
  guard.started(postgres.pid);
  const databaseUrl = postgres.connectionString();
  const nearDatabaseUrl = postgres.nearConnectionString();
  const node = await spawnNode({ connectionString: nearDatabaseUrl });
  return {
    folder,
    databaseUrl,
    nearDatabaseUrl,
    postgresPid: postgres.pid,
    node,
    stop: async () => {
      await node.stop();
      await postgres.stop();
      guard.lift();
      await removePostgres(data);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * PostgreSQL outlives its parent by design, and a signal ends a process without an `exit` at which it could be stopped:
 * so a signal becomes an exit of our own, as soon as the process to stop is known.
 */
function guardAgainstInterruption(folder: string) {
  let pid: number | undefined;
  let interrupted: number | undefined;
  const abandon = (): void => {
    if (pid !== undefined) quit(pid);
    // What PostgreSQL writes while it ends makes a folder that was emptied full again.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const end = (code: number) => (): void => {
    interrupted = code;
    if (pid !== undefined) process.exit(code);
  };
  const onInterrupt = end(130);
  const onTerminate = end(143);
  process.once('exit', abandon);
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onTerminate);
  return {
    started: (postgres: number): void => {
      pid = postgres;
      if (interrupted !== undefined) process.exit(interrupted);
    },
    lift: (): void => {
      process.off('exit', abandon);
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
    },
  };
}

/** As an immediate shutdown does; it may have ended by itself. */
function quit(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
