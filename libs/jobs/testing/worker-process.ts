import { Jobs } from '../jobs.ts';

/*
 * A worker in a process of its own, for tests that kill it: it takes jobs, tells its parent, and never finishes one.
 * Arguments: the store as JSON, the name of the queue.
 */
const [store = '', queue = ''] = process.argv.slice(2);
const jobs = new Jobs(JSON.parse(store), () => undefined);
process.on('disconnect', () => process.exit());
await jobs.work<{ shard: number }>(queue, 1, ({ shard }) => {
  process.send?.({ began: shard });
  return new Promise(() => undefined);
});
process.send?.({ ready: true });
