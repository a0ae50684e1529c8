import { hasRedis } from '../../support/redis.ts';
import { faultOptionsOrEnd } from '../options.ts';
import { print, progressBar } from '../report.ts';
import { faultyRounds } from './rounds.ts';
import type { JobBackend } from './whole-product.ts';

const {
  times: rounds,
  seed,
  chosen,
} = faultOptionsOrEnd<JobBackend>({ times: 'rounds', usually: 100, choose: 'jobs', among: ['postgres', 'redis'] });

/** A share of the rounds on each backend, unless one is asked for. */
function backends(): readonly JobBackend[] {
  if (chosen !== undefined) return chosen;
  if (hasRedis()) return ['postgres', 'redis'];
  process.stdout.write('Left out: the jobs on Redis, because this machine has no redis-server.\n');
  return ['postgres'];
}

async function main(): Promise<void> {
  const all = backends();
  let breaches = 0;
  for (const jobs of all) {
    const share = Math.ceil(rounds / all.length);
    process.stdout.write(`npm run test:faults -- views --seed ${seed} --rounds ${share} --jobs ${jobs}\n`);
    const bar = progressBar(`jobs on ${jobs}`);
    const began = performance.now();
    const verdict = await faultyRounds({ jobs, rounds: share, seed, progress: bar.update });
    bar.stop();
    print(verdict, performance.now() - began);
    breaches += verdict.breaches.length;
  }
  process.stdout.write(breaches === 0 ? 'The views kept their promises.\n' : `${breaches} breaches, seed ${seed}.\n`);
  process.exit(breaches === 0 ? 0 : 1);
}

// Ctrl-C ends with an exit of our own, at which the engines are stopped; the other parts end with their parent.
process.once('SIGINT', () => process.exit(130));

await main();
