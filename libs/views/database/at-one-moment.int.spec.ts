import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '#embedded/testing/engines';
import { openViewsDatabase, type ViewsDatabase } from './database.ts';

let postgres: EmbeddedPostgres;
let removeFolder: () => Promise<void>;
let one: ViewsDatabase;
let other: ViewsDatabase;

beforeAll(async () => {
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  postgres = await startPostgres({ folder: folder.path });
  // With one connection each, what was not given back would be missed at once.
  one = openViewsDatabase(postgres.connectionString(), () => undefined, 1);
  other = openViewsDatabase(postgres.connectionString(), () => undefined, 1);
  await sql`CREATE TABLE note (n integer NOT NULL)`.execute(other.db);
}, 60_000);

afterAll(async () => {
  await one.db.destroy();
  await other.db.destroy();
  await postgres.stop();
  await removeFolder();
}, 30_000);

beforeEach(async () => {
  await sql`TRUNCATE note`.execute(other.db);
  await sql`INSERT INTO note VALUES (1)`.execute(other.db);
});

async function notes(db: ViewsDatabase['db']): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`SELECT n FROM note ORDER BY n`.execute(db);
  return rows.map(({ n }) => n);
}

async function connection(db: ViewsDatabase['db']): Promise<number | undefined> {
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db);
  return rows[0]?.pid;
}

/** Whether a session of `one` stands in a transaction. */
async function isInTransaction(): Promise<boolean> {
  const pid = await connection(one.db);
  const { rows } = await sql`
    SELECT 1 FROM pg_stat_activity WHERE pid = ${pid} AND xact_start IS NOT NULL AND state <> 'active'`.execute(
    other.db,
  );
  return rows.length > 0;
}

describe('what is read at one moment', () => {
  test('does not see what was written after it began, also when it is asked later', async () => {
    const seen = await one.atOneMoment(async (db) => {
      const first = await notes(db);
      await sql`INSERT INTO note VALUES (2)`.execute(other.db);
      return [first, await notes(db)];
    });
    expect(seen).toEqual([[1], [1]]);
    expect(await one.atOneMoment(notes)).toEqual([1, 2]);
  });

  test('may be asked all together, and comes from one connection, each answer with its question', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => i);
    const answers = await one.atOneMoment((db) =>
      Promise.all(
        asked.map(async (i) => {
          const { rows } = await sql<{ i: number; pid: number }>`
            SELECT ${i}::integer AS i, pg_backend_pid() AS pid`.execute(db);
          return rows[0];
        }),
      ),
    );
    expect(answers.map((answer) => answer?.i)).toEqual(asked);
    expect(new Set(answers.map((answer) => answer?.pid)).size).toBe(1);
  });

  test('changes nothing', async () => {
    const write = (db: Kysely<never>) => sql`INSERT INTO note VALUES (3)`.execute(db);
    await expect(one.atOneMoment((db) => write(db as Kysely<never>))).rejects.toThrow('read-only');
    expect(await notes(one.db)).toEqual([1]);
  });

  test('gives its connection back, out of the transaction, whatever came of it', async () => {
    expect(await one.atOneMoment(notes)).toEqual([1]);
    expect(await isInTransaction()).toBe(false);
    await expect(
      one.atOneMoment((db) => Promise.all([sql`SELECT 1 / 0`.execute(db), notes(db), notes(db)])),
    ).rejects.toThrow('division by zero');
    expect(await isInTransaction()).toBe(false);
    await expect(one.atOneMoment(() => Promise.reject(new Error('not there yet')))).rejects.toThrow('not there yet');
    expect(await isInTransaction()).toBe(false);
    expect(await one.atOneMoment(notes)).toEqual([1]);
  });

  test('says what failed first, also when what was refused because of it is heard of earlier', async () => {
    const deep = async (db: ViewsDatabase['db'], levels: number): Promise<unknown> =>
      levels === 0 ? sql`SELECT 1 / 0`.execute(db) : deep(db, levels - 1);
    for (let round = 0; round < 10; round += 1) {
      const failing = one.atOneMoment((db) => Promise.all([deep(db, 30), notes(db), notes(db)]));
      await expect(failing).rejects.toThrow('division by zero');
    }
  });

  test('is over for all of it when one question failed: what would be asked later is not asked of somebody else', async () => {
    let later: unknown;
    const failed = one.atOneMoment((db) =>
      Promise.all([
        Promise.reject(new Error('not there yet')),
        notes(db)
          .then(() => notes(db))
          .catch((error: unknown) => {
            later = error;
          }),
      ]),
    );
    await expect(failed).rejects.toThrow('not there yet');
    expect(await one.atOneMoment(notes)).toEqual([1]);
    expect(later).toEqual(new Error('What was read at one moment is over'));
  });

  test('waits no longer than it says for an answer, and leaves that connection to nobody', async () => {
    const before = await connection(one.db);
    const asked = one.atOneMoment((db) => sql`SELECT pg_sleep(30)`.execute(db), 200);
    await expect(asked).rejects.toThrow('Query read timeout');
    expect(await one.atOneMoment(notes)).toEqual([1]);
    expect(await connection(one.db)).not.toBe(before);
  });

  test('fails when its connection is lost, and the next reading has another', async () => {
    const lost = one.atOneMoment(async (db) => {
      const pid = await connection(db);
      await sql`SELECT pg_terminate_backend(${pid}, 5000)`.execute(other.db);
      return Promise.all([notes(db), notes(db)]);
    });
    await expect(lost).rejects.toThrow(/terminat|connection/i);
    expect(await one.atOneMoment(notes)).toEqual([1]);
  });
});
