/* Emmett's command handler on the log that BENCH_LOG names, in a process of its own: `{ writers, span }` → `{ rate }`. */
import { randomUUID } from 'node:crypto';
import { CommandHandler } from '@event-driven-io/emmett';
import { getEventStoreDBEventStore } from '@event-driven-io/emmett-esdb';
import { EventStoreDBClient } from '@eventstore/db-client';

const STREAM_LENGTH = 100;
const { type, data, metadata } = JSON.parse(process.env.BENCH_EVENT);
const store = getEventStoreDBEventStore(EventStoreDBClient.connectionString(process.env.BENCH_LOG));
const handle = CommandHandler({ evolve: (count) => count + 1, initialState: () => 0 });

async function write(end) {
  let done = 0;
  for (let stream = '', length = STREAM_LENGTH; performance.now() < end; done += 1, length += 1) {
    if (length === STREAM_LENGTH) [stream, length] = [`emmett-${randomUUID()}`, 0];
    await handle(store, stream, () => ({ type, data, metadata }));
  }
  return done;
}

process.on('message', async ({ writers, span }) => {
  const began = performance.now();
  const done = await Promise.all(Array.from({ length: writers }, () => write(began + span)));
  const seconds = (performance.now() - began) / 1000;
  process.send({ rate: done.reduce((sum, count) => sum + count, 0) / seconds });
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
