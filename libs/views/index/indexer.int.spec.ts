import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LoggedEvent } from '#log/contract/codec';
import { idOf, loggedOf } from '../../../test/support/events.ts';
import { type ReadSide, startReadSide } from '../../../test/support/read-side.ts';
import { on } from '../../../test/support/rows.ts';
import { indexStoreOf } from '../engine/worker.ts';
import { rebuildIndex } from '../rebuild/rebuild-index.ts';
import { addToIndex, type Head, openHead } from './indexer.ts';

let side: ReadSide;
let begin: Head;

beforeAll(async () => {
  side = await startReadSide();
}, 120_000);

afterAll(async () => {
  await side.stop();
}, 30_000);

beforeEach(async () => {
  await openHead(side.views.db, side.log);
  await rebuildIndex(side.views);
  begin = await openHead(side.views.db, side.log);
});

/** An event at that place of the log; its name tells one from another. */
function eventAt(position: number, name = `${position}`): LoggedEvent {
  const told = on('2026-01-10', { type: 'trajectory.started.v1', data: {} }, `trajectory:${idOf('trajectory')}`);
  return loggedOf({ ...told, id: idOf(`indexed ${name}`) }, { revision: position, position: BigInt(position) });
}

const add = (after: Head, ...events: LoggedEvent[]) => addToIndex(indexStoreOf(side.views), after, events);

async function indexed(): Promise<{ ordinal: number; event: string }[]> {
  return side.views.db.selectFrom('views.entry').select(['ordinal', 'event']).orderBy('ordinal').execute();
}

describe('a batch of events', () => {
  test('that follows the head is in the index, numbered, and the head is where the last of it is', async () => {
    const first = await add(begin, eventAt(3), eventAt(7));
    expect(first?.head).toMatchObject({ ordinal: 2, position: 7n, effectiveAt: '2026-01-10T10:00:00.000Z' });
    const second = await add(first?.head ?? begin, eventAt(8));
    expect(await indexed()).toEqual([
      { ordinal: 1, event: idOf('indexed 3') },
      { ordinal: 2, event: idOf('indexed 7') },
      { ordinal: 3, event: idOf('indexed 8') },
    ]);
    expect(await side.views.head()).toEqual(second?.head);
  });

  test('is told to who listens', async () => {
    const { changes } = side.views;
    const heard = changes.count;
    await add(begin, eventAt(1));
    await changes.next(heard, 5_000);
    expect(changes.count).toBeGreaterThan(heard);
  });

  test('that another dispatcher added meanwhile is added once, and the head stays where that one left it', async () => {
    const other = await add(begin, eventAt(1), eventAt(2));
    expect(await add(begin, eventAt(1))).toBeUndefined();
    expect(await indexed()).toHaveLength(2);
    expect(await side.views.head()).toEqual(other?.head);
  });

  test('is not added to an index that was emptied meanwhile', async () => {
    const before = await add(begin, eventAt(1));
    await rebuildIndex(side.views);
    expect(await add(before?.head ?? begin, eventAt(2))).toBeUndefined();
    expect(await indexed()).toEqual([]);
    expect(await side.views.head()).toEqual(begin);
  });

  test('of which one cannot be added, is not added at all, and the next is', async () => {
    const before = await add(begin, eventAt(1, 'twice'));
    const head = before?.head ?? begin;
    await expect(add(head, eventAt(2), eventAt(3, 'twice'))).rejects.toThrow(/duplicate key/);
    expect(await indexed()).toHaveLength(1);
    expect(await side.views.head()).toEqual(head);
    await add(head, eventAt(2));
    expect(await indexed()).toHaveLength(2);
  });

  test('of two dispatchers that add at the same time, one adds and the other begins anew', async () => {
    const both = await Promise.all([add(begin, eventAt(1), eventAt(2)), add(begin, eventAt(1), eventAt(2))]);
    expect(both.filter((added) => added === undefined)).toHaveLength(1);
    expect(await indexed()).toHaveLength(2);
  });
});
