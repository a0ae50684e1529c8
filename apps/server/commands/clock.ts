import { Injectable } from '@nestjs/common';

/**
 * The clock of an example log. It is told by the requests themselves, and goes on by itself in between, so that who records
 * something by hand does so on the day that the example has come to. It only runs forward, from the first command that this
 * process took; what is recorded already keeps its order in any case. A production log never has such a clock.
 */
@Injectable()
export class SimulatedClock {
  #latest: string | undefined;
  /** From which moment it goes on, and since when, by a clock that nobody sets back. */
  #from: { readonly moment: string; readonly since: number } | undefined;

  /** The latest moment at which something was recorded, when the moment given is earlier; else `undefined`. */
  aheadOf(moment: string): string | undefined {
    return this.#latest !== undefined && moment < this.#latest ? this.#latest : undefined;
  }

  /** Something was recorded at this moment. */
  advance(to: string): void {
    if (this.aheadOf(to) !== undefined) return;
    this.#latest = to;
    this.#from = { moment: to, since: performance.now() };
  }

  /**
   * Where it stands. That somebody looks moves nothing: an example that is recorded afterwards may begin earlier.
   *
   * @param last asked once: when the last event of the log was recorded.
   */
  async now(last: () => Promise<string>): Promise<string> {
    if (!this.#from) {
      const begin = await last();
      // A moment may have been told meanwhile.
      this.#from ??= { moment: begin, since: performance.now() };
    }
    const { moment, since } = this.#from;
    return new Date(Date.parse(moment) + performance.now() - since).toISOString();
  }
}
