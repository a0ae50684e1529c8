import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { idOf } from '../../../test/support/events.ts';
import { indexOnly } from '../../../test/support/index-only.ts';
import { courseOfEvents } from '../../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { openHead } from '../index/indexer.ts';
import { rebuildIndex } from './rebuild-index.ts';

let side: ReadSide & { databaseUrl: string };

beforeAll(async () => {
  side = await startReadSide();
  await side.record(courseOfEvents('course', []));
  await indexOnly(side);
}, 120_000);

afterAll(() => side.stop(), 30_000);

/** Waits until somebody waits for what another session holds. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`SELECT FROM pg_locks WHERE NOT granted`.execute(side.views.db);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('when the index is made again', () => {
  test('while somebody is adding to it, then it waits for that, and is emptied', async () => {
    const adding = new pg.Client(side.databaseUrl);
    await adding.connect();
    await adding.query('BEGIN');
    await adding.query('UPDATE views.head SET ordinal = ordinal');
    const emptying = rebuildIndex(side.views);
    await untilSomebodyWaits();
    await adding.query('LOCK TABLE views.entry IN ROW EXCLUSIVE MODE');
    await adding.query('COMMIT');
    await adding.end();
    await emptying;
    expect(await side.views.head()).toMatchObject({ ordinal: 0, position: -1n });
  }, 30_000);

  test('because it was of another log, then it is made from the log that is there', async () => {
    await indexOnly(side);
    const before = await side.views.head();
    const { db } = side.views;
    await db
      .updateTable('views.head')
      .set({ log: idOf('another log'), purpose: 'production' })
      .execute();
    await expect(openHead(db, side.log)).rejects.toMatchObject({ code: 'other-log' });
    await rebuildIndex(side.views);
    await indexOnly(side);
    expect(await side.views.head()).toEqual(before);
  }, 30_000);
});
