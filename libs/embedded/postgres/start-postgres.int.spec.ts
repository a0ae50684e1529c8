import { spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../folder/ports.ts';
import { ask } from '../testing/ask.ts';
import { temporaryFolder } from '../testing/engines.ts';
import { type EmbeddedPostgres, type PostgresExit, startPostgres } from './start-postgres.ts';

describe('the embedded PostgreSQL', () => {
  let folder = '';
  let remove = async (): Promise<void> => undefined;
  const started: EmbeddedPostgres[] = [];

  async function start(port?: number): Promise<EmbeddedPostgres> {
    const postgres = await startPostgres({ folder, ...(port === undefined ? {} : { port }) });
    started.push(postgres);
    return postgres;
  }

  beforeAll(async () => {
    ({ path: folder, remove } = await temporaryFolder());
    const postgres = await start();
    await ask(postgres.connectionString(), 'CREATE TABLE kept AS SELECT 42 AS answer');
    await postgres.stop();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(started.splice(0).map((postgres) => postgres.stop()));
  });
  afterAll(() => remove());

  test('is made for the product: UTF-8, order by bytes, checksums, durable commits, loopback only', async () => {
    const database = (await start()).connectionString();
    expect(await ask(database, 'SELECT current_database()')).toBe('samenspel');
    expect(await ask(database, 'SELECT datcollate FROM pg_database WHERE datname = current_database()')).toBe('C');
    expect(await ask(database, 'SHOW server_encoding')).toBe('UTF8');
    expect(await ask(database, 'SHOW data_checksums')).toBe('on');
    expect(await ask(database, 'SHOW synchronous_commit')).toBe('on');
    expect(await ask(database, 'SHOW listen_addresses')).toBe('127.0.0.1');
  });

  test('lets nobody in without the password, which only this user can read', async () => {
    const postgres = await start();
    const wrong = postgres.connectionString().replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(folder, 'postgres-password'))).mode & 0o777).toBe(0o600);
  });

  test('that was killed is told about, and starts again at the same port with its data', async () => {
    const killed = await start();
    const exit = new Promise<PostgresExit>((done) => killed.onExit(done));
    process.kill(killed.pid, 'SIGKILL');
    expect(await exit).toEqual({ code: null, signal: 'SIGKILL', unexpected: true });
    const again = await start(killed.port);
    expect(again.connectionString()).toBe(killed.connectionString());
    expect(await ask(again.connectionString(), 'SELECT answer FROM kept')).toBe(42);
  });

  test('left running by a killed run is stopped, and its data taken over', async () => {
    const orphan = await start();
    const next = await start(await freePort());
    expect(next.pid).not.toBe(orphan.pid);
    expect(await ask(next.connectionString(), 'SELECT answer FROM kept')).toBe(42);
    await expect(ask(orphan.connectionString(), 'SELECT 1')).rejects.toThrow();
  });

  test('is not kept from starting by a number that now belongs to another program', async () => {
    const stranger = spawn('sleep', ['60']);
    const file = join(folder, 'postgres', 'data', 'postmaster.pid');
    await writeFile(
      file,
      `${stranger.pid}\n${join(folder, 'postgres', 'data')}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const port = await freePort();
    await writeFile(join(folder, 'postgres', `.s.PGSQL.${port}.lock`), `${stranger.pid}\n`);
    try {
      expect(await ask((await start(port)).nearConnectionString(), 'SELECT answer FROM kept')).toBe(42);
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  test('says so when its port is taken', async () => {
    const { port } = await start();
    const other = await temporaryFolder();
    await expect(startPostgres({ folder: other.path, port })).rejects.toMatchObject({ code: 'port-in-use' });
    await other.remove();
  });

  test('of another version is refused and left alone', async () => {
    const file = join(folder, 'postgres', 'data', 'PG_VERSION');
    const version = await readFile(file, 'utf8');
    await writeFile(file, '12\n');
    await expect(startPostgres({ folder })).rejects.toMatchObject({ code: 'postgres-version' });
    await writeFile(file, version);
    expect(await ask((await start()).connectionString(), 'SELECT answer FROM kept')).toBe(42);
  });
});
