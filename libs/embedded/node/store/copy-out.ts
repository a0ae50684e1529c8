import type pg from 'pg';
import type { RecordedEvent } from '../event.ts';
import { decodeRows } from './row-reader.ts';

/**
 * The events that a query gives, by `COPY … TO STDOUT` in binary. The driver takes results as text, in which bytes are
 * written as hexadecimal: twice as much to send and to make texts of, and then to take apart again, for nearly all that a
 * page of the log consists of.
 * @param select with the columns of `eventlog.event` in their order, and without parameters: a COPY knows none.
 */
export async function copyOut(client: pg.ClientBase, select: string): Promise<RecordedEvent[]> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    const query = new CopyOutQuery(`COPY (${select}) TO STDOUT (FORMAT binary)`, (error) => {
      if (error) reject(error);
      else resolve(query.bytes());
    });
    client.query(query);
  });
  return decodeRows(bytes);
}

/** What the driver calls of a query that speaks for itself; `callback` is taken over when there is a time limit. */
class CopyOutQuery implements pg.Submittable {
  callback: (error: Error | null) => void;
  readonly #text: string;
  readonly #chunks: Buffer[] = [];
  #error: Error | null = null;

  constructor(text: string, callback: (error: Error | null) => void) {
    this.#text = text;
    this.callback = callback;
  }

  /** Everything that came, in one piece. */
  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#text);
  }

  /** The driver uses its memory again for what comes next, so the bytes are copied. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.#chunks.push(Buffer.from(chunk));
  }

  handleError(error: Error): void {
    this.#error = error;
    this.callback(error);
  }

  handleCommandComplete(): void {
    return;
  }

  handleReadyForQuery(): void {
    if (this.#error === null) this.callback(null);
  }
}
