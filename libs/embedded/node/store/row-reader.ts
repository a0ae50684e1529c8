import type { RecordedEvent } from '../event.ts';

/** Eleven bytes by which a binary COPY is known, flags, and the length of what a later version may add. */
const FLAGS_AT = 11;
const EXTENSION_AT = FLAGS_AT + 4;
const NO_MORE_ROWS = -1;
const HALF = 2 ** 32;

/**
 * The rows of a binary COPY of `eventlog.event`. Their bytes are not copied: they live as long as one of the events does.
 * https://www.postgresql.org/docs/current/sql-copy.html
 */
export function decodeRows(bytes: Buffer): RecordedEvent[] {
  const reader = new RowReader(bytes);
  const events: RecordedEvent[] = [];
  for (let event = reader.next(); event !== null; event = reader.next()) events.push(event);
  return events;
}

/** Reads field by field what `RowWriter` writes. */
class RowReader {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#at = EXTENSION_AT + 4 + bytes.readInt32BE(EXTENSION_AT);
  }

  /** @throws RangeError when the rows end in the middle of one. */
  next(): RecordedEvent | null {
    const columns = this.#bytes.readInt16BE(this.#at);
    this.#at += 2;
    if (columns === NO_MORE_ROWS) return null;
    return {
      position: this.#int8(),
      stream: this.#text(),
      revision: this.#int8(),
      id: this.#uuid(),
      type: this.#text(),
      isJson: this.#bytes[this.#pass()] === 1,
      created: this.#int8(),
      metadata: this.#slice(),
      data: this.#slice(),
    };
  }

  /** Moves over a field, of which no column may be null. @returns where its bytes began. */
  #pass(): number {
    const from = this.#at + 4;
    this.#at = from + this.#bytes.readInt32BE(this.#at);
    return from;
  }

  #int8(): number {
    const from = this.#pass();
    return this.#bytes.readInt32BE(from) * HALF + this.#bytes.readUInt32BE(from + 4);
  }

  #text(): string {
    const from = this.#pass();
    return this.#bytes.toString('utf8', from, this.#at);
  }

  #uuid(): string {
    const from = this.#pass();
    const hex = this.#bytes.toString('hex', from, this.#at);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  #slice(): Buffer {
    const from = this.#pass();
    return this.#bytes.subarray(from, this.#at);
  }
}
