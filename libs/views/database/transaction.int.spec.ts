import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '#embedded/testing/engines';
import { openDatabase } from '#log/database';
import { mayBeLost } from './transaction.ts';

let postgres: EmbeddedPostgres;
let database: Kysely<{ thing: { id: number } }>;
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  postgres = await startPostgres({ folder: folder.path });
  database = openDatabase(postgres.connectionString(), () => undefined, 4);
  await sql`CREATE TABLE thing (id integer)`.execute(database);
  await sql`INSERT INTO thing VALUES (1)`.execute(database);
}, 60_000);
afterAll(async () => {
  await database.destroy();
  await postgres.stop();
  await removeFolder();
}, 30_000);

const locked = sql`SELECT id FROM thing FOR UPDATE`;

test('given a process that falls silent in the middle of a transaction, then its locks are free again, and its own next word is refused', async () => {
  let isLocked: () => void = () => undefined;
  const silence = new Promise<void>((resolve) => {
    isLocked = resolve;
  });
  let speak: () => void = () => undefined;
  const resumed = new Promise<void>((resolve) => {
    speak = resolve;
  });
  const silent = database.transaction().execute(async (tx) => {
    await mayBeLost(tx, 200);
    await locked.execute(tx);
    isLocked();
    await resumed;
    await locked.execute(tx);
  });
  const refused = expect(silent).rejects.toThrow();
  await silence;
  const next = await database.transaction().execute(async (tx) => {
    await mayBeLost(tx, 10_000);
    return (await locked.execute(tx)).rows;
  });
  expect(next).toEqual([{ id: 1 }]);
  speak();
  await refused;
});

test('what is said for one transaction does not hold for the next on the same connection', async () => {
  await database.connection().execute(async (connection) => {
    await connection.transaction().execute((tx) => mayBeLost(tx, 200));
    const { rows } = await sql<{ commit: string; silent: string }>`
      SELECT current_setting('synchronous_commit') AS commit,
             current_setting('idle_in_transaction_session_timeout') AS silent`.execute(connection);
    expect(rows).toEqual([{ commit: 'on', silent: '0' }]);
  });
});
