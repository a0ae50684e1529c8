import type { JobStore } from './backend.ts';
import { type AnyQueue, type AnyWorker, connectQueue, connectWorker } from './connect.ts';

/** A job carries numbers and ids, never content. */
export type JobData = Readonly<Record<string, string | number>>;

/** A queue of one kind of job. */
export interface JobQueue<Data extends JobData> {
  /**
   * Asks for one more run of what `key` names. While a run is waiting this changes nothing; while one is active, one
   * more follows it. Rejects when the store is away: the caller goes on, the sweep finds what was not asked for.
   */
  nudge(key: string, data: Data): Promise<void>;
  /** Jobs that wait, are active or failed. */
  depth(): Promise<{ waiting: number; active: number; failed: number }>;
}

/** What went wrong beside a job: a connection, a dropped LISTEN. It is told, and the worker goes on by polling. */
export type OnTrouble = (what: string, error: Error) => void;

/**
 * The queues and workers of this process. BullMQ promises at least once, and two workers can hold one job after a lost
 * lock: every handler must be harmless when repeated.
 */
export class Jobs {
  private readonly queues: AnyQueue[] = [];
  private readonly workers: AnyWorker[] = [];

  constructor(
    private readonly store: JobStore,
    private readonly onTrouble: OnTrouble,
  ) {}

  /** Opens a queue. */
  queue<Data extends JobData>(name: string): JobQueue<Data> {
    const queue = connectQueue(this.store, name);
    queue.on('error', (error) => this.onTrouble(`queue ${name}`, error));
    this.queues.push(queue);
    return {
      nudge: async (key, data) => {
        await queue.add(name, data, { deduplication: { id: key, keepLastIfActive: true } });
      },
      depth: async () => {
        const counts = await queue.getJobCounts('waiting', 'active', 'failed');
        return { waiting: counts['waiting'] ?? 0, active: counts['active'] ?? 0, failed: counts['failed'] ?? 0 };
      },
    };
  }

  /** Starts a worker and waits until it consumes. A handler that throws fails its job; the next nudge tries again. */
  async work<Data extends JobData>(
    name: string,
    concurrency: number,
    handle: (data: Data) => Promise<void>,
  ): Promise<void> {
    const worker = connectWorker(this.store, name, (job) => handle(job.data), concurrency);
    worker.on('error', (error) => this.onTrouble(`worker ${name}`, error));
    worker.on('failed', (_job, error) => this.onTrouble(`job ${name}`, error));
    this.workers.push(worker);
    await worker.waitUntilReady();
  }

  /** Lets the jobs under way finish, then closes every connection. Safe to call twice. */
  async close(): Promise<void> {
    await Promise.allSettled(this.workers.splice(0).map((worker) => worker.close()));
    await Promise.allSettled(this.queues.splice(0).map((queue) => queue.close()));
  }
}
