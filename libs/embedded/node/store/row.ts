import type { RecordedEvent } from '../event.ts';

const COLUMNS = 9;
const FIXED = { int8: 12, uuid: 20, bool: 5, length: 4 } as const;
/** Of one row: how many columns, three numbers of 64 bits, the id, the flag, and the lengths of the four others. */
const ROW = 2 + 3 * FIXED.int8 + FIXED.uuid + FIXED.bool + 4 * FIXED.length;
const HALF = 2 ** 32;
/** What a message begins with: its kind and its length. */
export const MESSAGE_HEADER = 5;

/** A message of PostgreSQL's protocol: what kind it is, and how long. https://www.postgresql.org/docs/current/protocol.html */
export function message(kind: string, content: Buffer): Buffer {
  const header = Buffer.alloc(MESSAGE_HEADER);
  header.write(kind, 0, 'latin1');
  header.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([header, content]);
}

/** The size in bytes of what `RowWriter.row` writes for this event. */
export function rowSize({ stream, type, metadata, data }: RecordedEvent): number {
  return ROW + Buffer.byteLength(stream) + Buffer.byteLength(type) + metadata.length + data.length;
}

/**
 * Writes messages with rows of `eventlog.event` into one buffer of the right size. A row is the same in a COPY and among
 * the parameters of a statement: how many columns there are, and of each its length and its bytes.
 */
export class RowWriter {
  readonly buffer: Buffer;
  #at = 0;

  /** @param size of everything that will be written, in bytes. */
  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size);
  }

  /** The first five bytes of a message; the caller writes its content next. */
  header(kind: string, contentSize: number): this {
    this.buffer[this.#at] = kind.charCodeAt(0);
    this.buffer.writeInt32BE(contentSize + 4, this.#at + 1);
    this.#at += MESSAGE_HEADER;
    return this;
  }

  /** Bytes that are encoded already. */
  raw(bytes: Buffer): this {
    this.buffer.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }

  /** In the order of the columns of `eventlog.event`. */
  row({ position, stream, revision, id, type, isJson, created, metadata, data }: RecordedEvent): this {
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
    return this;
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
    this.raw(value);
  }
}
