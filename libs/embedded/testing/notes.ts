import { randomUUID } from 'node:crypto';
import {
  type AllStreamResolvedEvent,
  type JSONEventType,
  type JSONRecordedEvent,
  jsonEvent,
} from '@eventstore/db-client';

/** The event of tests: a number, by which it is known again. */
export type Noted = JSONEventType<'noted.v1', { readonly n: number; readonly text?: string }>;

/** A name that no other test, and nobody else on a shared server, has. */
export function newStream(prefix = 'note'): string {
  return `${prefix}-${randomUUID()}`;
}

export function noted(n: number): ReturnType<typeof jsonEvent<Noted>> {
  return jsonEvent<Noted>({ type: 'noted.v1', data: { n } });
}

/** Several at once, numbered from `from`; with so many bytes each. */
export function notedFrom(from: number, count: number, weight = 0): ReturnType<typeof noted>[] {
  const text = weight === 0 ? {} : { text: '.'.repeat(weight) };
  return Array.from({ length: count }, (_, index) =>
    jsonEvent<Noted>({ type: 'noted.v1', data: { n: from + index, ...text } }),
  );
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

/** @throws Error when it is not the data of a noted event. */
export function numberOf(data: unknown): number {
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
