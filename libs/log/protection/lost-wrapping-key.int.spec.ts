import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Kysely } from 'kysely';
import { startDatabase, temporaryFolder } from '#embedded/testing/engines';
import { openDatabase } from '../database.ts';
import { newKeys } from './cipher.ts';
import type { KeySchema } from './key-store.ts';
import { openKeyStore, openVault } from './open-vault.ts';
import { rotateWrappingKey } from './rotation.ts';
import { newSecret } from './wrapping-key.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let engine: Awaited<ReturnType<typeof startDatabase>>;
let database: Kysely<KeySchema>;
let keys: string;
let elsewhere: string;
beforeAll(async () => {
  engine = await startDatabase();
  database = openDatabase<KeySchema>(engine.postgres.connectionString(), () => undefined);
}, 60_000);
afterAll(async () => {
  await database.destroy();
  await engine.stop();
});
beforeEach(async () => {
  folder = await temporaryFolder();
  [keys, elsewhere] = [join(folder.path, 'keys'), join(folder.path, 'elsewhere')];
  await database.schema.dropSchema('keys').ifExists().cascade().execute();
});
afterEach(() => folder.remove());

const text = { text: { $text: 'De wethouder is ziek.' } };
/** A process that starts on the installation. */
const aVault = () => openVault(database, folder.path);
const aStore = () => openKeyStore(database, folder.path);

describe('a data folder without its wrapping key', () => {
  test('is refused and left as it is; with the file back, every text is there', async () => {
    const sealed = await (await aVault()).seal(text, 'event', '');
    const { id } = await (await aStore()).ring.current();
    await rename(keys, elsewhere);
    await expect(aVault()).rejects.toMatchObject({ name: 'WrappingKeyMissing', id });
    expect(await readdir(folder.path)).toEqual(['elsewhere']);
    await rename(elsewhere, keys);
    expect(await (await aVault()).open(sealed, 'event', '')).toEqual(text);
  });

  test('whose change was interrupted is not taken for one with the next key only', async () => {
    const store = await aStore();
    await store.add(newKeys(3));
    const { id } = await store.ring.current();
    await store.rewrap(await store.ring.next(), 2);
    await rename(join(keys, 'wrapping.key'), elsewhere);
    await expect(aStore()).rejects.toMatchObject({ name: 'WrappingKeyMissing', id });
    expect(await readdir(keys)).toEqual(['wrapping.next.key']);
    await rename(elsewhere, join(keys, 'wrapping.key'));
    expect((await (await aStore()).ring.current()).id).toBe(id);
  });

  test('is left as it is while everything runs, too', async () => {
    const store = await aStore();
    const { id } = await store.ring.current();
    await rename(join(keys, 'wrapping.key'), elsewhere);
    await expect(store.add(newKeys(1))).rejects.toMatchObject({ name: 'WrappingKeyMissing', id });
    expect(await readdir(keys)).toEqual([]);
    await rename(elsewhere, join(keys, 'wrapping.key'));
    await store.add(newKeys(1));
  });

  test('gets a new one when every key that the old one wrapped is destroyed', async () => {
    const store = await aStore();
    const made = newKeys(2);
    await store.add(made);
    await store.destroy(made.map(({ id }) => id));
    const { id } = await store.ring.current();
    await rm(keys, { recursive: true });
    expect((await (await aStore()).ring.current()).id).not.toBe(id);
  });
});

describe('a data folder with another wrapping key than that of the database', () => {
  /** Keys in the database, and which key wraps them. */
  const rows = () => database.selectFrom('keys.data_key').select(['id', 'wrapping_key']).orderBy('id').execute();

  test('such as one of another installation is refused, and nothing is sealed with it; with the right file back, every text is there', async () => {
    const sealed = await (await aVault()).seal(text, 'event', '');
    const { id } = await (await aStore()).ring.current();
    const before = await rows();
    await rename(join(keys, 'wrapping.key'), elsewhere);
    await writeFile(join(keys, 'wrapping.key'), newSecret());
    await expect(aVault()).rejects.toMatchObject({ name: 'WrappingKeyMissing', id });
    expect(await rows()).toEqual(before);
    await rename(elsewhere, join(keys, 'wrapping.key'));
    expect(await (await aVault()).open(sealed, 'event', '')).toEqual(text);
  });

  test('such as the one from before it was changed is refused, and the missing one is named', async () => {
    await (await aVault()).seal(text, 'event', '');
    await copyFile(join(keys, 'wrapping.key'), elsewhere);
    const { to } = await rotateWrappingKey(await aStore());
    await rm(keys, { recursive: true });
    await mkdir(keys);
    await rename(elsewhere, join(keys, 'wrapping.key'));
    await expect(aStore()).rejects.toMatchObject({ name: 'WrappingKeyMissing', id: to });
  });

  test('whose keys are all destroyed is no longer missed', async () => {
    const store = await aStore();
    const made = newKeys(2);
    await store.add(made);
    await store.destroy(made.map(({ id }) => id));
    await writeFile(join(keys, 'wrapping.key'), newSecret());
    await (await aStore()).add(newKeys(1));
  });
});
