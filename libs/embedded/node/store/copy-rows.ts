import type pg from 'pg';
import type { RecordedEvent } from '../event.ts';

/**
 * `COPY … FROM STDIN` in one go: the statement, the rows and the end of them leave in one write, without waiting for the
 * word to begin, which PostgreSQL's protocol allows: it passes over rows that come after a refusal. It is one statement
 * and so one transaction, one round trip and one commit, and costs PostgreSQL and this process about half of what an
 * INSERT of the same rows does: PostgreSQL fills whole pages, and nothing is turned into parameters.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY
 */
export function copyEvents(client: pg.Client, events: readonly RecordedEvent[]): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(encodeCopy(events), (error) => (error ? reject(error) : resolve())));
  });
}

/** What the driver calls of a query that speaks for itself; `callback` is taken over when there is a time limit. */
class CopyQuery implements pg.Submittable {
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

const COLUMNS = 9;
const FIXED = { int8: 12, uuid: 20, bool: 5, length: 4 } as const;
/** Of one row: how many columns, three numbers of 64 bits, the id, the flag, and the lengths of the four others. */
const ROW = 2 + 3 * FIXED.int8 + FIXED.uuid + FIXED.bool + 4 * FIXED.length;
const HALF = 2 ** 32;
const MESSAGE_HEADER = 5;

/** The statement as a message of its own, up to where the rows begin. */
const STATEMENT = message('Q', Buffer.from('COPY eventlog.event FROM STDIN (FORMAT binary)\0', 'latin1'));
const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const DONE = message('c', Buffer.alloc(0));
const END_OF_ROWS = 2;

function message(kind: string, content: Buffer): Buffer {
  const header = Buffer.alloc(MESSAGE_HEADER);
  header.write(kind, 0, 'latin1');
  header.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([header, content]);
}

/** The three messages, in one buffer of the right size. */
export function encodeCopy(events: readonly RecordedEvent[]): Buffer {
  return new RowsWriter(events).buffer;
}

/** Writes rows in the order of the columns of `eventlog.event`. */
class RowsWriter {
  readonly buffer: Buffer;
  #at = STATEMENT.length;

  constructor(events: readonly RecordedEvent[]) {
    const content = SIGNATURE.length + events.reduce((sum, event) => sum + rowSize(event), 0) + END_OF_ROWS;
    this.buffer = Buffer.allocUnsafe(STATEMENT.length + MESSAGE_HEADER + content + DONE.length);
    this.buffer.set(STATEMENT);
    this.buffer.write('d', this.#at, 'latin1');
    this.buffer.writeInt32BE(content + 4, this.#at + 1);
    this.buffer.set(SIGNATURE, this.#at + MESSAGE_HEADER);
    this.#at += MESSAGE_HEADER + SIGNATURE.length;
    for (const event of events) this.#row(event);
    this.buffer.writeInt16BE(-1, this.#at);
    this.buffer.set(DONE, this.#at + END_OF_ROWS);
  }

  #row({ position, stream, revision, id, type, isJson, created, metadata, data }: RecordedEvent): void {
    this.buffer.writeInt16BE(COLUMNS, this.#at);
    this.#at += 2;
    this.#int8(position);
    this.#text(stream);
    this.#int8(revision);
    this.#uuid(id);
    this.#text(type);
    this.#length(1);
    this.buffer[this.#at++] = isJson ? 1 : 0;
    this.#int8(created);
    this.#bytes(metadata);
    this.#bytes(data);
  }

  #length(length: number): void {
    this.buffer.writeInt32BE(length, this.#at);
    this.#at += FIXED.length;
  }

  /** In two halves: a BigInt for each number would cost more than all the rest of the row. */
  #int8(value: number): void {
    this.#length(8);
    this.buffer.writeInt32BE(Math.floor(value / HALF), this.#at);
    this.buffer.writeUInt32BE(value >>> 0, this.#at + 4);
    this.#at += 8;
  }

  #text(value: string): void {
    const written = this.buffer.write(value, this.#at + FIXED.length, 'utf8');
    this.#length(written);
    this.#at += written;
  }

  #uuid(value: string): void {
    this.#length(16);
    this.#at += this.buffer.write(value.replaceAll('-', ''), this.#at, 16, 'hex');
  }

  #bytes(value: Buffer): void {
    this.#length(value.length);
    this.buffer.set(value, this.#at);
    this.#at += value.length;
  }
}

function rowSize({ stream, type, metadata, data }: RecordedEvent): number {
  return ROW + Buffer.byteLength(stream) + Buffer.byteLength(type) + metadata.length + data.length;
}
