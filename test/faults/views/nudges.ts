import { chooseStore } from '#jobs/backend';
import { Jobs } from '#jobs/jobs';
import { type AdvanceJob, advanceParts, advanceQueue } from '#views/engine/worker';
import type { Scene } from './scene.ts';

const NUDGES = 80;

/** Many jobs for nothing: twice and three times, in any order, for parts that somebody is called to and others, under other keys. */
export async function nudgeAtRandom({ product, dice }: Scene): Promise<void> {
  const { databaseUrl, redisUrl } = product;
  // What goes wrong with a nudge is the store's to tell, and the sweep's to make good.
  const jobs = new Jobs(chooseStore({ databaseUrl, redisUrl }), () => undefined);
  const queue = jobs.queue<AdvanceJob>(advanceQueue);
  const nudges = Array.from({ length: NUDGES }, (_, number) => {
    const part = dice.whole(0, advanceParts - 1);
    return queue.nudge(dice.isSo(0.5) ? `part-${part}` : `again-${number}`, { part });
  });
  await Promise.allSettled(nudges);
  await jobs.close();
}
