import type { LoggedEvent } from '#log/contract/codec';
import { CannotFollow } from '#log/supervisor/errors';
import type { LastKnown } from '#log/supervisor/last-known';
import { lead } from '../database/lead.ts';
import { rest } from '../database/session.ts';
import { batchesOf } from './batches.ts';
import { LogMismatch } from './errors.ts';
import type { EventCache } from './event-cache.ts';
import type { StreamReader } from './event-loader.ts';
import { addToIndex, type Head, type IndexStore, openHead, readHead } from './indexer.ts';

/** The part of the log that the dispatcher needs. */
export interface LogSource extends StreamReader {
  readonly id: string;
  readonly purpose: 'production' | 'example';
  subscribe(options: { after?: LastKnown; signal: AbortSignal }): AsyncIterable<LoggedEvent>;
}

const leadershipLock = 7_306_150_002;
const largestBatch = 500;
/**
 * Batches follow each other no faster than this, in milliseconds: each costs the database and whoever folds as much as some
 * events do. One that comes alone does not wait.
 */
const gather = 15;
/** How often it looks whether the index was emptied under it, in milliseconds. */
const lookEvery = 1_000;

export interface DispatcherOptions extends IndexStore {
  readonly url: string;
  readonly log: LogSource;
  readonly cache: EventCache;
  readonly signal: AbortSignal;
  /** Told how far the index is after each of its commits; failures are the callee's to handle, nothing waits for it. */
  readonly onIndexed: (ordinal: number) => void;
  readonly onTrouble: (error: Error) => void;
  /** Told when this one begins to lead, and when it no longer does. */
  readonly onLeading?: (leads: boolean) => void;
}

/**
 * Follows the log with one subscription and numbers its events in the index. Runs until the signal ends. Of several
 * dispatchers one leads; it resumes after the last event that was indexed, so nothing is missed and nothing is
 * numbered twice.
 *
 * @throws LogMismatch when the index is of another log, or of a longer one; CannotFollow when the log cannot be followed
 * for another reason. Every other trouble is told and retried.
 */
export async function dispatch(options: DispatcherOptions): Promise<void> {
  const refused = new AbortController();
  const signal = AbortSignal.any([options.signal, refused.signal]);
  const { url, onTrouble, onLeading = () => undefined } = options;
  await lead({ url, key: leadershipLock, signal, onTrouble }, async (leading) => {
    onLeading(true);
    const noLonger = () => onLeading(false);
    leading.addEventListener('abort', noLonger, { once: true });
    try {
      await follow(options, leading);
    } catch (error) {
      if (error instanceof LogMismatch || error instanceof CannotFollow) refused.abort(error);
      else if (!leading.aborted) throw error;
    } finally {
      // Its session may end later than it does itself; by then it may lead again.
      leading.removeEventListener('abort', noLonger);
      if (!leading.aborted) noLonger();
    }
  });
  if (refused.signal.aborted) throw refused.signal.reason;
}

async function follow(options: DispatcherOptions, leading: AbortSignal): Promise<void> {
  let head = await openHead(options.db, options.log);
  const last = await lastIndexed(options, head);
  const broken = new AbortController();
  const signal = AbortSignal.any([leading, broken.signal]);
  const watching = watchForRebuild(options, () => head, broken, signal);
  const events = options.log.subscribe({ ...(last && { after: last }), signal });
  try {
    for await (const batch of batchesOf(events, largestBatch)) {
      const began = performance.now();
      for (const event of batch) options.cache.put(event);
      const added = await addToIndex(options, head, batch);
      if (!added) return;
      head = added.head;
      options.onIndexed(head.ordinal);
      const left = gather - (performance.now() - began);
      if (left > 0) await rest(left, signal);
    }
  } catch (error) {
    if (!(last && error instanceof CannotFollow && error.code === 'log-is-shorter')) throw error;
    throw LogMismatch.shorter(head.ordinal, last.stream, last.revision);
  } finally {
    broken.abort();
    await watching;
  }
}

/** The index only ever goes on, unless it is being rebuilt: then the subscription begins again where the index is. */
async function watchForRebuild(
  { db, onTrouble }: DispatcherOptions,
  head: () => Head,
  broken: AbortController,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await rest(lookEvery, signal);
    const known = head().position;
    try {
      const now = await readHead(db);
      if (!now || now.position < known) broken.abort();
    } catch (error) {
      onTrouble(error as Error);
    }
  }
}

/** The last event that was indexed: the log must still hold it, where it stood. */
async function lastIndexed({ db }: DispatcherOptions, head: Head): Promise<LastKnown | undefined> {
  if (head.ordinal === 0) return undefined;
  const { stream, revision, event } = await db
    .selectFrom('views.entry')
    .select(['stream', 'revision', 'event'])
    .where('ordinal', '=', head.ordinal)
    .executeTakeFirstOrThrow();
  return { stream, revision, id: event, position: head.position };
}
