import type { Kysely } from 'kysely';
import { KeyRing } from './key-ring.ts';
import { type KeySchema, KeyStore } from './key-store.ts';
import { Vault } from './vault.ts';

/**
 * The keys of an installation: in the database, wrapped by the key in the data folder.
 *
 * @throws WrappingKeyMissing when the data folder does not hold the wrapping key.
 */
export async function openKeyStore(database: Kysely<KeySchema>, dataFolder: string): Promise<KeyStore> {
  const store = new KeyStore(database, new KeyRing(dataFolder));
  await store.prepare();
  return store;
}

/**
 * The vault of an installation.
 *
 * @throws WrappingKeyMissing when the data folder does not hold the wrapping key.
 */
export async function openVault(database: Kysely<KeySchema>, dataFolder: string): Promise<Vault> {
  return new Vault(await openKeyStore(database, dataFolder));
}
