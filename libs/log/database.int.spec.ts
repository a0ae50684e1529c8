import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '#embedded/testing/engines';
import { openDatabase } from './database.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  folder = await temporaryFolder();
  postgres = await startPostgres({ folder: folder.path });
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  await folder.remove();
});

test('a connection that breaks between two questions of one user is told, and does not end the process', async () => {
  let told: (error: Error) => void;
  const trouble = new Promise<Error>((resolve) => {
    told = resolve;
  });
  const database = openDatabase(postgres.connectionString(), (error) => told(error));
  await database.connection().execute(async (held) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(held);
    await sql`SELECT pg_terminate_backend(${rows[0]?.pid})`.execute(database);
    expect(String(await trouble)).toMatch(/terminat/);
    await expect(sql`SELECT 1`.execute(held)).rejects.toThrow();
  });
  const { rows } = await sql<{ one: number }>`SELECT 1 AS one`.execute(database);
  expect(rows).toEqual([{ one: 1 }]);
  await database.destroy();
});
