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

/** Starts PostgreSQL, and the log node in a process of its own. */
export async function startBenchEngines(name: string): Promise<BenchEngines> {
  const folder = await temporaryFolder(name);
  const data = join(folder, 'data');
  const postgres = await startPostgres({ folder: data });
  // PostgreSQL outlives its parent by design; a measurement that is interrupted must not leave it behind.
  const abandon = (): void => void process.kill(postgres.pid, 'SIGQUIT');
  process.once('exit', abandon);
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
      process.off('exit', abandon);
      await removePostgres(data);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
