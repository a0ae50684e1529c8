import {
  createPostgresBackend,
  type JobsOptions,
  type JobType,
  type Processor,
  Queue,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import pg from 'pg';
import type { JobStore } from './backend.ts';

/** What a queue can do, whichever store it stands on. */
export interface AnyQueue {
  /** Rejects when it could not be reached the first time; then it never can be, whatever comes later. */
  waitUntilReady(): Promise<unknown>;
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What a worker can do, whichever store it stands on. */
export interface AnyWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
  /** As that of a queue. */
  waitUntilReady(): Promise<unknown>;
  /** Takes jobs until it is closed. */
  run(): Promise<void>;
  close(): Promise<void>;
}

/** A queue needs two connections at most; a worker as many as jobs run at once, and one to wait on. */
const queueConnections = 2;

/** How long opening a connection may take, in milliseconds. */
const answerWithin = 10_000;

/** Jobs are nudges: one that is done or failed is of no use to anyone, the sweep repeats what was missed. */
const forgotten = { removeOnComplete: true, removeOnFail: { count: 100 } } as const;

/**
 * A nudge that is lost with the machine is made good by the sweep, so nobody waits until it is on the disk. PostgreSQL lets
 * only one transaction at a time commit that notifies anyone, and each job does that twice: if these waited for the disk,
 * so would the commits of all views.
 */
const mayBeLost = '-c synchronous_commit=off';

/**
 * BullMQ holds connections to which nobody listens: one that PostgreSQL ends at that moment would end the process. What was
 * asked over it fails, and says so.
 */
class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

function postgresConnection(store: Extract<JobStore, { kind: 'postgres' }>, max: number) {
  // `migrate` creates or lifts the tables under an advisory lock; without it a first start fails.
  const { url: connectionString, schema } = store;
  return {
    connectionString,
    schema,
    migrate: true,
    max,
    application_name: 'samenspel-jobs',
    options: mayBeLost,
    // One that takes a connection and then says nothing would be waited for without end.
    connectionTimeoutMillis: answerWithin,
    Client: HeardClient,
  };
}

function redisConnection(store: Extract<JobStore, { kind: 'redis' }>, use: 'queue' | 'worker') {
  // BullMQ asks for null here: a worker that waits must outlive a Redis that is away.
  if (use === 'worker') return { url: store.url, maxRetriesPerRequest: null };
  // Who adds a job is told at once that it is away: what would be kept until it is back grows without an end.
  return { url: store.url, maxRetriesPerRequest: 1, enableOfflineQueue: false };
}

/** Opens the queue of that name in the store. */
export function connectQueue(store: JobStore, name: string): AnyQueue {
  const defaultJobOptions = forgotten;
  if (store.kind === 'redis')
    return new Queue(name, { connection: redisConnection(store, 'queue'), defaultJobOptions });
  const connection = postgresConnection(store, queueConnections);
  return new Queue(name, { connection, defaultJobOptions }, createPostgresBackend);
}

/** Opens a worker on the queue of that name in the store. It takes no jobs until it is told to run. */
export function connectWorker(store: JobStore, name: string, concurrency: number, processor: Processor): AnyWorker {
  const options: Omit<WorkerOptions, 'connection'> = {
    concurrency,
    // One that runs while its first connection failed asks again and again without a pause, and nothing else gets its turn.
    autorun: false,
    // A dropped LISTEN or a missed notification costs at most this many seconds.
    drainDelay: 2,
    // A lost lock only means that the job runs twice, which is harmless; so what a worker that died leaves behind is
    // taken over within the lock and the interval together, as often as it takes. Until then nudges of the same key wait behind it.
    lockDuration: 3_000,
    lockRenewTime: 500,
    stalledInterval: 1_500,
    maxStalledCount: 1_000,
    runRetryDelay: 500,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 100 },
  };
  if (store.kind === 'redis')
    return new Worker(name, processor, { ...options, connection: redisConnection(store, 'worker') });
  const connection = postgresConnection(store, concurrency + 2);
  return new Worker(name, processor, { ...options, connection }, createPostgresBackend);
}
