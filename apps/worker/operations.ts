import type { Logger } from 'pino';
import { Gauge } from 'prom-client';
import type { CanaryLog } from '#jobs/canary';
import type { Jobs } from '#jobs/jobs';
import type { Log } from '#log/log';
import type { Settings } from '#log/settings';
import { databaseAnswers, jobsComeThrough, logAnswers } from '#operations/checks';
import type { ClockWatch } from '#operations/clock-watch';
import { clockFigures, queueFigures, viewFigures } from '#operations/figures';
import { type Check, passes, Readiness } from '#operations/health';
import { type OperationsServer, serveOperations } from '#operations/http';
import type { Metrics } from '#operations/metrics';
import { reactionQueue } from '#reactions/reactions';
import { advanceQueue, type Folding } from '#views/engine/worker';
import type { Views } from '#views/views';
import { Periodic } from './periodic.ts';

/** Between two canaries, in milliseconds. */
const canaryEvery = 5_000;

export interface OperationsParts {
  readonly settings: Pick<Settings, 'workerHost' | 'workerPort'>;
  readonly log: Log;
  readonly views: Views;
  readonly folding: Folding;
  readonly jobs: Jobs;
  readonly canaries: CanaryLog;
  readonly metrics: Metrics;
  /** Its clock beside that of the node; watched from start to stop. */
  readonly clock: ClockWatch;
  readonly logger: Logger;
}

/** What makes this worker's doings visible: its small HTTP server, its canaries, and its clock beside that of the node. */
export class Operations {
  private readonly canaries: Periodic;
  private readonly readiness: Readiness;
  private server: OperationsServer | undefined;

  constructor(private readonly parts: OperationsParts) {
    const { log, views, folding, jobs, canaries, metrics, clock, logger } = parts;
    this.canaries = new Periodic(
      canaryEvery,
      () => jobs.sendCanaries(),
      (error) => logger.warn({ error: error.message }, 'a canary could not be sent'),
    );
    this.readiness = new Readiness({
      log: logAnswers(log, views),
      database: databaseAnswers(views),
      dispatcher: followsWhenItLeads(folding, log),
      jobs: jobsComeThrough(jobs, canaries),
      clock: async () => clock.finding,
    });
    viewFigures(metrics, { log, views });
    queueFigures(metrics, { jobs, canaries, queues: [advanceQueue, reactionQueue] });
    clockFigures(metrics, clock);
    dispatcherFigures(metrics, folding, log);
  }

  /** Resolves with the address at which it can be asked. */
  async start(): Promise<string> {
    const { settings, metrics } = this.parts;
    const { workerHost: host, workerPort: port } = settings;
    this.server = await serveOperations({ host, port, metrics, readiness: this.readiness });
    this.parts.clock.start();
    return this.server.url;
  }

  /** From here on the queues are worked on. */
  sendCanaries(): void {
    this.canaries.start();
  }

  async stop(): Promise<void> {
    this.parts.clock.stop();
    await Promise.all([this.canaries.stop(), this.server?.close()]);
  }
}

/** Of several workers one leads; that one must have the log's subscription. */
function followsWhenItLeads(folding: Folding, log: Log): Check {
  return async () => {
    const { leads } = folding;
    const isFollowing = log.subscription()?.state === 'following';
    return leads && !isFollowing ? { status: 'fail', code: 'not-following', leads } : { ...passes, leads };
  };
}

function dispatcherFigures({ registry }: Metrics, folding: Folding, log: Log): void {
  const registers = [registry];
  new Gauge({
    name: 'samenspel_dispatcher_leads',
    help: '1 in the worker that follows the log for all',
    registers,
    collect() {
      this.set(folding.leads ? 1 : 0);
    },
  });
  new Gauge({
    name: 'samenspel_subscription_drops',
    help: 'How often the subscription to the log was dropped and taken up again since this worker leads',
    registers,
    collect() {
      this.set(log.subscription()?.drops ?? 0);
    },
  });
}
