import type { RecordedEvent } from '../event.ts';
import { encodePosition } from './append-response.ts';
import { bytesField, fieldSize, textField, varintSize, WireWriter } from './wire.ts';

const EMPTY = Buffer.alloc(0);
const JSON_TYPE = 'application/json';
const BINARY_TYPE = 'application/octet-stream';
const TYPE_KEY = Buffer.from('\x0a\x04type', 'latin1');
/** The parts of the metadata map that are the same for every event, encoded once. */
const CONTENT_TYPE = { json: entry('content-type', JSON_TYPE), binary: entry('content-type', BINARY_TYPE) };
const CREATED_KEY = Buffer.from('\x0a\x07created', 'latin1');
const UUID_LENGTH = 36;

function entry(key: string, value: string): Buffer {
  return Buffer.concat([textField(1, key), textField(2, value)]);
}

/**
 * `event_store.client.streams.ReadResp` with one event. Written in one go into a buffer of the right size: this is
 * what a read and a subscription spend their time on. `created` goes as ticks of 100 nanoseconds since 1970.
 * @param structuredId whether the reader asked for the id as two halves instead of as text.
 */
export function encodeEvent(event: RecordedEvent, structuredId = false): Buffer {
  const id = structuredId ? encodeStructuredId(event.id) : null;
  const streamLength = Buffer.byteLength(event.stream);
  const typeLength = Buffer.byteLength(event.type);
  const created = `${event.created}0000`;
  const idSize = id?.length ?? fieldSize(UUID_LENGTH);
  const typeEntry = TYPE_KEY.length + fieldSize(typeLength);
  const createdEntry = CREATED_KEY.length + fieldSize(created.length);
  const contentType = event.isJson ? CONTENT_TYPE.json : CONTENT_TYPE.binary;
  const positionSize = 1 + varintSize(event.position);
  const size =
    fieldSize(idSize) +
    fieldSize(fieldSize(streamLength)) +
    (1 + varintSize(event.revision)) +
    2 * positionSize +
    fieldSize(typeEntry) +
    fieldSize(contentType.length) +
    fieldSize(createdEntry) +
    fieldSize(event.metadata.length) +
    fieldSize(event.data.length);
  const readEvent = fieldSize(size) + positionSize;
  const writer = new WireWriter(fieldSize(readEvent)).open(1, readEvent).open(1, size).open(1, idSize);
  if (id === null) writer.text(2, event.id, UUID_LENGTH);
  else writer.raw(id);
  return writer
    .open(2, fieldSize(streamLength))
    .text(3, event.stream, streamLength)
    .number(3, event.revision)
    .number(4, event.position)
    .number(5, event.position)
    .open(6, typeEntry)
    .raw(TYPE_KEY)
    .text(2, event.type, typeLength)
    .bytes(6, contentType)
    .open(6, createdEntry)
    .raw(CREATED_KEY)
    .text(2, created, created.length)
    .bytes(7, event.metadata)
    .bytes(8, event.data)
    .number(3, event.position).buffer;
}

function encodeStructuredId(id: string): Buffer {
  const value = BigInt(`0x${id.replaceAll('-', '')}`);
  const most = bigField(1, value >> 64n);
  return bytesField(1, Buffer.concat([most, bigField(2, BigInt.asUintN(64, value))]));
}

function bigField(field: number, value: bigint): Buffer {
  const bytes = [field << 3];
  let rest = value;
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

export function encodeConfirmation(subscriptionId: string): Buffer {
  return bytesField(2, textField(1, subscriptionId));
}

export function encodeCheckpoint(position: number): Buffer {
  return bytesField(3, encodePosition(position));
}

export function encodeStreamNotFound(stream: string): Buffer {
  return bytesField(4, bytesField(1, bytesField(3, Buffer.from(stream, 'utf8'))));
}

/** The subscription has delivered everything that there is, and is live from here. */
export const CAUGHT_UP = bytesField(8, EMPTY);
/** The subscription is no longer live: its reader is slow, and is served from storage until it has caught up. */
export const FELL_BEHIND = bytesField(9, EMPTY);
