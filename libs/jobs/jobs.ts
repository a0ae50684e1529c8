import { BackOff } from '#log/patience';
import type { JobStore } from './backend.ts';
import { closeAll, UnderWay } from './closing.ts';
import { type AnyQueue, type AnyWorker, connectQueue, connectWorker } from './connect.ts';

/** Between two tries to begin to work, in milliseconds. */
const betweenTries = { first: 100, most: 2_000 } as const;

/** The name by which a canary is told from a job that does something. */
const canaryName = 'canary';

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

/** What happens to the jobs of this process, for who watches over it. None of these may throw. */
export interface JobsWitness {
  /** A job was done, or failed, after that many seconds. */
  readonly onDone?: (queue: string, seconds: number, failed: boolean) => void;
  /** A canary came through: whatever comes after it in that queue is taken, too. Its job ends when this has. */
  readonly onCanary?: (queue: string) => Promise<void>;
}

/**
 * The queues and workers of this process. BullMQ promises at least once, and two workers can hold one job after a lost
 * lock: every handler must be harmless when repeated.
 */
export class Jobs {
  private readonly queues = new Map<string, AnyQueue>();
  private readonly workers = new Set<{ readonly name: string; readonly worker: AnyWorker }>();
  private readonly underWay = new UnderWay();
  private readonly ending = new AbortController();
  /** Once it is there, nothing is opened any more. */
  private closing: Promise<void> | undefined;

  constructor(
    private readonly store: JobStore,
    private readonly onTrouble: OnTrouble,
    private readonly witness: JobsWitness = {},
  ) {}

  /** Where they are kept. */
  get kind(): JobStore['kind'] {
    return this.store.kind;
  }

  /** The queues that this process works on. */
  get worked(): readonly string[] {
    return [...new Set([...this.workers].map(({ name }) => name))];
  }

  /** Opens a queue; the same one when it is open already. */
  queue<Data extends JobData>(name: string): JobQueue<Data> {
    this.opened(name);
    return {
      nudge: async (key, data) => {
        await this.opened(name).add(name, data, { deduplication: { id: key, keepLastIfActive: true } });
      },
      depth: async () => {
        const counts = await this.opened(name).getJobCounts('wait', 'prioritized', 'active', 'failed');
        const waiting = (counts['wait'] ?? 0) + (counts['prioritized'] ?? 0);
        return { waiting, active: counts['active'] ?? 0, failed: counts['failed'] ?? 0 };
      },
    };
  }

  /**
   * Starts a worker and waits until it consumes. A handler that throws fails its job; the next nudge tries again.
   *
   * @throws when the store cannot be reached, or everything was closed; nothing was started then.
   */
  async work<Data extends JobData>(
    name: string,
    concurrency: number,
    handle: (data: Data) => Promise<void>,
  ): Promise<void> {
    this.assertOpen();
    const { onCanary = async () => undefined, onDone = () => undefined } = this.witness;
    const worker = connectWorker(this.store, name, concurrency, async (job) => {
      if (job.name === canaryName) return onCanary(name);
      const began = performance.now();
      let failed = true;
      try {
        await this.underWay.during(handle(job.data));
        failed = false;
      } finally {
        onDone(name, (performance.now() - began) / 1_000, failed);
      }
    });
    worker.on('error', (error) => this.onTrouble(`worker ${name}`, error));
    worker.on('failed', (_job, error) => this.onTrouble(`job ${name}`, error));
    const own = { name, worker };
    this.workers.add(own);
    try {
      await worker.waitUntilReady();
    } catch (error) {
      this.workers.delete(own);
      await worker.close();
      throw error;
    }
    worker.run().catch((error: Error) => this.onTrouble(`worker ${name}`, error));
  }

  /**
   * As `work`, for who has other things to do than to wait for a store that is away: it is tried again until that is there,
   * or everything is closed. What stands in the way is told.
   */
  async workOnceThere<Data extends JobData>(
    name: string,
    concurrency: number,
    handle: (data: Data) => Promise<void>,
  ): Promise<void> {
    const backOff = new BackOff(betweenTries);
    while (!this.closing) {
      try {
        return await this.work(name, concurrency, handle);
      } catch (error) {
        if (!this.closing) this.onTrouble(`worker ${name}`, error instanceof Error ? error : new Error(String(error)));
        await backOff.wait(this.ending.signal);
      }
    }
  }

  /**
   * Sends a canary through every queue that this process works on. It waits its turn like any job, so that it comes
   * through only when the others do. One that is still on its way is not sent again.
   *
   * @throws AggregateError when a store does not take it.
   */
  async sendCanaries(): Promise<void> {
    const sent = await Promise.allSettled(
      this.worked.map(async (name) => this.opened(name).add(canaryName, {}, { deduplication: { id: canaryName } })),
    );
    const failed = sent.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    if (failed.length > 0) throw new AggregateError(failed, 'A canary could not be sent');
  }

  /**
   * Lets the jobs under way finish, then closes every connection; a store that is away holds that up for two seconds at
   * most. Safe to call twice.
   */
  async close(): Promise<void> {
    this.ending.abort();
    this.closing ??= this.closeAll();
    await this.closing;
  }

  /** The queues last: a job under way may nudge as long as it is not done. */
  private async closeAll(): Promise<void> {
    const [workers, queues] = [[...this.workers], [...this.queues.values()]];
    this.workers.clear();
    const ofWorkers = workers.map(({ worker }) => worker);
    await closeAll(ofWorkers, this.underWay);
    this.queues.clear();
    await closeAll(queues, this.underWay);
  }

  /** The queue, as it is open now. */
  private opened(name: string): AnyQueue {
    return this.queues.get(name) ?? this.open(name);
  }

  private open(name: string): AnyQueue {
    this.assertOpen();
    const queue = connectQueue(this.store, name);
    queue.on('error', (error) => this.onTrouble(`queue ${name}`, error));
    this.queues.set(name, queue);
    // Whoever uses it is told what is wrong; the next one opens it anew.
    queue.waitUntilReady().catch(() => this.discard(name, queue));
    return queue;
  }

  /** @throws Error when everything was closed. */
  private assertOpen(): void {
    if (this.closing) throw new Error('The queues are closed');
  }

  private async discard(name: string, queue: AnyQueue): Promise<void> {
    if (this.queues.get(name) === queue) this.queues.delete(name);
    await queue.close().catch((error: Error) => this.onTrouble(`queue ${name}`, error));
  }
}
