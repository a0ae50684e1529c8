import { UseCases } from '#commands/use-cases';
import { startEngines, temporaryFolder } from '#embedded/testing/engines';
import { openDatabase } from '#log/database';
import { Log } from '#log/log';
import type { KeySchema, KeyStore } from '#log/protection/key-store';
import { openKeyStore } from '#log/protection/open-vault';
import { Vault } from '#log/protection/vault';
import { Repository } from '#log/repository/repository';

/** The writing side of the product on real engines: what a server has, without its HTTP. */
export interface CommandSide {
  readonly databaseUrl: string;
  readonly log: Log;
  readonly keys: KeyStore;
  readonly vault: Vault;
  readonly repository: Repository;
  readonly useCases: UseCases;
  stop(): Promise<void>;
}

/**
 * Starts it on an empty folder. A test file has one; its tests make programmes and trajectories of their own. The log
 * begins `now`: known moments never run backwards, so a test that asks by moments of the past says since when.
 */
export async function startCommandSide(
  purpose: 'production' | 'example' = 'production',
  now: () => string = () => new Date().toISOString(),
): Promise<CommandSide> {
  const engines = await startEngines();
  const folder = await temporaryFolder();
  const databaseUrl = engines.postgres.connectionString();
  const log = await Log.connect(engines.node.connectionString, { purpose, now });
  const database = openDatabase<KeySchema>(databaseUrl, () => undefined, 4);
  const keys = await openKeyStore(database, folder.path);
  const vault = new Vault(keys);
  const repository = new Repository(log, vault);
  return {
    databaseUrl,
    log,
    keys,
    vault,
    repository,
    useCases: new UseCases(repository),
    stop: async () => {
      await log.close();
      await database.destroy();
      await engines.stop();
      await folder.remove();
    },
  };
}
