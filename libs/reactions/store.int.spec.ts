import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import type { LoggedEvent } from '#log/contract/codec';
import { openViewsDatabase } from '#views/database/database';
import { indexStoreOf } from '#views/engine/worker';
import { addToIndex, openHead } from '#views/index/indexer';
import { rebuildIndex } from '#views/rebuild/rebuild-index';
import { idOf, loggedOf } from '../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../test/support/read-side.ts';
import { on } from '../../test/support/rows.ts';
import { ReactionStore, type ReactionsSchema } from './store.ts';

const type = 'trajectory.withdrawn.v1';
const types = [type];

let side: ReadSide & { databaseUrl: string };
let db: Kysely<ReactionsSchema>;
let store: ReactionStore;

beforeAll(async () => {
  side = await startReadSide();
  db = openViewsDatabase<ReactionsSchema>(side.databaseUrl, () => undefined, 3).db;
  store = new ReactionStore(db);
  await store.prepare();
}, 120_000);

afterAll(async () => {
  await db.destroy();
  await side.stop();
}, 30_000);

beforeEach(async () => {
  await db.deleteFrom('reactions.checkpoint').execute();
  await indexAnew();
});

const mark = (ordinal: number, name: string) => ({ ordinal, event: idOf(name) });

/** Makes the index again, of a log in which organisations of these names withdrew, one after the other. */
async function indexAnew(...names: string[]): Promise<void> {
  await openHead(side.views.db, side.log);
  await rebuildIndex(side.views);
  const events = names.map((name, index): LoggedEvent => {
    const about = `trajectory:${idOf('trajectory')}` as const;
    const told = on('2026-01-10', { type, data: { reason: { $text: name } } }, about);
    return loggedOf({ ...told, id: idOf(name) }, { revision: index, position: BigInt(index + 1) });
  });
  await addToIndex(indexStoreOf(side.views), await openHead(side.views.db, side.log), events);
}

/** What is still to be reacted to, in order. */
async function due(): Promise<string[]> {
  return (await store.next('noting', types, 50)).due.map(({ event }) => event);
}

const idsOf = (...names: string[]) => names.map(idOf);

describe('what is due to a reaction', () => {
  test('is what stands behind its checkpoint, which moves on and never back', async () => {
    await indexAnew('Assen', 'Emmen', 'Meppel');
    expect(await store.next('noting', types, 2)).toMatchObject({
      head: mark(3, 'Meppel'),
      due: [mark(1, 'Assen'), mark(2, 'Emmen')],
    });
    await store.done('noting', mark(2, 'Emmen'));
    await store.done('noting', mark(1, 'Assen'));
    expect(await due()).toEqual(idsOf('Meppel'));
    await store.done('noting', mark(3, 'Meppel'));
    expect(await store.next('noting', types, 2)).toMatchObject({ head: mark(3, 'Meppel'), due: [] });
  });

  test('given an index that is emptied while it is asked, then nothing is said of an end that it had before', async () => {
    await indexAnew('Assen');
    const reader = new pg.Client(side.databaseUrl);
    await reader.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT FROM views.entry LIMIT 1');
    const emptying = rebuildIndex(side.views);
    await untilWaiting(1);
    const asked = store.next('noting', types, 50);
    await untilWaiting(2);
    await reader.end();
    await emptying;
    // Otherwise the checkpoint would pass over what was due.
    expect(await asked).toEqual({ head: undefined, due: [] });
  }, 30_000);
});

describe('a log that was put back to an earlier point', () => {
  test.each([
    ['is shorter than it was', ['Assen', 'Hoogeveen']],
    ['has another event where the checkpoint stands', ['Assen', 'Hoogeveen', 'Coevorden']],
    ['is longer by now', ['Assen', 'Hoogeveen', 'Coevorden', 'Emmen']],
  ])('and %s, is reacted to from its beginning', async (_, names) => {
    await store.done('noting', mark(3, 'Emmen'));
    await indexAnew(...names);
    expect(await due()).toEqual(idsOf(...names));
    await store.done('noting', mark(1, 'Assen'));
    expect(await due()).toEqual(idsOf(...names.slice(1)));
  });

  test('but not so far that the checkpoint is gone, is reacted to from there', async () => {
    await store.done('noting', mark(1, 'Assen'));
    await indexAnew('Assen', 'Hoogeveen');
    expect(await due()).toEqual(idsOf('Hoogeveen'));
  });
});

describe('a checkpoint of a release that does not keep at which event it stands', () => {
  test('is taken as it is, and stands at an event from the next time on', async () => {
    await db.insertInto('reactions.checkpoint').values({ reaction: 'noting', ordinal: 1 }).execute();
    await indexAnew('Assen', 'Emmen');
    expect(await due()).toEqual(idsOf('Emmen'));
    await store.done('noting', mark(2, 'Emmen'));
    await indexAnew('Assen', 'Hoogeveen');
    expect(await due()).toEqual(idsOf('Assen', 'Hoogeveen'));
  });

  test('is taken as it is also when that release runs beside this one and moved it on', async () => {
    await indexAnew('Assen', 'Emmen', 'Meppel');
    await store.done('noting', mark(1, 'Assen'));
    await db.updateTable('reactions.checkpoint').set({ ordinal: 2 }).execute();
    expect(await due()).toEqual(idsOf('Meppel'));
  });
});

/** Waits until so many sessions wait for the index. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM pg_locks
      WHERE NOT granted AND relation = 'views.entry'::regclass`.execute(db);
    if ((rows[0]?.count ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
