import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { temporaryFolder } from '#embedded/testing/engines';
import { Turns } from '../engine/turns.ts';
import { defineView } from '../engine/view-definition.ts';
import { type Written, writeSteps } from '../engine/write.ts';
import { foldingPool } from './database.ts';
import { rowTable, tableOf } from './row-table.ts';
import { type Prepared, runScript, selectJson } from './script.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: EmbeddedPostgres;
let pool: pg.Pool;
let client: pg.PoolClient;

beforeAll(async () => {
  folder = await temporaryFolder();
  postgres = await startPostgres({ folder: folder.path });
  pool = foldingPool(postgres.connectionString(), () => undefined);
}, 60_000);

beforeEach(async () => {
  client?.release(true);
  client = await pool.connect();
});

afterAll(async () => {
  client.release(true);
  await pool.end();
  await postgres.stop();
  await folder.remove();
});

const doubled = (value: number): Prepared => ({
  prepared: selectJson('SELECT $1 * 2 AS doubled'),
  types: ['integer'],
  values: [`${value}`],
});

async function known(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM pg_prepared_statements ORDER BY 1');
  return rows.map(({ name }) => name);
}

describe('a statement that is run all the time', () => {
  test('is worked out once for a connection, whatever its values', async () => {
    expect(await runScript(client, [doubled(2), 'SELECT 1', doubled(3)])).toEqual([
      [{ doubled: 4 }],
      [1],
      [{ doubled: 6 }],
    ]);
    expect(await runScript(client, [doubled(4)])).toEqual([[{ doubled: 8 }]]);
    expect(await known()).toHaveLength(1);
  });

  test('given a script that failed before it, then the next one has it all the same', async () => {
    await expect(runScript(client, ['BEGIN', 'SELECT 1 / 0', doubled(1)])).rejects.toThrow('division by zero');
    await client.query('ROLLBACK');
    expect(await runScript(client, [doubled(2)])).toEqual([[{ doubled: 4 }]]);
  });

  test('given a script that failed after it, then the next one has it all the same', async () => {
    await expect(runScript(client, ['BEGIN', doubled(1), 'SELECT 1 / 0'])).rejects.toThrow('division by zero');
    await client.query('ROLLBACK');
    expect(await runScript(client, [doubled(2)])).toEqual([[{ doubled: 4 }]]);
  });

  test('given a table that was empty when it was worked out, then the ends of rows are found by their keys', async () => {
    const view = defineView<{ readonly n: number }>({ name: 'ends', version: 1, subject: 'trajectory', on: {} });
    const generation = { id: 99, view, status: 'live', followed: true, inputs: [] } as const;
    const ends = (closed: Written['closed']): Written => ({
      generation,
      closed,
      ended: new Map(),
      made: [],
      episodes: [],
    });
    await client.query('CREATE SCHEMA IF NOT EXISTS views');
    for (const statement of rowTable(generation)) await client.query(statement);
    const table = `views.${tableOf(generation)}`;
    await client.query(`ANALYZE ${table}`);
    await runScript(client, await writeSteps([ends(new Map([['nobody', 1]]))], new Turns()));
    await client.query(
      `INSERT INTO ${table} (key, shard, from_ordinal, row) SELECT n::text, 0, n, '{}' FROM generate_series(1, 5000) n`,
    );
    await runScript(
      client,
      await writeSteps(
        [
          ends(
            new Map([
              ['7', 6_000],
              ['8', 6_001],
            ]),
          ),
        ],
        new Turns(),
      ),
    );
    const { rows } = await client.query<{ key: string; until: number }>(
      `SELECT key, until_ordinal AS until FROM ${table} WHERE until_ordinal IS NOT NULL ORDER BY key`,
    );
    expect(rows.map(({ key, until }) => [key, Number(until)])).toEqual([
      ['7', 6_000],
      ['8', 6_001],
    ]);
    const [name] = await known();
    const plan = await client.query(`EXPLAIN EXECUTE ${name} ('{7}', '{"7": 1}')`);
    expect(JSON.stringify(plan.rows)).toContain('Index Cond: (key = ANY');
  });
});
