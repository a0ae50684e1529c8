import { randomUUID } from 'node:crypto';
import {
  type AllStreamResolvedEvent,
  EventStoreDBClient,
  type JSONEventType,
  type JSONRecordedEvent,
  jsonEvent,
} from '@eventstore/db-client';
import { afterAll, beforeAll } from '@jest/globals';
import { startEngines, type TestEngines } from '../testing/engines.ts';

export type Noted = JSONEventType<'noted.v1', { readonly n: number }>;

/**
 * The suite runs against the embedded node, or against the server that EVENTSTORE_URL names. It speaks to it through
 * the client alone, makes streams of names that nobody else has, and never counts on having the log to itself.
 */
export function useServer(): { readonly client: () => EventStoreDBClient } {
  let engines: TestEngines | null = null;
  let client: EventStoreDBClient | null = null;
  beforeAll(async () => {
    const url = process.env['EVENTSTORE_URL'];
    if (url === undefined) engines = await startEngines();
    client = EventStoreDBClient.connectionString(url ?? engines?.node.connectionString ?? '');
  }, 60_000);
  afterAll(async () => {
    await client?.dispose();
    await engines?.stop();
  });
  return {
    client: () => {
      if (client === null) throw new Error('the server has not started');
      return client;
    },
  };
}

export function newStream(prefix = 'note'): string {
  return `${prefix}-${randomUUID()}`;
}

export function noted(n: number): ReturnType<typeof jsonEvent<Noted>> {
  return jsonEvent<Noted>({ type: 'noted.v1', data: { n } });
}

/** Several at once, numbered from `from`. */
export function notedFrom(from: number, count: number): ReturnType<typeof noted>[] {
  return Array.from({ length: count }, (_, index) => noted(from + index));
}

/** The numbers in a stream, in the order in which it is read. */
export async function numbers(
  reading: AsyncIterable<{ readonly event?: { readonly data: unknown } | undefined }>,
  count = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const found: number[] = [];
  for await (const { event } of reading) {
    found.push(numberOf(event?.data));
    if (found.length >= count) break;
  }
  return found;
}

function numberOf(data: unknown): number {
  if (typeof data === 'object' && data !== null && 'n' in data && typeof data.n === 'number') return data.n;
  throw new Error(`not a noted event: ${JSON.stringify(data)}`);
}

/** Those events of `$all` that belong to these streams: a shared log holds those of others too. */
export async function* within(
  reading: AsyncIterable<AllStreamResolvedEvent>,
  ...streams: readonly string[]
): AsyncGenerator<{ event: JSONRecordedEvent }> {
  for await (const { event } of reading) {
    if (event?.isJson === true && streams.includes(event.streamId)) yield { event };
  }
}

export async function collect<T>(reading: AsyncIterable<T>, count = Number.POSITIVE_INFINITY): Promise<T[]> {
  const found: T[] = [];
  for await (const item of reading) {
    found.push(item);
    if (found.length >= count) break;
  }
  return found;
}
