import { hasRedis, startRedis } from '../support/redis.ts';
import { publish } from './figures.ts';
import { measureAsking } from './views/asking.ts';
import { type Environment, startEnvironment } from './views/environment.ts';
import { measureFirstFill } from './views/first-fill.ts';
import { measureLive } from './views/live.ts';
import { figuresOf, goalsOf, type Measured, type OfLog, ratiosOf } from './views/outcome.ts';
import { chosenParts } from './views/parts.ts';
import { measureRebuild, passOver } from './views/rebuild.ts';
import { FULL, QUICK } from './views/size.ts';
import { versionsPerTrajectory } from './views/versions.ts';

const size = process.argv.includes('--quick') ? QUICK : FULL;

function partsOrEnd(): ReadonlySet<string> {
  try {
    return chosenParts(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(2);
  }
}

/**
 * The views: followed live on each backend of jobs, made again, and asked, on a small and on a large log. All of it takes
 * the better part of an hour; `--only` takes a part, and gives the goals of that part.
 */
async function main(): Promise<void> {
  const parts = partsOrEnd();
  const ofSmall = parts.size > 1 || !parts.has('large') ? await onSmallLog(parts) : {};
  const measured: Measured = { ...ofSmall, ...(parts.has('large') && (await onLargeLog())) };
  const ratios = ratiosOf(measured);
  publish('views', figuresOf(measured), goalsOf(measured, ratios), ratios);
  // The client keeps its pending calls of the whole process, and so the process, alive for a while.
  process.exit(0);
}

async function onSmallLog(parts: ReadonlySet<string>): Promise<Measured> {
  const environment = await startEnvironment(size, size.small);
  try {
    const first = await told('first fill', () => measureFirstFill(environment));
    const rebuilt = parts.has('rebuild') && (await told('rebuild', () => measureRebuild(environment)));
    const small = await ofLog(environment, first, parts.has('asked'));
    const followed = parts.has('live') && (await told('live', () => live(environment)));
    return { small, ...(rebuilt && { rebuilt }), ...(followed && { live: followed }) };
  } finally {
    await environment.stop();
  }
}

async function onLargeLog(): Promise<Measured> {
  const environment = await startEnvironment(size, size.large);
  try {
    const first = await told('first fill, large', () => measureFirstFill(environment));
    const rebuiltLarge = {
      read: await passOver(environment, 'read'),
      all: await told('rebuild, large', () => passOver(environment, 'all')),
    };
    return { rebuiltLarge, large: await ofLog(environment, first, true) };
  } finally {
    await environment.stop();
  }
}

async function ofLog(environment: Environment, first: OfLog['first'], withQuestions: boolean): Promise<OfLog> {
  const { events, seconds } = environment.filled;
  const trajectories = environment.trajectories.length;
  const versions = await versionsPerTrajectory(environment);
  const asked = withQuestions && (await told('questions', () => measureAsking(environment)));
  return { events, trajectories, versions, fillSeconds: seconds, first, ...(asked && { asked }) };
}

/** Says on the side how long a part took: the whole takes long enough to wonder. */
async function told<T>(part: string, measure: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const outcome = await measure();
  process.stderr.write(`  ${part}: ${Math.round((performance.now() - began) / 1000)} s\n`);
  return outcome;
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
