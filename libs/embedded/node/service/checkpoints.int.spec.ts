import { EventStoreDBClient, eventTypeFilter, jsonEvent, type Position } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startEngines, type TestEngines } from '../../testing/engines.ts';
import { newStream, noted, numbers } from '../../testing/notes.ts';

let engines: TestEngines;
let client: EventStoreDBClient;
beforeAll(async () => {
  engines = await startEngines();
  client = EventStoreDBClient.connectionString(engines.node.connectionString);
}, 60_000);
afterAll(async () => {
  await client.dispose();
  await engines.stop();
});

/** @returns the place after it. */
async function write(event: ReturnType<typeof jsonEvent>): Promise<Position> {
  const { position } = await client.appendToStream(newStream(), event);
  if (position === undefined) throw new Error('an append has a position');
  return position;
}

async function writeOthers(count: number): Promise<bigint[]> {
  const positions: bigint[] = [];
  for (let n = 0; n < count; n += 1) positions.push((await write(noted(n))).commit);
  return positions;
}

describe('a filter with a window of 10 events and a checkpoint for every 2 of them', () => {
  test.each(['what is there', 'what comes'])(
    'tells of 45 events in %s the places of the 20th and the 40th',
    async (where) => {
      const kind = newStream('kind');
      const fromPosition = await write(noted(0));
      const before = where === 'what is there' ? await writeOthers(45) : [];
      const told: bigint[] = [];
      const filter = eventTypeFilter({
        prefixes: [kind],
        maxSearchWindow: 10,
        checkpointInterval: 2,
        checkpointReached: (_, { commit }) => void told.push(commit),
      });
      const subscription = client.subscribeToAll({ fromPosition, filter });
      const live = new Promise((resolve) => subscription.once('caughtUp', resolve));
      const last = numbers(subscription, 1);
      await live;
      const positions = where === 'what is there' ? before : await writeOthers(45);
      await write(jsonEvent({ type: kind, data: { n: 46 } }));
      expect(await last).toEqual([46]);
      expect(told).toEqual([positions[19], positions[39]]);
      await subscription.unsubscribe();
    },
  );
});
