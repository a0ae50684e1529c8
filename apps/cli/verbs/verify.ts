import type { Log } from '#log/log';
import { LogMismatch } from '#views/index/errors';
import type { Head } from '#views/index/indexer';
import { NotThereYet } from '#views/query/as-of';
import { encodePosition } from '#views/query/position-token';
import { verify as compare } from '#views/verify';
import type { Views } from '#views/views';
import { CliError } from '../terminal/failure.ts';
import { leaveOutputToPrograms } from '../terminal/output.ts';
import { progress } from '../terminal/progress.ts';
import { tell, type Verified } from './verified.ts';
import { DIFFERENT, withViews } from './with-views.ts';

export interface VerifyOptions {
  readonly data: string;
  readonly json: boolean;
}

/** How long a running installation may take to work through what was recorded last. */
const PATIENCE_MS = 30_000;

/**
 * `samenspel verify`: folds the log afresh and compares the outcome with every row and row version of the views. Uses
 * the engines of the running installation; where none runs, it starts them itself, under the run lock.
 * @param patience for what was recorded last, in milliseconds, where an installation runs.
 * @throws CliError (exit code 3) when there is a difference, or when the views are of another log or of a longer one.
 */
export async function verify({ data, json }: VerifyOptions, patience = PATIENCE_MS): Promise<void> {
  if (json) leaveOutputToPrograms();
  const found = await withViews(data, (views, { isInUse }, log) => verifyOn(views, log, isInUse ? patience : 0));
  tell(found, json);
}

/** What was recorded before the question is waited for, because views are behind by nature. */
async function verifyOn(views: Views, log: Log, waitMs: number): Promise<Verified> {
  const bar = progress({ nl: 'Gebeurtenissen gevouwen', en: 'Events folded' });
  try {
    const head = await views.head();
    const recorded = await endOf(log);
    if (head) assertOwnLog(head, { log: log.id, events: recorded.events });
    await caughtUp(views, recorded.position, waitMs);
    const found = await compare({ views, onProgress: (done, total) => bar.to(done, total) });
    return { ...found, behind: Math.max(0, recorded.events - found.events) };
  } catch (error) {
    if (error instanceof LogMismatch) throw new CliError(error.sentence, DIFFERENT, { cause: error });
    throw error;
  } finally {
    bar.end();
  }
}

/** The index, as it was before the log was read, is of this log and no longer than it. */
function assertOwnLog(head: Pick<Head, 'log' | 'ordinal'>, found: { log: string; events: number }): void {
  if (head.ordinal === 0) return;
  if (head.log !== found.log) throw LogMismatch.other(head.log, found.log);
  if (head.ordinal > found.events) throw LogMismatch.endsBefore(head.ordinal, found.events);
}

/** How many events the log holds now, and the position of the last. */
async function endOf(log: Log): Promise<{ events: number; position: string }> {
  let events = 0;
  let last = 0n;
  for await (const { position } of log.readAll()) {
    events += 1;
    last = position;
  }
  return { events, position: encodePosition(log.id, last) };
}

async function caughtUp(views: Views, minPosition: string, waitMs: number): Promise<void> {
  try {
    await views.basis({ minPosition, waitMs }, 'everything');
  } catch (error) {
    // Then as much is compared as there is, and the outcome says how much is missing.
    if (!(error instanceof NotThereYet)) throw error;
  }
}
