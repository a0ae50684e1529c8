import { setImmediate as turn } from 'node:timers/promises';
import type { Reading } from './current-rows.ts';

/** How long the process may be kept from everything else, in milliseconds. */
const longest = 25;
/** How often a transaction that is being worked on shows it, in milliseconds. */
const signEvery = 2_000;

/**
 * Lets the process do other things whenever the work on a batch has kept it from them for too long: a large batch is
 * seconds of work, and meanwhile connections have to be answered and locks on jobs to be renewed.
 *
 * One for each batch, for what counts is how long all of its parts together take.
 */
export class Turns {
  private until = performance.now() + longest;
  private shown = performance.now();

  /** @param transaction in which the batch is folded: PostgreSQL takes one in which nothing is asked for one that hangs. */
  constructor(private readonly transaction?: Reading) {}

  /** Does work that comes in parts. @throws what the work does, and what the transaction does when it is over. */
  async through(parts: Iterable<unknown>): Promise<void> {
    for (const _ of parts) if (performance.now() >= this.until) await this.take();
  }

  private async take(): Promise<void> {
    await turn();
    if (this.transaction && performance.now() - this.shown >= signEvery) {
      this.shown = performance.now();
      await this.transaction.query('SELECT');
    }
    this.until = performance.now() + longest;
  }
}
