import { randomUUID } from 'node:crypto';
import { type EventData, type EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { alternate, perSecond, type Side } from '../rounds.ts';
import { Disk } from './disk.ts';
import type { Environment } from './environment.ts';
import { usualEvent } from './sample.ts';

/** Streams stay short in the product, so the benchmark's do too. */
export const STREAM_LENGTH = 100;

/** Writes events to a stream of its own, each under the revision that it expects: all checks are on. */
export class Writer {
  #stream = '';
  #revision = STREAM_LENGTH;
  readonly #client: EventStoreDBClient;
  readonly #event: (number: number) => EventData;

  constructor(client: EventStoreDBClient, event: (number: number) => EventData = usualEvent) {
    this.#client = client;
    this.#event = event;
  }

  async append(): Promise<void> {
    if (this.#revision >= STREAM_LENGTH) {
      this.#stream = `bench-${randomUUID()}`;
      this.#revision = -1;
    }
    const expectedRevision = this.#revision < 0 ? NO_STREAM : BigInt(this.#revision);
    await this.#client.appendToStream(this.#stream, this.#event(this.#revision + 1), { expectedRevision });
    this.#revision += 1;
  }
}

/** Appends per second through one client by so many writers at once. */
export function appending(
  client: EventStoreDBClient,
  writers: number,
  span: number,
  event?: (number: number) => EventData,
): Side {
  const all = Array.from({ length: writers }, () => new Writer(client, event));
  return () => perSecond(writers, span, (writer) => all[writer]?.append() ?? Promise.resolve());
}

/** The node between its two ceilings, at 1 and at 32 writers; and for a lone writer the least that could take its place. */
export async function measureAppends({ client, bare, storing, nearDatabaseUrl, size }: Environment) {
  const disk = await Disk.open(nearDatabaseUrl);
  const { span, rounds } = size;
  const rates = await alternate(
    {
      node1: appending(client, 1, span),
      bare1: appending(bare, 1, span),
      storing1: appending(storing, 1, span),
      disk1: () => disk.rowsPerSecond(1, span),
      node32: appending(client, 32, span),
      bare32: appending(bare, 32, span),
      rows32: () => disk.rowsPerSecond(32, span),
      grouped32: () => disk.groupedPerSecond(span),
    },
    rounds,
  );
  await disk.close();
  return rates;
}
