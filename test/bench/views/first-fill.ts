import { encodePosition } from '#views/query/position-token';
import { type Child, nextMessage, numberIn, scriptBeside, startChild } from '../child.ts';
import { Peaks } from '../peaks.ts';
import type { Environment } from './environment.ts';

/** The longest that folding the largest log may take. */
const PATIENCE_MS = 3_600_000;

/** Starts a worker in a process of its own; the jobs wait on PostgreSQL unless `env` says otherwise. */
export function startWorker(
  { node, databaseUrl }: Pick<Environment, 'node' | 'databaseUrl'>,
  env: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const places = { BENCH_LOG: node.connectionString, BENCH_DATABASE: databaseUrl };
  return startChild(scriptBeside(import.meta.url, 'folding-worker'), { ...places, ...env });
}

/** Stops it in order, and says so when it met trouble. */
export async function stopWorker(worker: Child): Promise<void> {
  worker.process.send({ stop: true });
  const troubles = numberIn(await nextMessage(worker.process), 'troubles');
  if (troubles > 0) process.stderr.write(`The worker met trouble ${troubles} times.\n`);
  await worker.stop();
}

/** Waits until the rows hold everything up to that position of the log. */
export async function caughtUp({ views, log }: Pick<Environment, 'views' | 'log'>, position: bigint): Promise<void> {
  const minPosition = encodePosition(log.id, position);
  await views.basis({ minPosition, waitMs: PATIENCE_MS }, 'everything');
}

/** A worker meets a log of years and an empty database: events per second, and the most memory that it had, in MiB. */
export async function measureFirstFill(environment: Environment): Promise<{ perSecond: number; peak: number }> {
  const began = performance.now();
  const worker = await startWorker(environment);
  const peaks = new Peaks(worker.process.pid ?? 0);
  await caughtUp(environment, environment.filled.position);
  const perSecond = (environment.filled.events * 1000) / (performance.now() - began);
  const { peak } = peaks.stop();
  await stopWorker(worker);
  return { perSecond, peak };
}
