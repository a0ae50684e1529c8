import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { freePort } from '#embedded/folder/ports';
import { Jobs } from '#jobs/jobs';
import { UnknownEventType } from '#log/contract/errors';
import { CannotFollow } from '#log/supervisor/errors';
import { idOf } from '../../test/support/events.ts';
import { courseOfEvents, randomCourse } from '../../test/support/random-course.ts';
import { type ReadSide, startReadSide } from '../../test/support/read-side.ts';
import { registry } from './all-views.ts';
import type { ViewsSchema } from './database/tables.ts';
import { advanceQueue, Folding, indexStoreOf } from './engine/worker.ts';
import { dispatch, type LogSource } from './index/dispatcher.ts';
import { NotThereYet } from './query/as-of.ts';
import { BadPosition, encodePosition } from './query/position-token.ts';
import { rebuildIndex } from './rebuild/rebuild-index.ts';
import { verify } from './verify.ts';

/** A store of jobs that loses every nudge. */
const losesEverything = {
  queue: () => ({
    nudge: () => Promise.reject(new Error('the nudge was lost')),
    depth: async () => ({ waiting: 0, active: 0, failed: 0 }),
  }),
  workOnceThere: async () => undefined,
};

let side: ReadSide & { databaseUrl: string };
const foldings: Folding[] = [];

beforeAll(async () => {
  side = await startReadSide();
}, 120_000);

afterAll(async () => {
  await Promise.all(foldings.map((folding) => folding.stop()));
  await side.stop();
}, 30_000);

const course = (name: string, seed: number) =>
  courseOfEvents(name, fc.sample(randomCourse(60), { numRuns: 1, seed })[0] ?? []);

/** The dispatcher's end: the reason for which it refused to go on. */
async function refusalOf(log: LogSource = side.log): Promise<unknown> {
  const { views, databaseUrl: url } = side;
  const ignored = () => undefined;
  const never = new AbortController().signal;
  const told = { onIndexed: ignored, onTrouble: ignored };
  return dispatch({ ...indexStoreOf(views), url, log, cache: views.cache, signal: never, ...told }).catch(
    (error: unknown) => error,
  );
}

