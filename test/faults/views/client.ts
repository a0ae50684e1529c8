import type { CommandAnswer } from '../../examples/recorder/client.ts';
import type { Dice } from '../../support/dice.ts';
import type { Answering, WholeProduct } from './whole-product.ts';

const PATIENCE_MS = 90_000;
const REQUEST_MS = 15_000;
const PAUSE_MS = 60;

/** What a command came to in the end. */
export type Outcome =
  | { readonly outcome: 'accepted'; readonly answer: CommandAnswer }
  | { readonly outcome: 'refused'; readonly status: number };

/** An answer to a question, or why there is none. */
export type Reply =
  | { readonly status: 200; readonly body: unknown }
  | { readonly status: Exclude<number, 200>; readonly body: unknown }
  /** Nobody answered. */
  | { readonly status: 0 };

/** How often what happened, for the report. */
export type Counts = Map<string, number>;

export function count(counts: Counts, what: string, times = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + times);
}

interface Sent {
  readonly path: string;
  readonly body: object;
  /** The idempotency key: the same for every attempt. */
  readonly key: string;
  readonly as: 'lead' | 'admin';
}

/** Speaks to the servers of the product as a client with patience does: whichever answers. */
export class Client {
  readonly #product: WholeProduct;
  readonly #dice: Dice;
  readonly counts: Counts = new Map();
  /** Answers that a client should never be given, in words. */
  readonly faults: string[] = [];

  constructor(product: WholeProduct, dice: Dice) {
    this.#product = product;
    this.#dice = dice;
  }

  /**
   * Sends a command until it is accepted or refused, to one server or another.
   * @throws Error when none answered within the patience.
   */
  async send({ path, body, key, as }: Sent): Promise<Outcome> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
    const init = { method: 'POST', body: JSON.stringify(body), headers };
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
      const reply = await this.#attempt(this.anyServer(), path, init, as);
      if (reply.status === 200 || reply.status === 201) {
        return { outcome: 'accepted', answer: reply.body as CommandAnswer };
      }
      if (reply.status >= 400 && reply.status < 500) return { outcome: 'refused', status: reply.status };
      count(this.counts, 'attempts at commands that failed');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    throw new Error(`POST ${path}: nobody answered within ${PATIENCE_MS} ms`);
  }

  /** Asks one server once. */
  ask(path: string, server: Answering = this.anyServer()): Promise<Reply> {
    return this.#attempt(server, path, { headers: {} }, 'auditor');
  }

  /** One of those that are meant to be there. */
  anyServer(): Answering {
    return this.#dice.one(this.#product.answering);
  }

  async #attempt(
    { url }: Answering,
    path: string,
    init: RequestInit & { readonly headers: Readonly<Record<string, string>> },
    as: keyof WholeProduct['tokens'],
  ): Promise<Reply> {
    const headers = { ...init.headers, Authorization: `Bearer ${this.#product.tokens[as]}` };
    const signal = AbortSignal.timeout(REQUEST_MS);
    try {
      const response = await fetch(`${url}/v1${path}`, { ...init, headers, signal });
      const body: unknown = await response.json();
      if (response.status === 500) this.faults.push(`${path} was answered 500: ${JSON.stringify(body)}`);
      return { status: response.status, body };
    } catch {
      // Nobody listens there at the moment, or the connection was cut.
      return { status: 0 };
    }
  }
}
