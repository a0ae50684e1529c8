import type { LogReader } from '../index/event-loader.ts';
import type { Head } from '../index/indexer.ts';
import { NotThereYet } from './as-of.ts';

/**
 * A moment of recording is given before the event is appended, and by clocks that differ a little. After so many
 * milliseconds nothing is on its way any more that a moment could still have.
 */
export const settling = 10_000;

/**
 * What an answer as of a moment is worth. `final`: asked again it is the same. `provisional`: the moment has not been, or
 * only just, so more may come. `unproven`: it depends on whether the log goes on where the index ends.
 */
export type Worth = 'final' | 'provisional' | 'unproven';

/** What an answer as of that moment is worth when the index ends there, `now` (UTC) being the moment it is. */
export function worthOf(moment: string, head: Head, now: string): Worth {
  // Effective times never run backwards: whatever comes after the head has a later one.
  if (head.effectiveAt > moment) return 'final';
  // The clock of an example has come as far as its last event.
  const isOver = head.purpose === 'production' && Date.parse(moment) + settling < Date.parse(now);
  return isOver ? 'unproven' : 'provisional';
}

/** Where the index ends, nobody has looked yet whether the log goes on with what was recorded up to the moment. */
export class Unproven extends NotThereYet {
  constructor(
    readonly moment: string,
    readonly head: Head,
  ) {
    super(`everything that was recorded up to ${moment}`, head.ordinal);
  }
}

/**
 * Whether the log has nothing more behind the end of the index that was recorded up to the moment.
 *
 * @throws LogUnavailable when the log cannot be read: nobody can say then.
 */
export async function isWhole(log: Pick<LogReader, 'readAll'>, { moment, head }: Unproven): Promise<boolean> {
  const after = head.position < 0n ? {} : { after: head.position };
  for await (const next of log.readAll(after)) return next.recordedAt > moment;
  return true;
}
