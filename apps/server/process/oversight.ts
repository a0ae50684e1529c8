import type { Logger } from 'pino';
import { type JobStore } from '#jobs/backend';
import { CanaryLog, type CanarySchema } from '#jobs/canary';
import { Jobs } from '#jobs/jobs';
import { openDatabase } from '#log/database';
import type { Log } from '#log/log';
import { databaseAnswers, logAnswers, viewsCanBeRead } from '#operations/checks';
import { ClockWatch } from '#operations/clock-watch';
import { Readiness } from '#operations/health';
import type { Views } from '#views/views';

/** What this server needs to tell how it and the jobs are doing. It works on no queue itself. */
export interface Oversight {
  readonly readiness: Readiness;
  readonly clock: ClockWatch;
  readonly jobs: Jobs;
  readonly canaries: CanaryLog;
  close(): Promise<void>;
}

export interface Overseen {
  readonly databaseUrl: string;
  readonly store: JobStore;
  readonly log: Log;
  readonly views: Views;
}

/** Begins to look after these parts. */
export async function oversee({ databaseUrl, store, log, views }: Overseen, logger: Logger): Promise<Oversight> {
  const noted = openDatabase<CanarySchema>(
    databaseUrl,
    (error) => logger.warn({ error: error.message }, 'a database connection was lost'),
    1,
  );
  const canaries = await CanaryLog.open(noted);
  const jobs = new Jobs(store, (what, error) => logger.warn({ what, error: error.message }, 'will try again'));
  const clock = new ClockWatch(log, (offset, isOff) =>
    isOff
      ? logger.error(offset, 'the clock is too far from the clock of the log: this server is not ready')
      : logger.info(offset, 'the clock is together with the clock of the log again'),
  );
  clock.start();
  const readiness = new Readiness({
    log: logAnswers(log, views),
    database: databaseAnswers(views),
    views: viewsCanBeRead(views),
    clock: async () => clock.finding,
  });
  return {
    readiness,
    clock,
    jobs,
    canaries,
    close: async () => {
      clock.stop();
      await jobs.close();
      await noted.destroy();
    },
  };
}
