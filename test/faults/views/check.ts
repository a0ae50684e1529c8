import { Log } from '#log/log';
import { createRegistry } from '#views/engine/registry';
import { verify } from '#views/verify';
import { Views } from '#views/views';
import { Dice } from '../../support/dice.ts';
import type { Load } from './load.ts';
import { RAISED } from './raised-view.ts';
import { Subscriber } from './subscriber.ts';
import type { WholeProduct } from './whole-product.ts';

const CAUGHT_UP_MS = 90_000;
/** Of the answers given before, so many of the last and so many of all are asked again. */
const LATEST = 30;
const OTHERS = 30;
const SUBSCRIBER_SEED = 7;

/** Holds what is there against the log and against what was said before, from outside of the product. */
export class Check {
  readonly #product: WholeProduct;
  readonly #load: Load;
  readonly #log: Log;
  readonly #views: Views;
  readonly #next: Views;
  #held = 0;
  /** Events and row versions at the last verification. */
  events = 0;
  versions = 0;

  readonly subscriber: Subscriber;

  private constructor(product: WholeProduct, load: Load, opened: Opened) {
    this.#product = product;
    this.#load = load;
    this.#log = opened.log;
    this.#views = opened.views;
    this.#next = opened.next;
    this.subscriber = opened.subscriber;
  }

  static async open(product: WholeProduct, load: Load): Promise<Check> {
    const now = (): string => new Date().toISOString();
    const log = await Log.connect(product.engines.node.connectionString, { purpose: 'production', now });
    // Connections are cut on purpose; the pool replaces them, and that is no news.
    const open = { databaseUrl: product.databaseUrl, log };
    const views = await Views.open(open);
    const raised = views.registry.views.map((view) =>
      view.name === RAISED ? { ...view, version: view.version + 1 } : view,
    );
    const next = await Views.open({ ...open, registry: createRegistry(raised) });
    const subscriber = new Subscriber(product, new Dice(SUBSCRIBER_SEED));
    return new Check(product, load, { log, views, next, subscriber });
  }

  /** @returns every breach, in words. The people at work pause meanwhile. */
  async hold(dice: Dice): Promise<string[]> {
    await this.#product.ready();
    const releases = this.#product.nextWorker.isWanted ? [this.#views, this.#next] : [this.#views];
    const breaches: string[] = [];
    for (const views of releases) breaches.push(...(await this.#holdRows(views)));
    breaches.push(...(await this.#holdLedger()));
    breaches.push(...(await this.subscriber.hold(this.events)));
    const { recorder, questioner, client } = this.#load;
    for (const given of recorder.some(dice, LATEST, OTHERS)) {
      await questioner.askAgain(given, this.#product.answering);
    }
    return [...breaches, ...recorder.contradictions, ...client.faults, ...this.#load.breaches];
  }

  async close(): Promise<void> {
    await this.subscriber.stop();
    await this.#next.close();
    await this.#views.close();
    await this.#log.close();
  }

  /** Waits until everything that was acknowledged is in the rows, and folds the log afresh beside them. */
  async #holdRows(views: Views): Promise<string[]> {
    for (const minPosition of this.#lastPositions()) {
      await views.basis({ minPosition, waitMs: CAUGHT_UP_MS }, 'everything');
    }
    const found = await verify({ views });
    this.events = found.events;
    this.versions = found.versions;
    return found.differences.slice(0, 5).map((difference) => `verify: ${JSON.stringify(difference)}`);
  }

  #lastPositions(): string[] {
    const { courses, ledger } = this.#load;
    const last = courses.map(({ situation }) => ledger.findLast(({ programme }) => programme === situation.programme));
    return last.flatMap((acknowledged) => acknowledged?.position ?? []);
  }

  /** Everything that was acknowledged since the last time is in the index, once. */
  async #holdLedger(): Promise<string[]> {
    const events = this.#load.ledger.slice(this.#held).flatMap((acknowledged) => acknowledged.events);
    this.#held = this.#load.ledger.length;
    if (events.length === 0) return [];
    const found = await this.#views.db.selectFrom('views.entry').select('event').where('event', 'in', events).execute();
    const there = new Set(found.map(({ event }) => event));
    return events.filter((event) => !there.has(event)).map((event) => `Event ${event} was acknowledged and is lost`);
  }
}

interface Opened {
  readonly log: Log;
  readonly views: Views;
  readonly next: Views;
  readonly subscriber: Subscriber;
}
