import { hasRedis, startRedis } from '../support/redis.ts';
import { publish } from './figures.ts';
import { measureAsking } from './views/asking.ts';
import { type Environment, startEnvironment } from './views/environment.ts';
import { measureFirstFill } from './views/first-fill.ts';
import { measureLive } from './views/live.ts';
import { figuresOf, goalsOf, type OfLog, ratiosOf } from './views/outcome.ts';
import { measureRebuild, passOver } from './views/rebuild.ts';
import { FULL, QUICK } from './views/size.ts';
import { versionsPerTrajectory } from './views/versions.ts';

const size = process.argv.includes('--quick') ? QUICK : FULL;

/** The views: followed live on each backend of jobs, made again, and asked, on a small and on a large log. */
async function main(): Promise<void> {
  const { small, rebuilt, live } = await onSmallLog();
  const { large, rebuiltLarge } = await onLargeLog();
  const measured = { live, rebuilt, rebuiltLarge, small, large };
  const ratios = ratiosOf(measured);
  publish('views', figuresOf(measured), goalsOf(measured, ratios), ratios);
  // The client keeps its pending calls of the whole process, and so the process, alive for a while.
  process.exit(0);
}

async function onSmallLog() {
  const environment = await startEnvironment(size, size.small);
  try {
    const first = await measureFirstFill(environment);
    const rebuilt = await measureRebuild(environment);
    const small = await ofLog(environment, first);
    return { small, rebuilt, live: await live(environment) };
  } finally {
    await environment.stop();
  }
}

async function onLargeLog() {
  const environment = await startEnvironment(size, size.large);
  try {
    const first = await measureFirstFill(environment);
    const rebuiltLarge = { read: await passOver(environment, 'read'), all: await passOver(environment, 'all') };
    return { rebuiltLarge, large: await ofLog(environment, first) };
  } finally {
    await environment.stop();
  }
}

async function ofLog(environment: Environment, first: OfLog['first']): Promise<OfLog> {
  const { events, seconds } = environment.filled;
  const trajectories = environment.trajectories.length;
  const versions = await versionsPerTrajectory(environment);
  return { events, trajectories, versions, fillSeconds: seconds, first, asked: await measureAsking(environment) };
}

async function live(environment: Environment) {
  if (!hasRedis()) {
    process.stderr.write('The jobs on Redis are left out, because this machine has no redis-server.\n');
    return measureLive(environment, { postgres: {}, redis: null });
  }
  const redis = await startRedis(environment.folder);
  try {
    return await measureLive(environment, { postgres: {}, redis: { BENCH_REDIS: redis.url } });
  } finally {
    await redis.kill();
  }
}

await main();
