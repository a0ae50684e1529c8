import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { ask } from '#embedded/testing/ask';
import { temporaryFolder } from '#embedded/testing/engines';
import { DeadLines } from './dead-lines.ts';
import { openPool } from './pool.ts';
import { type Line, startLine } from './testing/line.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: EmbeddedPostgres;
let line: Line;

beforeAll(async () => {
  folder = await temporaryFolder();
  postgres = await startPostgres({ folder: folder.path });
  line = await startLine(Number(new URL(postgres.connectionString()).port));
}, 60_000);
afterAll(async () => {
  line.close();
  await postgres.stop();
  await folder.remove();
});

const troubles: Error[] = [];

/** A pool that goes over the line, watched more closely than usual. */
function watched(silentFor: number): pg.Pool {
  const url = new URL(postgres.connectionString());
  url.port = String(line.port);
  const config = { connectionString: url.href, max: 2 };
  const pool = openPool(config, (error) => void troubles.push(error));
  new DeadLines(config, { lookEvery: 50, silentFor, answerWithin: 2_000 }).watch(pool);
  return pool;
}

async function ones(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query('SELECT 1 AS one');
  return rows;
}

describe('a connection to PostgreSQL', () => {
  test('that is dead without being closed is broken off, and whoever asked gets on over another', async () => {
    const pool = watched(300);
    await ones(pool);
    line.hang();
    await expect(ones(pool)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(await ones(pool)).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('on which PostgreSQL is at work is waited for, however long that takes', async () => {
    const pool = watched(100);
    const { rows } = await pool.query('SELECT 1 AS one FROM (SELECT pg_sleep(2)) AS long');
    expect(rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('that somebody holds without asking anything is left alone', async () => {
    const pool = watched(100);
    const held = await pool.connect();
    await held.query('BEGIN');
    await ask(postgres.connectionString(), 'SELECT pg_sleep(1)');
    expect((await held.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    held.release();
    await pool.end();
  });

  test('of a PostgreSQL that hangs as a whole is waited for, and goes on when PostgreSQL does', async () => {
    const pool = watched(100);
    const { rows } = await pool.query('SELECT pg_backend_pid() AS session');
    const all = [postgres.pid, Number(rows[0].session)];
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    const asked = ones(pool);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    for (const pid of all) process.kill(pid, 'SIGCONT');
    expect(await asked).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
