import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { chooseStore } from '#jobs/backend';
import { Jobs } from '#jobs/jobs';
import { Log } from '#log/log';
import { Folding } from '#views/engine/worker';
import { encodePosition } from '#views/query/position-token';
import { Views } from '#views/views';
import { draftOf, type Told } from './events.ts';

/** Real engines, a log and its views, kept up to date by a worker in the same process. */
export interface ReadSide {
  readonly engines: TestEngines;
  readonly log: Log;
  readonly views: Views;
  readonly jobs: Jobs;
  readonly troubles: string[];
  /** Records events in this order, and gives the token of the last one. */
  record(events: readonly Told[]): Promise<string>;
  startFolding(): Promise<Folding>;
  stop(): Promise<void>;
}

/** Starts everything but the worker. */
export async function startReadSide(options: { redisUrl?: string } = {}): Promise<ReadSide> {
  const engines = await startEngines();
  const log = await Log.connect(engines.node.connectionString, {
    purpose: 'example',
    now: () => '2025-01-01T00:00:00.000Z',
  });
  const databaseUrl = engines.postgres.connectionString();
  const views = await Views.open({ databaseUrl, log });
  const troubles: string[] = [];
  const jobs = new Jobs(chooseStore({ databaseUrl, redisUrl: options.redisUrl }), (what, error) => {
    troubles.push(`${what}: ${error.message}`);
  });
  const foldings: Folding[] = [];
  const revisions = new Map<string, number>();
  return {
    engines,
    log,
    views,
    jobs,
    troubles,
    record: async (events) => {
      let position = 0n;
      for (const event of events) {
        const revision = revisions.get(event.stream) ?? -1;
        const appended = await log.append(event.stream, revision, [draftOf(event, log.id)]);
        if (appended.outcome !== 'appended') throw new Error(`Not appended: ${appended.outcome}`);
        revisions.set(event.stream, appended.revision);
        position = appended.position;
      }
      return encodePosition(log.id, position);
    },
    startFolding: async () => {
      const folding = new Folding({
        views,
        databaseUrl,
        log,
        jobs,
        onTrouble: (what, error) => troubles.push(`${what}: ${error.message}`),
      });
      foldings.push(folding);
      await folding.start((error) => troubles.push(`failed: ${error.message}`));
      return folding;
    },
    stop: async () => {
      await Promise.all(foldings.map((folding) => folding.stop()));
      await jobs.close();
      await views.close();
      await log.close();
      await engines.stop();
    },
  };
}
