import type { Logger } from 'pino';
import { UseCases } from '#commands/use-cases';
import type { Jobs } from '#jobs/jobs';
import { openDatabase } from '#log/database';
import { Log } from '#log/log';
import type { KeySchema } from '#log/protection/key-store';
import { openVault } from '#log/protection/open-vault';
import { Repository } from '#log/repository/repository';
import type { Settings } from '#log/settings';
import { ClockWatch } from '#operations/clock-watch';
import { fitClock } from '#operations/fit-clock';
import { Reactions } from '#reactions/reactions';
import { ReactionStore, type ReactionsSchema } from '#reactions/store';
import { ManagementReports } from '#reporting/management/reports';
import { ReportScheduler } from '#reporting/scheduler';
import { openViewsDatabase } from '#views/database/database';
import { Folding } from '#views/engine/worker';
import { Views } from '#views/views';
import { Operations } from './operations.ts';
import { Periodic } from './periodic.ts';
import { openWatchedJobs } from './watched-jobs.ts';

/** What the worker keeps going, and the connections that it stands on. */
export interface WorkerParts {
  readonly folding: Folding;
  readonly reactions: Reactions;
  /** Makes the reports that are due. */
  readonly reports: Periodic;
  readonly jobs: Jobs;
  readonly operations: Operations;
  /** Closes every connection, once nothing uses them any more. */
  disconnect(): Promise<void>;
}

const keyConnections = 2;
/** How late a scheduled report may come, in milliseconds. It is the same report, for it is as known at its due moment. */
const lookForReports = 10_000;

/**
 * Connects to the log, the database and the store of jobs. It waits for a log node that is not there yet; a part that
 * goes away afterwards is found again by its own client.
 */
export async function connectParts(settings: Settings, logger: Logger): Promise<WorkerParts> {
  const { databaseUrl } = settings;
  const onTrouble = (what: string, error: Error) => logger.warn({ what, error: error.message }, 'will try again');
  const log = await connectLog(settings, logger);
  const keys = openDatabase<KeySchema>(databaseUrl, (error) => onTrouble('keys', error), keyConnections);
  const vault = await openVault(keys, settings.data);
  const views = await Views.open({ databaseUrl, log, onTrouble: (error) => onTrouble('views', error) });
  const { db: checkpoints } = openViewsDatabase<ReactionsSchema>(
    databaseUrl,
    (error) => onTrouble('reactions', error),
    3,
  );
  const watched = await openWatchedJobs(settings, onTrouble);
  const { jobs } = watched;
  const clock = new ClockWatch(log, (offset, isOff) =>
    isOff
      ? logger.error(offset, 'the clock is too far from the clock of the log')
      : logger.info(offset, 'the clock is together with the clock of the log again'),
  );
  const mayRecord = fitClock(clock, ({ code }, isFit) =>
    isFit
      ? logger.info('reactions and reports go on: the clock is fit for recording by')
      : logger.info({ code }, 'no reactions and no reports until the clock is known to be right'),
  );
  const reactions = new Reactions({
    databaseUrl,
    purpose: log.purpose,
    store: new ReactionStore(checkpoints),
    loader: views.loader,
    useCases: new UseCases(new Repository(log, vault)),
    vault,
    jobs,
    mayRecord,
    onTrouble,
    onRefused: (refusal) => logger.warn(refusal, 'a command was refused to a reaction'),
  });
  const scheduler = await ReportScheduler.open({
    databaseUrl,
    views,
    reports: new ManagementReports(views),
    onIdleError: (error) => onTrouble('reports', error),
  });
  const folding = new Folding({ views, databaseUrl, log, jobs, onTrouble });
  return {
    operations: new Operations({ settings, log, views, folding, ...watched, clock, logger }),
    reports: new Periodic(
      lookForReports,
      // A report that is made before its moment is kept, without what was still to be recorded.
      async () => (mayRecord() ? scheduler.runDue() : []),
      (error) => onTrouble('reports', error),
    ),
    folding,
    reactions,
    jobs,
    disconnect: async () => {
      await scheduler.close();
      await views.close();
      await Promise.all([log.close(), keys.destroy(), checkpoints.destroy(), watched.close()]);
    },
  };
}

/** Waits for the node; says when the subscription is dropped, and when it lags. */
function connectLog({ logUrl, purpose }: Settings, logger: Logger): Promise<Log> {
  return Log.connect(logUrl, {
    purpose,
    now: () => new Date().toISOString(),
    onDropped: (error) => {
      const words = error instanceof Error ? error.message : String(error);
      logger.warn({ what: 'subscription', error: words }, 'will try again');
    },
    onLag: ({ events, seconds }, isOver) =>
      isOver
        ? logger.warn({ events, seconds }, 'the worker is behind the log')
        : logger.info({ events, seconds }, 'the worker has caught up with the log'),
  });
}
