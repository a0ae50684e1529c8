import { Log } from '#log/log';
import { RebuildError } from '#views/rebuild/errors';
import { Views } from '#views/views';
import { type EnginesAt, type WorkOptions, withEngines } from '../start/with-engines.ts';
import { CliError } from '../terminal/failure.ts';

/** The exit code when rows differ; the same as that of `verify`. */
export const DIFFERENT = 3;

/** What a piece of work on the views is given. */
export type WorkOnViews<T> = (views: Views, engines: EnginesAt, log: Log) => Promise<T>;

/**
 * Does a piece of work on the views of an installation, that runs or not.
 *
 * @throws CliError with the sentence of a RebuildError.
 */
export async function withViews<T>(data: string, work: WorkOnViews<T>, options: WorkOptions = {}): Promise<T> {
  return withEngines(data, (engines) => onViews(engines, work), options);
}

async function onViews<T>(engines: EnginesAt, work: WorkOnViews<T>): Promise<T> {
  const { logUrl, databaseUrl, purpose } = engines;
  const log = await Log.connect(logUrl, { purpose, now: () => new Date().toISOString() });
  try {
    const views = await Views.open({ databaseUrl, log });
    try {
      return await work(views, engines, log);
    } finally {
      await views.close();
    }
  } catch (error) {
    if (!(error instanceof RebuildError)) throw error;
    throw new CliError(error.sentence, error.code === 'different' ? DIFFERENT : 1, { cause: error });
  } finally {
    await log.close();
  }
}
