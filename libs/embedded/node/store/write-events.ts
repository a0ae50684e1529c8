import type pg from 'pg';
import type { RecordedEvent } from '../event.ts';
import { encodeCopy } from './copy-rows.ts';
import { encodeInsert } from './insert-row.ts';

/**
 * Writes events in one transaction of their own, with one round trip and one commit. @returns once they are durable.
 * @throws what PostgreSQL answers, or the driver when the connection is lost.
 */
export function writeEvents(client: pg.Client, events: readonly RecordedEvent[]): Promise<void> {
  const [first] = events;
  const bytes = first !== undefined && events.length === 1 ? encodeInsert(first) : encodeCopy(events);
  return new Promise((resolve, reject) => {
    client.query(new EncodedQuery(bytes, (error) => (error ? reject(error) : resolve())));
  });
}

/** What the driver calls of a query that speaks for itself; `callback` is taken over when there is a time limit. */
class EncodedQuery implements pg.Submittable {
  callback: (error: Error | null) => void;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, callback: (error: Error | null) => void) {
    this.#bytes = bytes;
    this.callback = callback;
  }

  submit(connection: pg.Connection): void {
    connection.stream.write(this.#bytes);
  }

  /** The rows are on their way already. */
  handleCopyInResponse(): void {
    return;
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  /** The commit is what comes after it. */
  handleCommandComplete(): void {
    return;
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }
}
