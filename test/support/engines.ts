import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UseCases } from '#commands/use-cases';
import { startNode } from '#embedded/node/start-node';
import { startPostgres } from '#embedded/postgres/start-postgres';
import { openDatabase } from '#log/database';
import { Log } from '#log/log';
import type { KeySchema } from '#log/protection/key-store';
import { openVault } from '#log/protection/open-vault';
import type { Vault } from '#log/protection/vault';
import { Repository } from '#log/repository/repository';

/** The real engines of one test file: PostgreSQL, a log node in this process, the client, the vault. */
export interface Engines {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly logUrl: string;
  readonly log: Log;
  readonly vault: Vault;
  readonly repository: Repository;
  readonly useCases: UseCases;
  stop(): Promise<void>;
}

/** Starts real engines on an empty folder. Each test file has its own; a test makes its own programmes. */
export async function startEngines(purpose: 'production' | 'example' = 'production'): Promise<Engines> {
  const folder = await mkdtemp(join(tmpdir(), 'samenspel-test-'));
  const postgres = await startPostgres({ folder });
  const databaseUrl = postgres.connectionString();
  const node = await startNode({ connectionString: databaseUrl });
  const log = await Log.connect(node.connectionString, { purpose, now: () => new Date().toISOString() });
  const database = openDatabase<KeySchema>(databaseUrl, () => undefined, 4);
  const vault = await openVault(database, folder);
  const repository = new Repository(log, vault);
  return {
    folder,
    databaseUrl,
    logUrl: node.connectionString,
    log,
    vault,
    repository,
    useCases: new UseCases(repository),
    stop: async () => {
      await log.close();
      await node.close();
      await database.destroy();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
