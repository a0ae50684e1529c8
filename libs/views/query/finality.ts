import { patience } from '#log/patience';
import type { Head } from '../index/indexer.ts';
import { NotThereYet } from './as-of.ts';

/**
 * A moment of recording is given when a request or a line of a file comes in, which may be two commands, one after the other
 * (an application, and its question), each with the patience of a command and the calls around it; and clocks differ a little.
 * After so many milliseconds nothing is on its way any more that a moment could still have.
 */
export const settling = 4 * patience.command;

/**
 * What an answer as of a moment is worth. `final`: asked again it is the same. `provisional`: the moment has not been, or
 * only just, so more may come. `open`: it depends on whether the log goes on where the index ends.
 */
export type Finality = 'final' | 'provisional' | 'open';

/** The finality of an answer as of that moment when the index ends there, `now` (UTC) being the moment it is. */
export function finalityOf(moment: string, head: Head, now: string): Finality {
  // Effective times never run backwards: whatever comes after the head has a later one.
  if (head.effectiveAt > moment) return 'final';
  // The clock of an example has come as far as its last event.
  const isOver = head.purpose === 'production' && Date.parse(moment) + settling < Date.parse(now);
  return isOver ? 'open' : 'provisional';
}

/** The log goes on, where the index ends, with what was recorded up to the moment. */
export class NotFinalYet extends NotThereYet {
  constructor(
    moment: string,
    head: Head,
    /** The position of what the index lacks. */
    readonly lacking: bigint,
  ) {
    super(`everything that was recorded up to ${moment}`, head.ordinal);
  }
}
