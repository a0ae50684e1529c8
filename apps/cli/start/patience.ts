const FIRST_PAUSE_MS = 200;
/** In milliseconds. */
export const longestPause = 5_000;
/** A process that worked this long died of something new. */
const QUICK_MS = 15_000;
const QUICK_DEATHS = 8;
/** What a part needs that worked before may be on its way back: after a crash PostgreSQL has two minutes to make good. */
const RECOVERY_MS = 180_000;

/** How long to wait before a part that died is started again, and when to give up. */
export class Patience {
  #deaths = 0;
  /** When the first of these deaths was. */
  #since = 0;

  /** @param now milliseconds of a clock that never runs backwards. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * Counts a death.
   * @param lived how long it lived, in milliseconds.
   * @param worked whether it ever worked: then it is given more time.
   * @returns the pause before the next start in milliseconds; undefined when it died too quickly too often.
   */
  afterDeath(lived: number, worked = false): number | undefined {
    this.#deaths = lived >= QUICK_MS ? 1 : this.#deaths + 1;
    if (this.#deaths === 1) this.#since = this.now();
    const mayRecover = worked && this.now() - this.#since < RECOVERY_MS;
    if (this.#deaths > QUICK_DEATHS && !mayRecover) return undefined;
    return Math.min(longestPause, FIRST_PAUSE_MS * 2 ** (this.#deaths - 1));
  }
}
