import { chooseStore } from '#jobs/backend';
import { CanaryLog, type CanarySchema } from '#jobs/canary';
import { Jobs, type OnTrouble } from '#jobs/jobs';
import { openDatabase } from '#log/database';
import type { Settings } from '#log/settings';
import { jobCounters } from '#operations/figures';
import { Metrics } from '#operations/metrics';

/** The jobs of this worker, counted, and with a note of every canary that came through. */
export interface WatchedJobs {
  readonly jobs: Jobs;
  readonly canaries: CanaryLog;
  readonly metrics: Metrics;
  /** Closes where the canaries are noted, after the jobs were closed. */
  close(): Promise<void>;
}

const noteConnections = 2;

export async function openWatchedJobs(
  settings: Pick<Settings, 'databaseUrl' | 'redisUrl'>,
  onTrouble: OnTrouble,
): Promise<WatchedJobs> {
  const metrics = new Metrics('worker');
  const store = chooseStore(settings);
  const noted = openDatabase<CanarySchema>(
    settings.databaseUrl,
    (error) => onTrouble('canaries', error),
    noteConnections,
  );
  const canaries = await CanaryLog.open(noted);
  const onCanary = (queue: string) => canaries.passed(queue, store.kind);
  const jobs = new Jobs(store, onTrouble, { ...jobCounters(metrics), onCanary });
  return { jobs, canaries, metrics, close: () => noted.destroy() };
}
