import { type EventStoreDBClient, streamNameFilter } from '@eventstore/db-client';
import { Ledger, LedgerReader, LedgerWriter } from '#embedded/testing/ledger';
import { newStream } from '#embedded/testing/notes';
import { until } from '../verdict.ts';
import { type Audit, audit, compare, positionsOf } from './audit.ts';

const FEW = 'few';
/** Shorter than a recovery may take: an append that is offered again while the first is still on its way is the point. */
const PATIENCE_MS = 600;

/**
 * Writers, every other of which insists and the others go on, and two subscribers: one of everything, one of the
 * streams of a single writer by a filter. They work until `finish`, which holds what they saw against the log.
 */
export class Traffic {
  readonly ledger = new Ledger();
  readonly writers: readonly LedgerWriter[];
  readonly #client: EventStoreDBClient;
  readonly #all: LedgerReader;
  readonly #few: LedgerReader;
  readonly #writing: Promise<void>[];
  readonly #reading: Promise<void>[];

  /** The client is the only one of the process that appends: pending batches are shared by the whole process. */
  constructor(client: EventStoreDBClient, writers: number) {
    this.#client = client;
    const { ledger } = this;
    this.writers = Array.from({ length: writers }, (_, index) => {
      const manner = index % 2 === 0 ? 'insists' : 'goes on';
      return new LedgerWriter({
        ledger,
        client,
        stream: newStream(index === 0 ? FEW : 'many'),
        manner,
        patience: PATIENCE_MS,
      });
    });
    this.#all = new LedgerReader(client);
    this.#few = new LedgerReader(client, streamNameFilter({ prefixes: [`${FEW}-`] }));
    this.#writing = this.writers.map((writer) => writer.run());
    this.#reading = [this.#all, this.#few].map((reader) => reader.run());
  }

  /** Returns when so many more writes are acknowledged, and at least one of each writer. */
  async more(count: number): Promise<void> {
    const goal = this.ledger.acknowledged + count;
    const goals = this.writers.map((writer) => writer.acknowledged + 1);
    const isThere = (): boolean =>
      this.ledger.objections.length > 0 ||
      (this.ledger.acknowledged >= goal && this.writers.every((writer, i) => writer.acknowledged >= (goals[i] ?? 0)));
    await until(isThere, 'every writer goes on');
  }

  /** Stops the writers, waits for the subscribers, and holds the log against the ledger. */
  async finish(): Promise<Audit> {
    for (const writer of this.writers) writer.stop();
    await Promise.all(this.#writing);
    const found = await audit(this.#client, this.ledger, new Set(this.writers.map((writer) => writer.stream)));
    const [all, few] = [
      await positionsOf(this.#client),
      await positionsOf(this.#client, (stream) => stream.startsWith(`${FEW}-`)),
    ];
    const arrived = (): boolean => this.#all.positions.length >= all.length && this.#few.positions.length >= few.length;
    // What does not arrive is told below, with how much there was.
    await until(arrived, 'the subscribers are given everything', 15_000).catch(() => undefined);
    for (const reader of [this.#all, this.#few]) reader.stop();
    await Promise.all(this.#reading);
    return {
      figures: {
        ...found.figures,
        'events to subscribers': this.#all.positions.length + this.#few.positions.length,
        'attempts to subscribe': this.#all.resumed + this.#few.resumed,
      },
      breaches: [
        ...found.breaches,
        ...compare('the subscriber of $all', this.#all, all),
        ...compare('the filtered subscriber', this.#few, few),
      ],
    };
  }
}
