import { withTimeLimit } from '#log/patience';

/** How long a store may take to let go of what is closed, in milliseconds, once no job is under way here. */
const letGoWithin = 1_000;

/** A queue or a worker. */
interface Closable {
  close(): Promise<void>;
  disconnect(): Promise<void>;
}

/** The jobs that this process is at. */
export class UnderWay {
  private readonly jobs = new Set<Promise<unknown>>();

  get isNothing(): boolean {
    return this.jobs.size === 0;
  }

  /** Does this job; what it throws is thrown. */
  async during<T>(job: Promise<T>): Promise<T> {
    this.jobs.add(job);
    try {
      return await job;
    } finally {
      this.jobs.delete(job);
    }
  }

  /** Resolves when there is none. */
  async end(): Promise<void> {
    while (!this.isNothing) await Promise.allSettled(this.jobs);
  }
}

/**
 * Closes them all. Jobs under way are waited for as long as they take. A store that is away or hangs is not, for it would
 * hold up the end of the whole process: a job that it was not told the end of runs again. Connections to Redis are dropped
 * then; those to PostgreSQL, which BullMQ can only close, go with the process.
 */
export async function closeAll(closables: readonly Closable[], underWay: UnderWay): Promise<void> {
  const closed = Promise.allSettled(closables.map((one) => one.close()));
  let isClosed: boolean;
  do {
    await Promise.race([closed, underWay.end()]);
    isClosed = await withTimeLimit(closed, letGoWithin).then(
      () => true,
      () => false,
    );
  } while (!isClosed && !underWay.isNothing);
  // Also where closing failed: BullMQ leaves a connection to Redis then that goes on looking for it.
  for (const one of closables) one.disconnect().catch(() => undefined);
}
