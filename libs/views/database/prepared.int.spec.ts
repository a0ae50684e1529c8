import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '#embedded/testing/engines';
import { openViewsDatabase } from './database.ts';
import { prepared } from './prepared.ts';
import type { ViewsSchema } from './tables.ts';

let postgres: EmbeddedPostgres;
let removeFolder: () => Promise<void>;
let db: Kysely<ViewsSchema>;

beforeAll(async () => {
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  postgres = await startPostgres({ folder: folder.path });
  // One connection, so that the statements of all questions stand together.
  ({ db } = openViewsDatabase(postgres.connectionString(), () => undefined, 1));
  await sql`CREATE TABLE note (key text PRIMARY KEY, n integer NOT NULL)`.execute(db);
  await sql`INSERT INTO note SELECT 'note ' || i, i FROM generate_series(1, 10) i`.execute(db);
}, 60_000);

afterAll(async () => {
  await db.destroy();
  await postgres.stop();
  await removeFolder();
}, 30_000);

async function noted(key: string): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`${prepared} SELECT n FROM note WHERE key = ${key}`.execute(db);
  return rows.map(({ n }) => n);
}

async function kept(): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}

describe('a statement', () => {
  test('that says so is prepared once, whatever it is asked about, and answers the same', async () => {
    for (let n = 1; n <= 10; n += 1) expect(await noted(`note ${n}`)).toEqual([n]);
    expect(await noted('another')).toEqual([]);
    expect((await kept()).filter((statement) => statement.includes('FROM note'))).toHaveLength(1);
  });

  test('that does not say so is not', async () => {
    const { rows } = await sql`SELECT n + ${1} AS n FROM note WHERE key = ${'note 1'}`.execute(db);
    expect(rows).toEqual([{ n: 2 }]);
    expect((await kept()).filter((statement) => statement.includes('n + $1'))).toEqual([]);
  });

  test('goes on when its table was made anew', async () => {
    await sql`DROP TABLE note`.execute(db);
    await expect(noted('note 1')).rejects.toThrow('does not exist');
    await sql`CREATE TABLE note (n integer NOT NULL, key text)`.execute(db);
    await sql`INSERT INTO note VALUES (7, 'note 1')`.execute(db);
    expect(await noted('note 1')).toEqual([7]);
  });
});
