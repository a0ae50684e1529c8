import { chooseStore } from '#jobs/backend';
import { Jobs } from '#jobs/jobs';
import { shardCount } from '#views/database/shard-count';
import { type ShardJob, shardQueue } from '#views/engine/worker';
import type { Scene } from './scene.ts';

const NUDGES = 80;

/** Many jobs for nothing: twice and three times, in any order, for shards with and without news, under other keys. */
export async function nudgeAtRandom({ product, dice }: Scene): Promise<void> {
  const { databaseUrl, redisUrl } = product;
  // What goes wrong with a nudge is the store's to tell, and the sweep's to make good.
  const jobs = new Jobs(chooseStore({ databaseUrl, redisUrl }), () => undefined);
  const queue = jobs.queue<ShardJob>(shardQueue);
  const nudges = Array.from({ length: NUDGES }, (_, number) => {
    const shard = dice.whole(0, shardCount - 1);
    return queue.nudge(dice.isSo(0.5) ? `shard-${shard}` : `again-${number}`, { shard });
  });
  await Promise.allSettled(nudges);
  await jobs.close();
}
