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
import { DeadLines } from '#log/dead-lines';
import type { JobStore } from './backend.ts';

/** What a queue can do, whichever store it stands on. */
export interface AnyQueue {
  /** Rejects when it could not be reached the first time; then it never can be, whatever comes later. */
  waitUntilReady(): Promise<unknown>;
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
  /** Lets go of the connections without a word to the store; for one that could not be closed. */
  disconnect(): Promise<void>;
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
  /** As that of a queue. */
  disconnect(): Promise<void>;
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

/** A connection that is dead without being closed is broken off: what was asked over it fails, or is asked again. */
const watchedPostgres: typeof createPostgresBackend = (name, options, more) => {
  const backend = createPostgresBackend(name, options, more);
  const { pool } = backend.connection;
  if (!(pool instanceof pg.Pool)) throw new Error('BullMQ brings a PostgreSQL client of its own');
  new DeadLines(pool.options).watch(pool);
  return backend;
};

/**
 * A Redis that hangs, or a line to it that is dead without being closed: when nothing comes for so long though something was
 * asked, in milliseconds, the connection is broken off and made anew. A worker may be told to wait for up to 10 s.
 */
const silentFor = { queue: 5_000, worker: 15_000 } as const;

function redisConnection(store: Extract<JobStore, { kind: 'redis' }>, use: 'queue' | 'worker') {
  const watched = { url: store.url, socketTimeout: silentFor[use] };
  // BullMQ asks for null here: a worker that waits must outlive a Redis that is away.
  if (use === 'worker') return { ...watched, maxRetriesPerRequest: null };
  // Who adds a job is told at once that it is away, and soon that it hangs: what would be kept until it is back grows
  // without an end.
  return { ...watched, maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: silentFor.queue };
}

/** Opens the queue of that name in the store. */
export function connectQueue(store: JobStore, name: string): AnyQueue {
  const defaultJobOptions = forgotten;
  if (store.kind === 'redis')
    return new Queue(name, { connection: redisConnection(store, 'queue'), defaultJobOptions });
  const connection = postgresConnection(store, queueConnections);
  return new Queue(name, { connection, defaultJobOptions }, watchedPostgres);
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
  return new Worker(name, processor, { ...options, connection }, watchedPostgres);
}
