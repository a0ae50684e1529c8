import type { Kysely } from 'kysely';
import { type KeySchema, KeyStore } from './key-store.ts';
import { Vault } from './vault.ts';
import { openWrappingKey } from './wrapping-key.ts';

/** The vault of an installation: keys in the database, wrapped by the key in the data folder. */
export async function openVault(database: Kysely<KeySchema>, dataFolder: string): Promise<Vault> {
  const store = new KeyStore(database, await openWrappingKey(dataFolder));
  await store.prepare();
  return new Vault(store);
}
