import type { StreamingRead } from '@eventstore/db-client';
import { patience, withTimeLimit } from './patience.ts';

/**
 * Takes a bounded read through to its end, within the time that one call may take. A read that is given up, by whoever
 * takes it or because it takes too long, ends its call at the node: leaving the loop does not, and the client would keep it
 * open, with a page of events in hand, until the connection has no room for another call.
 *
 * @throws whatever `take` and the client throw, and Error when it was not done in time or the signal ended.
 */
export async function takenWhole<E, T>(
  reading: StreamingRead<E>,
  take: (events: AsyncIterable<E>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  try {
    return await withTimeLimit(take(reading), patience.call, signal);
  } catch (error) {
    void endRead(reading);
    throw error;
  }
}

/** Ends the call of a read that nobody goes on with. */
export async function endRead(reading: StreamingRead<unknown>): Promise<void> {
  // Cancelling is reported as an error when nobody listens any more.
  reading.on('error', ignore);
  await reading.cancel().catch(ignore);
}

const ignore = () => undefined;
