import { EventStoreDBClient } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startEngines, type TestEngines } from '../../testing/engines.ts';
import { newStream, noted, numbers } from '../../testing/notes.ts';
import { isThere, UnaryCaller } from '../../testing/unary-call.ts';

let engines: TestEngines;
let client: EventStoreDBClient;
let caller: UnaryCaller;
let database: pg.Client;
beforeAll(async () => {
  engines = await startEngines();
  client = EventStoreDBClient.connectionString(engines.node.connectionString);
  caller = new UnaryCaller(engines.node.port);
  database = new pg.Client(engines.postgres.connectionString());
  await database.connect();
}, 60_000);
afterAll(async () => {
  await database.end();
  caller.close();
  await client.dispose();
  await engines.stop();
});

/** While this works an append is held up in PostgreSQL, and those that come after it have to wait for it. */
async function held(work: () => Promise<void>): Promise<void> {
  await database.query('BEGIN; LOCK TABLE eventlog.event IN ACCESS EXCLUSIVE MODE');
  const before = client.appendToStream(newStream(), noted(0));
  while ((await heldUp()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  try {
    await work();
  } finally {
    await database.query('COMMIT');
  }
  await before;
}

async function heldUp(): Promise<number> {
  const { rows } = await database.query('SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted');
  return rows[0].count;
}

describe('an append that is a call of its own, and has to wait for another', () => {
  test('until its deadline has passed is not done any more', async () => {
    const stream = newStream('late');
    await held(async () => {
      const { line, answer } = caller.begin(stream, { deadline: Date.now() + 200 });
      line.end();
      expect(await answer).toMatchObject({ code: status.DEADLINE_EXCEEDED });
    });
    await caller.another();
    expect(await isThere(client, stream)).toBe(false);
  });

  test('until its client has given it up is not done any more', async () => {
    const stream = newStream('late');
    await held(async () => {
      const { line, answer } = caller.begin(stream);
      line.end();
      await caller.arrived();
      line.cancel();
      expect(await answer).toMatchObject({ code: status.CANCELLED });
      await caller.arrived();
    });
    await caller.another();
    expect(await isThere(client, stream)).toBe(false);
  });

  test('within its deadline is done', async () => {
    const stream = newStream('patient');
    let answer: Promise<unknown> | undefined;
    await held(async () => {
      const call = caller.begin(stream, { deadline: Date.now() + 60_000 });
      answer = call.answer;
      call.line.end();
      await caller.arrived();
    });
    await answer;
    expect(await numbers(client.readStream(stream))).toEqual([0]);
  });
});
