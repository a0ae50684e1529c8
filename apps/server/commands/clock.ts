import { Injectable } from '@nestjs/common';

/**
 * The clock of an example log, told by the requests themselves. It only runs forward. A production log never has one:
 * there the moment of recording is the server's own.
 */
@Injectable()
export class SimulatedClock {
  #latest: string | undefined;

  /** The latest moment that a request told; `undefined` before the first. */
  get latest(): string | undefined {
    return this.#latest;
  }

  /** Takes the moment when it is not earlier than the latest, and says whether it did. */
  advance(to: string): boolean {
    if (this.#latest !== undefined && to < this.#latest) return false;
    this.#latest = to;
    return true;
  }
}
