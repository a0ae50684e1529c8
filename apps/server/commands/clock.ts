import { Injectable } from '@nestjs/common';

/**
 * The clock of an example log, told by the requests themselves. It only runs forward, from the first command that this
 * process took; what is recorded already keeps its order in any case. A production log never has such a clock.
 */
@Injectable()
export class SimulatedClock {
  #latest: string | undefined;

  /** The latest moment at which something was recorded, when the moment given is earlier; else `undefined`. */
  aheadOf(moment: string): string | undefined {
    return this.#latest !== undefined && moment < this.#latest ? this.#latest : undefined;
  }

  /** Something was recorded at this moment. */
  advance(to: string): void {
    if (this.aheadOf(to) === undefined) this.#latest = to;
  }
}