describe('when things go wrong', () => {
  test('given no worker, when a question waits for what was recorded, then it is told that it is not there yet', async () => {
    const minPosition = await side.record(course('first', 1));
    const asked = side.views.programmes.list({ minPosition, waitMs: 50 });
    await expect(asked).rejects.toBeInstanceOf(NotThereYet);
  });

  test('given a store of jobs that loses every nudge, then the sweep folds all the same', async () => {
    const { views, log, databaseUrl } = side;
    const folding = new Folding({ views, log, databaseUrl, jobs: losesEverything, onTrouble: () => undefined });
    await folding.start(() => undefined);
    foldings.push(folding);
    const minPosition = await side.record(course('second', 2));
    const { data } = await views.programmes.list({ minPosition, waitMs: 15_000 });
    expect(data.map(({ name }) => name)).toEqual(['first', 'second']);
    expect((await verify({ views })).differences).toEqual([]);
  }, 30_000);

  test('given a store of jobs that is not there at the start, then the sweep folds all the same', async () => {
    const { views, log, databaseUrl } = side;
    const troubles = new Set<string>();
    const jobs = new Jobs({ kind: 'redis', url: `redis://127.0.0.1:${await freePort()}` }, (what) =>
      troubles.add(what),
    );
    const folding = new Folding({ views, log, databaseUrl, jobs, onTrouble: () => undefined });
    await Promise.all(foldings.splice(0).map((other) => other.stop()));
    await folding.start(() => undefined);
    foldings.push(folding);
    const minPosition = await side.record(course('third', 3));
    const { data } = await views.programmes.list({ minPosition, waitMs: 15_000 });
    expect(data.map(({ name }) => name)).toContain('third');
    expect([...troubles]).toContain(`worker ${advanceQueue}`);
    await jobs.close();
  }, 30_000);

  test('given a position of another log, then the question is refused', async () => {
    const minPosition = encodePosition(idOf('another log'), 1n);
    await expect(side.views.programmes.list({ minPosition })).rejects.toBeInstanceOf(BadPosition);
    await expect(side.views.programmes.list({ minPosition: 'nonsense' })).rejects.toBeInstanceOf(BadPosition);
  });

  test('when the views are rebuilt while a worker runs, then the same rows come back', async () => {
    const before = await everyVersion();
    const { basis } = await side.views.reader.read({}, 'everything', async () => undefined);
    await rebuildIndex(side.views);
    await side.views.reader.read({ knownAt: { ordinal: basis.ordinal }, waitMs: 15_000 }, 'everything', async () => 0);
    expect(await everyVersion()).toEqual(before);
    expect((await verify({ views: side.views })).differences).toEqual([]);
  }, 30_000);

  test('given a question that comes while the index is emptied, then it waits, and is not told that there is nothing', async () => {
    const { basis, data: before } = await side.views.programmes.list({});
    const knownAt = { ordinal: basis.ordinal };
    const { db } = side.views;
    const reader = new pg.Client(side.databaseUrl);
    await reader.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT FROM views.entry LIMIT 1');
    const emptying = rebuildIndex(side.views);
    await untilWaiting(db, 1);
    // Its snapshot is of before, and it waits behind the one who empties.
    const question = side.views.programmes.list({ knownAt, waitMs: 15_000 });
    await untilWaiting(db, 2);
    await reader.end();
    await emptying;
    expect((await question).data).toEqual(before);
  }, 30_000);

  test('given rows that somebody changed, then verify says which', async () => {
    await side.views.db.updateTable('views.entry').set({ type: 'log.started.v2' }).where('ordinal', '=', 1).execute();
    const { differences } = await verify({ views: side.views });
    expect(differences).toEqual([{ view: 'index', key: '1', kind: 'different', detail: 'type' }]);
    await side.views.db.updateTable('views.entry').set({ type: 'log.started.v1' }).where('ordinal', '=', 1).execute();
  });

  test('given an index of a longer or of another log, then the dispatcher refuses and changes nothing', async () => {
    await Promise.all(foldings.splice(0).map((folding) => folding.stop()));
    const { db } = side.views;
    const last = await db.selectFrom('views.head').selectAll().executeTakeFirstOrThrow();
    const ofLast = () => db.updateTable('views.entry').where('ordinal', '=', last.ordinal);
    const entry = await db
      .selectFrom('views.entry')
      .select('event')
      .where('ordinal', '=', last.ordinal)
      .executeTakeFirstOrThrow();
    await ofLast()
      .set({ event: idOf('not in the log') })
      .execute();
    expect(await refusalOf()).toMatchObject({ name: 'LogMismatch', code: 'log-is-shorter' });
    await ofLast().set(entry).execute();
    await db
      .updateTable('views.head')
      .set({ log: idOf('another log') })
      .execute();
    expect(await refusalOf()).toMatchObject({ name: 'LogMismatch', code: 'other-log' });
    await db.updateTable('views.head').set({ log: last.log }).execute();
    expect(await db.selectFrom('views.head').selectAll().executeTakeFirstOrThrow()).toEqual(last);
  }, 30_000);

  test('given a log that this release cannot follow, then the dispatcher ends and says why, instead of trying for ever', async () => {
    const { id, purpose } = side.log;
    const newer: LogSource = {
      id,
      purpose,
      readStream: (stream, options) => side.log.readStream(stream, options),
      subscribe: () => {
        throw CannotFollow.unreadable(new UnknownEventType('trajectory.intake-held.v2'));
      },
    };
    expect(await refusalOf(newer)).toMatchObject({ name: 'CannotFollow', code: 'unknown-event-type' });
  });
});

/** Every version of every row, as it stands in the tables. */
async function everyVersion(): Promise<unknown[]> {
  const { ordinal } = await side.views.basis({}, 'everything');
  const cuts = Array.from({ length: ordinal }, (_, i) => i + 1);
  const found: unknown[] = [];
  for (const cut of cuts) {
    const { data } = await side.views.reader.read({ knownAt: { ordinal: cut } }, 'everything', (snapshot) =>
      Promise.all(registry.views.map((view) => snapshot.rows(view))),
    );
    found.push(data);
  }
  return found;
}

/** Waits until so many sessions wait for the index. */
async function untilWaiting(db: Kysely<ViewsSchema>, count: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM pg_locks
      WHERE NOT granted AND relation = 'views.entry'::regclass`.execute(db);
    if ((rows[0]?.count ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
