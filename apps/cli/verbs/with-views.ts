import { Log } from '#log/log';
import { RebuildError } from '#views/rebuild/errors';
import { Views } from '#views/views';
import { type EnginesAt, withEngines } from '../start/with-engines.ts';
import { CliError } from '../terminal/failure.ts';

/** The exit code when rows differ; the same as that of `verify`. */
export const DIFFERENT = 3;

/**
 * Does a piece of work on the views of an installation, that runs or not.
 *
 * @throws CliError with the sentence of a RebuildError.
 */
export async function withViews<T>(data: string, work: (views: Views, engines: EnginesAt) => Promise<T>): Promise<T> {
  return withEngines(data, async (engines) => {
    const { logUrl, databaseUrl } = engines;
    const log = await Log.connect(logUrl, { purpose: 'production', now: () => new Date().toISOString() });
    try {
      const views = await Views.open({ databaseUrl, log });
      try {
        return await work(views, engines);
      } finally {
        await views.close();
      }
    } catch (error) {
      if (!(error instanceof RebuildError)) throw error;
      throw new CliError(error.sentence, error.code === 'different' ? DIFFERENT : 1, { cause: error });
    } finally {
      await log.close();
    }
  });
}
