/** Reads the whole log and keeps nothing of it; a process of its own, so that its memory can be watched. */
import { EventStoreDBClient, START } from '@eventstore/db-client';

async function read(limit: number): Promise<{ events: number; seconds: number }> {
  const client = EventStoreDBClient.connectionString(process.env['BENCH_LOG'] ?? '');
  const began = performance.now();
  let events = 0;
  for await (const { event } of client.readAll({ fromPosition: START, maxCount: limit })) if (event) events += 1;
  return { events, seconds: (performance.now() - began) / 1000 };
}

process.on('message', (message: { read: number }) => {
  void read(message.read).then((told) => process.send?.(told));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
