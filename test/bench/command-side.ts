import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CommandMeta } from '#log/contract/envelope';
import { openDatabase } from '#log/database';
import { Log } from '#log/log';
import type { KeySchema } from '#log/protection/key-store';
import { openVault } from '#log/protection/open-vault';
import type { Vault } from '#log/protection/vault';
import { Repository } from '#log/repository/repository';
import type { BenchEngines } from './engines.ts';

const ACTOR = randomUUID();

/** What a command carries besides its content; each time another command. */
export function metaNow(): CommandMeta {
  const at = new Date().toISOString();
  return { commandId: randomUUID(), actor: ACTOR, role: 'lead', grant: 'bench', channel: { kind: 'api' }, at };
}

export interface CommandSide {
  readonly log: Log;
  readonly vault: Vault;
  readonly repository: Repository;
  close(): Promise<void>;
}

/** The writing side of the product on the node that is measured. @param began when the log began; now when left out. */
export async function startCommandSide(
  { node, databaseUrl, folder }: BenchEngines,
  began: string = new Date().toISOString(),
): Promise<CommandSide> {
  const now = (): string => began;
  const log = await Log.connect(node.connectionString, { purpose: 'production', now });
  const database = openDatabase<KeySchema>(databaseUrl, () => undefined, 4);
  const vault = await openVault(database, join(folder, 'secrets'));
  return {
    log,
    vault,
    repository: new Repository(log, vault),
    close: async () => {
      await log.close();
      await database.destroy();
    },
  };
}
