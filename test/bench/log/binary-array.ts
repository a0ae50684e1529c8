/**
 * PostgreSQL's binary form of one-dimensional arrays. The driver sends a Buffer in binary, but writes arrays as text,
 * which for bytes means two hexadecimal digits each and a good deal of escaping; this is what an append costs most.
 */
const OID = { bytea: 17, int8: 20 } as const;
const HEADER = 20;
const HALF = 2 ** 32;

function allocate(oid: number, count: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + count * 4 + size);
  buffer.writeInt32BE(count === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(0, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}

export function int8Array(values: readonly number[]): Buffer {
  const buffer = allocate(OID.int8, values.length, values.length * 8);
  let at = HEADER;
  for (const value of values) {
    buffer.writeInt32BE(8, at);
    // In two halves: a BigInt for each number would cost more than all the rest of the array.
    buffer.writeInt32BE(Math.floor(value / HALF), at + 4);
    buffer.writeUInt32BE(value >>> 0, at + 8);
    at += 12;
  }
  return buffer;
}

export function byteaArray(values: readonly Buffer[]): Buffer {
  return bytes(OID.bytea, values);
}

function bytes(oid: number, values: readonly Buffer[]): Buffer {
  const size = values.reduce((sum, value) => sum + value.length, 0);
  const buffer = allocate(oid, values.length, size);
  let at = HEADER;
  for (const value of values) {
    buffer.writeInt32BE(value.length, at);
    buffer.set(value, at + 4);
    at += 4 + value.length;
  }
  return buffer;
}
