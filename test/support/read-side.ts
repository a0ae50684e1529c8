import { startEngines } from '#embedded/testing/engines';
import { chooseStore } from '#jobs/backend';
import { Jobs } from '#jobs/jobs';
import { Log } from '#log/log';
import type { ViewRegistry } from '#views/engine/registry';
import { Folding } from '#views/engine/worker';
import { encodePosition } from '#views/query/position-token';
import { Views } from '#views/views';
import { draftOf, type Told } from './events.ts';

/** The views of a log, kept up to date by workers in the same process. */
export interface ReadSide {
  readonly log: Log;
  readonly views: Views;
  readonly jobs: Jobs;
  /** What went wrong beside the answers: broken connections, failed jobs. */
  readonly troubles: string[];
  /** Records events in this order, and gives the token of the last one. */
  record(events: readonly Told[]): Promise<string>;
  /** Starts a worker; may be called more than once. */
  startFolding(): Promise<Folding>;
  stop(): Promise<void>;
}

export interface ReadSideOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  readonly redisUrl?: string | undefined;
  /** The views and their folds; those of this release when left out. */
  readonly registry?: ViewRegistry | undefined;
}

/** The read side of a log that is there already; no worker runs yet. */
export async function readSideOf({ databaseUrl, log, redisUrl, registry }: ReadSideOptions): Promise<ReadSide> {
  const troubles: string[] = [];
  const onTrouble = (what: string, error: Error) => {
    troubles.push(`${what}: ${error.message}`);
  };
  const told = (error: Error) => onTrouble('views', error);
  const views = await Views.open({ databaseUrl, log, onTrouble: told, ...(registry && { registry }) });
  const jobs = new Jobs(chooseStore({ databaseUrl, redisUrl }), onTrouble);
  const foldings: Folding[] = [];
  return {
    log,
    views,
    jobs,
    troubles,
    record: recorderOn(log),
    startFolding: async () => {
      const folding = new Folding({ views, databaseUrl, log, jobs, onTrouble });
      foldings.push(folding);
      await folding.start((error) => onTrouble('failed', error));
      return folding;
    },
    stop: async () => {
      await Promise.all(foldings.map((folding) => folding.stop()));
      await jobs.close();
      await views.close();
    },
  };
}

/** The read side on engines of its own; no worker runs yet. */
export async function startReadSide(
  options: Omit<ReadSideOptions, 'databaseUrl' | 'log'> & { readonly purpose?: 'production' | 'example' } = {},
): Promise<ReadSide & { databaseUrl: string }> {
  const engines = await startEngines();
  const now = () => '2025-01-01T00:00:00.000Z';
  const log = await Log.connect(engines.node.connectionString, { purpose: options.purpose ?? 'example', now });
  const databaseUrl = engines.postgres.connectionString();
  const side = await readSideOf({ databaseUrl, log, ...options });
  return {
    ...side,
    databaseUrl,
    stop: async () => {
      await side.stop();
      await log.close();
      await engines.stop();
    },
  };
}

function recorderOn(log: Log): ReadSide['record'] {
  const revisions = new Map<string, number>();
  return async (events) => {
    let position = 0n;
    for (const event of events) {
      const revision = revisions.get(event.stream) ?? -1;
      const appended = await log.append(event.stream, revision, [draftOf(event, log.id)]);
      if (appended.outcome !== 'appended') throw new Error(`Not appended: ${appended.outcome}`);
      revisions.set(event.stream, appended.revision);
      position = appended.position;
    }
    return encodePosition(log.id, position);
  };
}
