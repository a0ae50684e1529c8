const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** A process that worked this long died of something new. */
const QUICK_MS = 15_000;
const QUICK_DEATHS = 8;

/** How long to wait before a part that died is started again, and when to give up. */
export class Patience {
  #deaths = 0;

  /**
   * Counts a death.
   * @param lived how long it lived, in milliseconds.
   * @returns the pause before the next start in milliseconds; undefined when it died too quickly too often.
   */
  afterDeath(lived: number): number | undefined {
    this.#deaths = lived >= QUICK_MS ? 1 : this.#deaths + 1;
    if (this.#deaths > QUICK_DEATHS) return undefined;
    return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#deaths - 1));
  }
}
