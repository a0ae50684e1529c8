import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { type ReadSide, readSideOf, startReadSide } from '../../../test/support/read-side.ts';
import type { LogReader } from '../index/event-loader.ts';
import { openHead } from '../index/indexer.ts';
import { rebuildIndex } from '../rebuild/rebuild-index.ts';
import { verify } from '../verify.ts';
import { Views } from '../views.ts';

let side: ReadSide & { databaseUrl: string };
let client: pg.Client;
let minPosition: string;

beforeAll(async () => {
  side = await startReadSide();
  client = new pg.Client(side.databaseUrl);
  await client.connect();
  minPosition = await side.record(
    courseOfEvents('lifted', fc.sample(randomCourse(40), { numRuns: 1, seed: 4 })[0] ?? []),
  );
}, 120_000);

afterAll(async () => {
  await client.end();
  await side.stop();
}, 30_000);

/** The tables as release 0.1 made them, with a row of its own. */
const formerTables = `
  DROP SCHEMA views CASCADE;
  CREATE SCHEMA views;
  CREATE TABLE views.head (single boolean PRIMARY KEY DEFAULT true, log uuid NOT NULL, purpose text NOT NULL,
    ordinal bigint NOT NULL, position numeric(20, 0) NOT NULL, effective_at timestamptz NOT NULL);
  CREATE TABLE views.entry (ordinal bigint PRIMARY KEY, position numeric(20, 0) NOT NULL UNIQUE, stream text NOT NULL,
    revision bigint NOT NULL, event uuid NOT NULL UNIQUE, type text NOT NULL, recorded_at timestamptz NOT NULL,
    effective_at timestamptz NOT NULL, programme uuid, shard smallint NOT NULL, corrects uuid, subjects text[] NOT NULL);
  CREATE TABLE views.shard (shard smallint PRIMARY KEY, ordinal bigint NOT NULL);
  CREATE TABLE views.generation (view text PRIMARY KEY, fold text NOT NULL);
  CREATE TABLE views.row_progress (key text, programme uuid, shard smallint, from_ordinal bigint, until_ordinal bigint,
    row jsonb, PRIMARY KEY (key, from_ordinal));
  INSERT INTO views.shard SELECT n, 5 FROM generate_series(0, 15) n;
  INSERT INTO views.generation VALUES ('progress', '1.1');
  INSERT INTO views.row_progress VALUES ('former', NULL, 3, 1, NULL, '{"former": true}');`;

describe('the tables of an installation', () => {
  test('given those of a release without generations, when this one starts, then it makes its own from the log', async () => {
    await client.query(formerTables);
    await client.query(
      `INSERT INTO views.head (log, purpose, ordinal, position, effective_at) VALUES ($1, 'example', 5, 5, now())`,
      [side.log.id],
    );
    const lifted = await readSideOf({ databaseUrl: side.databaseUrl, log: side.log });
    try {
      await lifted.startFolding();
      const { data } = await lifted.views.programmes.list({ minPosition, waitMs: 15_000 });
      expect(data.map(({ name }) => name)).toEqual(['lifted']);
      expect((await verify({ views: lifted.views })).differences).toEqual([]);
      const { rows } = await client.query(
        `SELECT to_regclass('views.row_progress') AS rows, to_regclass('views.shard') AS shard`,
      );
      expect(rows).toEqual([{ rows: null, shard: null }]);
    } finally {
      await lifted.stop();
    }
  }, 60_000);

  test('given several processes that start at once on an empty database, then one makes them, and all go on', async () => {
    await client.query('DROP SCHEMA views CASCADE');
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => Views.open({ databaseUrl: side.databaseUrl, log: side.log })),
    );
    const { rows } = await client.query('SELECT view FROM views.generation ORDER BY id');
    expect(rows.map(({ view }) => view)).toEqual(opened[0]?.registry.views.map(({ name }) => name));
    await Promise.all(opened.map((views) => views.close()));
  }, 60_000);

  test('given a log with a long past, when a worker meets it on an empty database, then it fills the views at one go', async () => {
    await client.query('DROP SCHEMA views CASCADE');
    const opened = await Views.open({ databaseUrl: side.databaseUrl, log: asIfLong(side.log) });
    const followed = 'SELECT DISTINCT followed FROM views.generation';
    expect((await client.query(followed)).rows).toEqual([{ followed: false }]);
    // Emptying the index leaves that as it is: rows that are filled get their indexes when they are full.
    await openHead(opened.db, side.log);
    await rebuildIndex(opened);
    await opened.close();
    const filled = await readSideOf({ databaseUrl: side.databaseUrl, log: side.log });
    try {
      await filled.startFolding();
      const { data } = await filled.views.programmes.list({ minPosition, waitMs: 15_000 });
      expect(data.map(({ name }) => name)).toEqual(['lifted']);
      expect((await client.query(followed)).rows).toEqual([{ followed: true }]);
      const leftOff = `SELECT FROM pg_class WHERE relnamespace = 'views'::regnamespace AND 'autovacuum_enabled=false' = ANY(reloptions)`;
      expect((await client.query(leftOff)).rowCount).toBe(0);
      expect((await verify({ views: filled.views })).differences).toEqual([]);
    } finally {
      await filled.stop();
    }
  }, 60_000);

  test('given a worker that runs, when the database is lost and a server makes it again, then the worker fills it', async () => {
    const worker = await readSideOf({ databaseUrl: side.databaseUrl, log: side.log });
    try {
      await worker.startFolding();
      await worker.views.programmes.list({ minPosition, waitMs: 15_000 });
      await client.query('DROP SCHEMA views CASCADE');
      const server = await Views.open({ databaseUrl: side.databaseUrl, log: asIfLong(side.log) });
      const { data } = await server.programmes.list({ minPosition, waitMs: 20_000 });
      expect(data.map(({ name }) => name)).toEqual(['lifted']);
      expect((await verify({ views: server })).differences).toEqual([]);
      await server.close();
    } finally {
      await worker.stop();
    }
  }, 60_000);
});

/** The log with its past so often that it is a long one. */
function asIfLong(log: LogReader): LogReader {
  return {
    readStream: (stream, options) => log.readStream(stream, options),
    next: (after) => log.next(after),
    async *readAll() {
      for (let times = 0; times < 500; times += 1) yield* log.readAll();
    },
  };
}
