import { type AllStreamResolvedEvent, type EventStoreDBClient, type Position, START } from '@eventstore/db-client';
import { noted } from '../conformance/support.ts';

/** Longer than any recovery takes; the client itself can wait for ever for an append whose connection has gone. */
const APPEND_MS = 3000;
const PAUSE_MS = 20;

/** Writes numbers to one stream, whatever fails in between, and remembers outside the log which were acknowledged. */
export class LedgerWriter {
  readonly acknowledged: number[] = [];
  readonly #client: EventStoreDBClient;
  readonly stream: string;
  #isStopping = false;

  constructor(client: EventStoreDBClient, stream: string) {
    this.#client = client;
    this.stream = stream;
  }

  async run(): Promise<void> {
    for (let n = 0; !this.#isStopping; n += 1) {
      try {
        await withLimit(this.#client.appendToStream(this.stream, noted(n)));
        this.acknowledged.push(n);
      } catch {
        // Written or not, nobody promised anything: the next number is tried when the log is back.
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  stop(): void {
    this.#isStopping = true;
  }
}

function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), APPEND_MS);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Follows `$all` from where it was, over every loss of the connection, and keeps the positions that it was given. */
export class LedgerReader {
  readonly positions: bigint[] = [];
  readonly #client: EventStoreDBClient;
  #isStopping = false;
  #leave: () => void = () => undefined;

  constructor(client: EventStoreDBClient) {
    this.#client = client;
  }

  async run(): Promise<void> {
    let from: Position | typeof START = START;
    while (!this.#isStopping) {
      const subscription = this.#client.subscribeToAll({ fromPosition: from });
      const left = new Promise<void>((resolve) => {
        this.#leave = () => {
          resolve();
          subscription.unsubscribe().catch(() => undefined);
        };
        subscription.on('error', () => resolve());
        subscription.on('end', () => resolve());
        subscription.on('close', () => resolve());
      });
      subscription.on('data', ({ event }: AllStreamResolvedEvent) => {
        if (event === undefined) return;
        from = event.position;
        this.positions.push(event.position.commit);
      });
      await left;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  stop(): void {
    this.#isStopping = true;
    this.#leave();
  }
}
