import { access, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Kysely } from 'kysely';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '#embedded/testing/engines';
import { openDatabase } from '../database.ts';
import { KeyRing } from './key-ring.ts';
import { type KeySchema, KeyStore } from './key-store.ts';
import { openKeyStore } from './open-vault.ts';
import { rotateWrappingKey } from './rotation.ts';
import { Vault } from './vault.ts';
import { newSecret } from './wrapping-key.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: EmbeddedPostgres;
let database: Kysely<KeySchema>;
beforeAll(async () => {
  folder = await temporaryFolder();
  postgres = await startPostgres({ folder: folder.path });
  database = openDatabase<KeySchema>(postgres.connectionString(), () => undefined);
}, 60_000);
afterAll(async () => {
  await database.destroy();
  await postgres.stop();
  await folder.remove();
});
beforeEach(async () => {
  await rm(join(folder.path, 'keys'), { recursive: true, force: true });
  await database.schema.dropSchema('keys').ifExists().cascade().execute();
  await openKeyStore(database, folder.path);
});

/** Another process on the same installation. */
const another = () => openKeyStore(database, folder.path);

/** One that began before the files of its data folder were changed. */
const earlier = () => new KeyStore(database, new KeyRing(folder.path));

interface Sealed {
  readonly value: { readonly text: { readonly $text: string } };
  readonly id: string;
}

async function sealed(vault: Vault, count: number): Promise<Sealed[]> {
  const ids = Array.from({ length: count }, (_, index) => `event-${index}`);
  return Promise.all(ids.map(async (id) => ({ id, value: await vault.seal({ text: { $text: id } }, id, '') })));
}

async function expectReadable(vault: Vault, texts: readonly Sealed[]): Promise<void> {
  for (const { value, id } of texts) expect(await vault.open(value, id, '')).toEqual({ text: { $text: id } });
}

describe('changing the wrapping key', () => {
  test('wraps every key anew, for running processes too, and sets the old file aside', async () => {
    const [store, running] = [await another(), new Vault(await another())];
    const texts = await sealed(running, 40);
    const [lost] = await sealed(running, 1);
    const gone = JSON.stringify(lost?.value).match(/"key":"([^"]+)"/)?.[1] ?? '';
    await running.destroy(gone);
    const seen: number[][] = [];
    const { from, to, rewrapped } = await rotateWrappingKey(store, (done, total) => seen.push([done, total]));
    expect(from).not.toBe(to);
    expect(seen.at(-1)).toEqual([rewrapped, rewrapped]);
    const rows = await database.selectFrom('keys.data_key').selectAll().execute();
    expect(new Set(rows.filter(({ wrapped }) => wrapped).map((row) => row.wrapping_key))).toEqual(new Set([to]));
    expect(rows.filter(({ wrapped }) => !wrapped).map(({ id }) => id)).toEqual([gone]);
    await expectReadable(running, texts);
    expect(await readdir(join(folder.path, 'keys'))).toEqual(['retired', 'wrapping.key']);
    expect(await readdir(join(folder.path, 'keys', 'retired'))).toEqual([`wrapping-${from}.key`]);
    // The running process makes its next keys with the new one; without the old file nothing is missed.
    await rm(join(folder.path, 'keys', 'retired'), { recursive: true });
    await expectReadable(new Vault(await another()), [...texts, ...(await sealed(running, 600))]);
    expect(await store.countOthers(await store.ring.byId(to))).toBe(0);
  });

  test('that is stopped half-way leaves everything readable, and goes on with the same key', async () => {
    const vault = new Vault(await another());
    const texts = await sealed(vault, 700);
    let stopped = 0;
    const stopping = rotateWrappingKey(await another(), (done) => {
      stopped = done;
      throw new Error('killed');
    });
    await expect(stopping).rejects.toThrow('killed');
    expect(stopped).toBe(500);
    const { ring } = await another();
    const next = await ring.next();
    expect((await ring.current()).id).not.toBe(next.id);
    const wrappings = await database.selectFrom('keys.data_key').select('wrapping_key').distinct().execute();
    expect(wrappings).toHaveLength(2);
    await expectReadable(vault, texts.slice(0, 20));
    await expectReadable(new Vault(await another()), texts);
    const { to, rewrapped } = await rotateWrappingKey(await another());
    expect(to).toBe(next.id);
    expect(rewrapped).toBeGreaterThan(0);
    await expectReadable(new Vault(await another()), texts);
    await expect(access(join(folder.path, 'keys', 'wrapping.next.key'))).rejects.toThrow();
  });

  test('that was stopped after the old file was set aside is finished by the next', async () => {
    const store = await another();
    const texts = await sealed(new Vault(store), 5);
    const next = await store.ring.next();
    while ((await store.rewrap(next, 500)) > 0);
    await store.ring.promote(next);
    await store.ring.promote(next);
    expect((await store.ring.current()).id).toBe(next.id);
    await expectReadable(new Vault(await another()), texts);
  });

  test('while texts are being sealed loses none of them', async () => {
    const store = await another();
    const vaults = await Promise.all([1, 2, 3].map(async () => new Vault(await another())));
    const sealing = Promise.all(vaults.map((vault) => sealed(vault, 300)));
    const { to } = await rotateWrappingKey(store);
    const texts = (await sealing).flat();
    expect(await store.countOthers(await store.ring.byId(to))).toBe(0);
    await expectReadable(
      new Vault(await another()),
      texts.filter((_, index) => index % 20 === 0),
    );
  });

  test('says which wrapping key is missing, and changes nothing, when that of another database is there', async () => {
    const store = await another();
    await sealed(new Vault(store), 1);
    const { id } = await store.ring.current();
    await writeFile(join(folder.path, 'keys', 'wrapping.key'), newSecret());
    await expect(rotateWrappingKey(earlier())).rejects.toMatchObject({ name: 'WrappingKeyMissing', id });
    expect(await readdir(join(folder.path, 'keys'))).toEqual(['wrapping.key']);
  });

  test('that was stopped half-way does not go on with another key when the next one is gone', async () => {
    const vault = new Vault(await another());
    const texts = await sealed(vault, 700);
    const store = await another();
    const { id } = await store.ring.next();
    await store.rewrap(await store.ring.next(), 500);
    const [file, elsewhere] = [join(folder.path, 'keys', 'wrapping.next.key'), join(folder.path, 'elsewhere')];
    await rename(file, elsewhere);
    await expect(rotateWrappingKey(earlier())).rejects.toMatchObject({ name: 'WrappingKeyMissing', id });
    expect(await readdir(join(folder.path, 'keys'))).toEqual(['wrapping.key']);
    await rename(elsewhere, file);
    expect(await rotateWrappingKey(await another())).toMatchObject({ to: id });
    await expectReadable(new Vault(await another()), texts);
  });
});
