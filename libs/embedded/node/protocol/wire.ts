/**
 * The part of the protobuf wire format that the hot messages need. The generated classes copy every byte array and
 * build an object per field, which halves the speed of appends and reads; here bytes are passed on as they came.
 * https://protobuf.dev/programming-guides/encoding/
 */
const HIGH = 2 ** 32;

/** Field number times eight, plus the type of what follows: 0 a varint, 2 a length and so many bytes. */
export const varintTag = (field: number): number => field << 3;
export const bytesTag = (field: number): number => (field << 3) | 2;

/** Reads a message front to back: `while (reader.next()) switch (reader.field) …`. */
export class WireReader {
  field = 0;
  #type = 0;
  #at: number;
  readonly #end: number;
  readonly #bytes: Buffer;

  /** @param at where the message begins within the bytes, @param end where it ends. */
  constructor(bytes: Buffer, at = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
  }

  /** Moves to the next field; false at the end. Each field must then be read or skipped. */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const tag = this.varint();
    this.field = tag >>> 3;
    this.#type = tag & 7;
    return true;
  }

  /** An unsigned number. Above 2^53 it loses precision, which only a revision that cannot exist would reach. */
  varint(): number {
    let result = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#at < this.#end ? this.#bytes[this.#at] : undefined;
      if (byte === undefined) throw new RangeError('a message ends in the middle of a number');
      this.#at += 1;
      result += (byte & 0x7f) * scale;
      if (byte < 0x80) return result;
    }
  }

  /** An unsigned number of up to 64 bits, exactly. */
  bigVarint(): bigint {
    let result = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.#at < this.#end ? this.#bytes[this.#at] : undefined;
      if (byte === undefined) throw new RangeError('a message ends in the middle of a number');
      this.#at += 1;
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, result);
    }
  }

  /** A view on the bytes, not a copy. */
  bytes(): Buffer {
    const start = this.#pass();
    return this.#bytes.subarray(start, this.#at);
  }

  text(): string {
    const start = this.#pass();
    return this.#bytes.toString('utf8', start, this.#at);
  }

  message(): WireReader {
    const start = this.#pass();
    return new WireReader(this.#bytes, start, this.#at);
  }

  skip(): void {
    const fixed: Readonly<Record<number, number>> = { 1: 8, 5: 4 };
    if (this.#type === 0) this.varint();
    else if (this.#type === 2) this.#pass();
    else if (fixed[this.#type] !== undefined) this.#at += fixed[this.#type] ?? 0;
    else throw new RangeError(`wire type ${this.#type} is not supported`);
  }

  /** Moves over a length and so many bytes. @returns where they began. */
  #pass(): number {
    const length = this.varint();
    const start = this.#at;
    if (start + length > this.#end) throw new RangeError('a message ends in the middle of a field');
    this.#at = start + length;
    return start;
  }
}

export function varintSize(value: number): number {
  if (value < 0x80) return 1;
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/** The size of a field of bytes with its tag (one byte: all fields here are below sixteen) and its length. */
export function fieldSize(length: number): number {
  return 1 + varintSize(length) + length;
}

/** Writes into one buffer of exactly the right size, which the caller worked out beforehand. */
export class WireWriter {
  readonly buffer: Buffer;
  #at = 0;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size);
  }

  varint(value: number): this {
    let rest = value;
    // Bit operations work on 32 bits, so the high part goes by division.
    while (rest >= HIGH) {
      this.buffer[this.#at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    rest >>>= 0;
    while (rest >= 0x80) {
      this.buffer[this.#at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.buffer[this.#at++] = rest;
    return this;
  }

  /** A tag and the length of the message that the caller writes next. */
  open(field: number, length: number): this {
    this.buffer[this.#at++] = bytesTag(field);
    return this.varint(length);
  }

  number(field: number, value: number): this {
    this.buffer[this.#at++] = varintTag(field);
    return this.varint(value);
  }

  bytes(field: number, value: Uint8Array): this {
    this.open(field, value.length);
    this.buffer.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  /** Bytes that are encoded already. */
  raw(value: Uint8Array): this {
    this.buffer.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  /** @param length of the text in bytes of UTF-8. */
  text(field: number, value: string, length: number): this {
    this.open(field, length);
    // As many bytes as characters: plain ASCII, which needs no encoding.
    this.#at += this.buffer.write(value, this.#at, length, length === value.length ? 'latin1' : 'utf8');
    return this;
  }
}

/** A message of any shape, for answers that are rare or small: the fields are encoded and joined. */
export function encodeMessage(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

export function numberField(field: number, value: number): Buffer {
  return new WireWriter(1 + varintSize(value)).number(field, value).buffer;
}

export function bytesField(field: number, value: Uint8Array): Buffer {
  return new WireWriter(fieldSize(value.length)).bytes(field, value).buffer;
}

export function textField(field: number, value: string): Buffer {
  return bytesField(field, Buffer.from(value, 'utf8'));
}
