import {
  type AllStreamResolvedEvent,
  ANY,
  type AppendExpectedRevision,
  type AppendResult,
  type AppendToStreamOptions,
  type Credentials,
  type EventStoreDBClient,
  type Filter,
  NO_STREAM,
  type Position,
  START,
} from '@eventstore/db-client';
import { notedFrom } from './notes.ts';

/** Longer than any recovery takes; the client itself can wait for ever for an append whose connection has gone. */
const APPEND_MS = 3000;
const PAUSE_MS = 20;

/** What a writer offered to the log. Begun and acknowledged are moments of the ledger: they only tell what came first. */
export interface Offered {
  readonly id: string;
  readonly stream: string;
  readonly n: number;
  readonly begun: number;
  /** Null while the log has not promised anything: it may be there or not. */
  promise: Promised | null;
}

export interface Promised {
  readonly at: number;
  readonly revision: number;
  /** Of an append of several events only the place of the last one is told. */
  readonly position: bigint | null;
}

/** What was offered to the log and what it promised, kept outside the log, by whoever survives its death. */
export class Ledger {
  readonly offered: Offered[] = [];
  /** What no promise allows, such as a wrong expected version for the only writer of a stream. */
  readonly objections: string[] = [];
  /** What writers were told instead of a promise, and how often. */
  readonly failures = new Map<string, number>();
  acknowledged = 0;
  #moment = 0;

  offer(id: string, stream: string, n: number): Offered {
    const offered: Offered = { id, stream, n, begun: this.#next(), promise: null };
    this.offered.push(offered);
    return offered;
  }

  /** @param offered the events of one append, in their order. */
  acknowledge(offered: readonly Offered[], { nextExpectedRevision, position }: AppendResult): void {
    const at = this.#next();
    for (const [index, each] of offered.entries()) {
      if (position === undefined) this.objections.push(`${each.stream}@${each.n} was given no position`);
      const after = offered.length - 1 - index;
      const place = after === 0 ? (position?.commit ?? -1n) : null;
      each.promise = { at, revision: Number(nextExpectedRevision) - after, position: place };
    }
    this.acknowledged += offered.length;
  }

  fail(message: string): void {
    this.failures.set(message, (this.failures.get(message) ?? 0) + 1);
  }

  #next(): number {
    this.#moment += 1;
    return this.#moment;
  }
}

/**
 * How a writer takes a failure. One that insists offers the same event at the same place until it is acknowledged, so
 * its stream must have every number once. One that goes on takes the next number: of what failed nothing is known.
 */
export type Manner = 'insists' | 'goes on';

export interface WriterOptions {
  readonly ledger: Ledger;
  readonly client: EventStoreDBClient;
  readonly stream: string;
  readonly manner: Manner;
  /** With them an append goes as a call of its own. */
  readonly credentials?: Credentials;
  /** How long to wait for an answer, in milliseconds. */
  readonly patience?: number;
  /** How many numbers one append holds; 1 when left out. */
  readonly perAppend?: number;
  /** So many bytes with each event, of which each then comes in a message of its own. */
  readonly weight?: number;
}

/** Writes numbers to one stream, whatever fails in between. */
export class LedgerWriter {
  acknowledged = 0;
  readonly stream: string;
  readonly #options: WriterOptions;
  #isStopping = false;
  #n = 0;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.stream = options.stream;
  }

  /** Goes on until `stop`; one that insists ends with an acknowledged number. */
  async run(): Promise<void> {
    while (!this.#isStopping) await this.write();
  }

  /** Makes one append. @returns the failures on the way, in words. */
  async write(): Promise<string[]> {
    const { ledger, manner, perAppend = 1, weight } = this.#options;
    const first = this.#n;
    const events = notedFrom(first, perAppend, weight);
    const offered = events.map((event, index) => ledger.offer(event.id, this.stream, first + index));
    const failures: string[] = [];
    this.#n += perAppend;
    do {
      try {
        ledger.acknowledge(offered, await this.#attempt(events, first));
        this.acknowledged += perAppend;
        return failures;
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        ledger.fail(failures.at(-1) ?? '');
        if (isWrongVersion(error)) ledger.objections.push(`${this.stream}@${first}: ${failures.at(-1)}`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    } while (manner === 'insists' && ledger.objections.length === 0);
    return failures;
  }

  #attempt(events: ReturnType<typeof notedFrom>, n: number): Promise<AppendResult> {
    const { client, manner, credentials, patience = APPEND_MS, weight } = this.#options;
    const place: AppendExpectedRevision = n === 0 ? NO_STREAM : BigInt(n - 1);
    const expectedRevision: AppendExpectedRevision = manner === 'insists' ? place : ANY;
    const options: AppendToStreamOptions = {
      expectedRevision,
      ...(credentials === undefined ? {} : { credentials }),
      ...(weight === undefined ? {} : { batchAppendSize: weight }),
    };
    return withLimit(client.appendToStream(this.stream, events, options), patience);
  }

  stop(): void {
    this.#isStopping = true;
  }
}

function isWrongVersion(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'wrong-expected-version';
}

/** @throws Error when there is no answer within the time. */
export function withLimit<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Follows `$all` from where it was, over every loss of the connection, and keeps what it was given. */
export class LedgerReader {
  readonly positions: bigint[] = [];
  resumed = -1;
  readonly #client: EventStoreDBClient;
  readonly #filter: Filter | null;
  #isStopping = false;
  #leave: () => void = () => undefined;

  constructor(client: EventStoreDBClient, filter: Filter | null = null) {
    this.#client = client;
    this.#filter = filter;
  }

  async run(): Promise<void> {
    let from: Position | typeof START = START;
    while (!this.#isStopping) {
      this.resumed += 1;
      const filter = this.#filter;
      const subscription = this.#client.subscribeToAll({ fromPosition: from, ...(filter === null ? {} : { filter }) });
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
