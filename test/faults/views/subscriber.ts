import { setTimeout as pause } from 'node:timers/promises';
import { EventReader } from '../../../apps/server/testing/event-reader.ts';
import type { Dice } from '../../support/dice.ts';
import type { WholeProduct } from './whole-product.ts';

const BREATH_MS = 100;
const CAUGHT_UP_MS = 60_000;
const MOST = 5;

/**
 * A page that follows the live updates from the first on: whenever its server dies it goes on at another, after the last
 * that it was told. It must be told every ordinal once, in order.
 */
export class Subscriber {
  readonly #product: WholeProduct;
  readonly #dice: Dice;
  readonly breaches: string[] = [];
  /** How often it had to begin again. */
  resumed = -1;
  last = 0;
  #reader: EventReader | undefined;
  #isFollowing = true;
  readonly #running: Promise<void>;

  constructor(product: WholeProduct, dice: Dice) {
    this.#product = product;
    this.#dice = dice;
    this.#running = this.#run();
  }

  /** Waits until it was told that ordinal. @returns what is wrong, in words. */
  async hold(ordinal: number): Promise<string[]> {
    const until = performance.now() + CAUGHT_UP_MS;
    while (this.last < ordinal && performance.now() < until) await pause(BREATH_MS);
    if (this.last < ordinal) this.breaches.push(`A subscriber was told ordinal ${this.last}, and not ${ordinal}`);
    return this.breaches.slice(0, MOST);
  }

  async stop(): Promise<void> {
    this.#isFollowing = false;
    this.#reader?.leave();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isFollowing) {
      this.resumed += 1;
      // The server died, or the line was cut: that is what resuming is for.
      await this.#follow().catch(() => undefined);
      if (this.#isFollowing) await pause(BREATH_MS);
    }
  }

  async #follow(): Promise<void> {
    const { url } = this.#dice.one(this.#product.answering);
    const listening = { token: this.#product.tokens.auditor, lastEventId: String(this.last) };
    const reader = await EventReader.open(`${url}/v1/changes?after=0`, listening);
    this.#reader = reader;
    for (let heard = await reader.next(); heard && this.#isFollowing; heard = await reader.next()) {
      if (heard.name === 'change') this.#hear(Number(heard.id));
    }
  }

  #hear(ordinal: number): void {
    if (ordinal !== this.last + 1) this.breaches.push(`A subscriber was told ordinal ${ordinal} after ${this.last}`);
    this.last = ordinal;
  }
}
