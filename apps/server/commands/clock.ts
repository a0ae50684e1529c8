import { Injectable } from '@nestjs/common';

/**
 * The clock of an example log. It is told by the requests themselves, and goes on by itself in between, so that who records
 * something by hand does so on the day that the example has come to. It only runs forward, from the first command that this
 * process took; what is recorded already keeps its order in any case. A production log never has such a clock.
 */
@Injectable()
export class SimulatedClock {
  #latest: string | undefined;
  /** When it was told the latest moment, by a clock that nobody sets back. */
  #since = 0;

  /** The latest moment at which something was recorded, when the moment given is earlier; else `undefined`. */
  aheadOf(moment: string): string | undefined {
    return this.#latest !== undefined && moment < this.#latest ? this.#latest : undefined;
  }

  /** Something was recorded at this moment. */
  advance(to: string): void {
    if (this.aheadOf(to) !== undefined) return;
    this.#latest = to;
    this.#since = performance.now();
  }

  /** Where it stands. @param last asked once: when the last event of the log was recorded. */
  async now(last: () => Promise<string>): Promise<string> {
    if (this.#latest === undefined) this.advance(await last());
    return new Date(Date.parse(this.#latest ?? '') + performance.now() - this.#since).toISOString();
  }
}
