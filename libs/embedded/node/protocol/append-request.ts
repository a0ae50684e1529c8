import type { Expected, ProposedEvent } from '../event.ts';
import { BadRequestError } from './bad-request.ts';
import { storable } from './names.ts';
import { WireReader } from './wire.ts';

export interface AppendOptions {
  readonly stream: string;
  readonly expected: Expected;
  /** Milliseconds since 1970; null when the writer waits for as long as it takes. */
  readonly deadline: number | null;
}

/** One message of a batch append: an append comes in one or more of these, told apart by the correlation id. */
export interface BatchAppendRequest {
  readonly correlationId: string;
  /** In the first message of an append only. */
  readonly options: AppendOptions | null;
  readonly events: readonly ProposedEvent[];
  readonly isFinal: boolean;
}

/** One message of a unary append: first the options, then one event each. */
export type AppendRequest =
  | { readonly kind: 'options'; readonly options: AppendOptions }
  | { readonly kind: 'event'; readonly event: ProposedEvent };

/** Where a batch append holds its options. */
const OPTIONS = 2;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * `event_store.client.streams.BatchAppendReq`
 * @throws BadRequestError with the correlation id, and whether there were options, as far as the message was read.
 */
export function decodeBatchAppend(bytes: Buffer): BatchAppendRequest {
  const message: Draft = { correlationId: '', options: null, events: [], isFinal: false };
  const reader = new WireReader(bytes);
  try {
    while (reader.next()) decodeBatchField(reader, message);
    return message;
  } catch (error) {
    if (!(error instanceof BadRequestError || error instanceof RangeError)) throw error;
    // They may be what is faulty.
    const hasOptions = message.options !== null || reader.field === OPTIONS;
    throw new BadRequestError(error.message, { correlationId: message.correlationId, hasOptions });
  }
}

interface Draft {
  correlationId: string;
  options: AppendOptions | null;
  readonly events: ProposedEvent[];
  isFinal: boolean;
}

function decodeBatchField(reader: WireReader, message: Draft): void {
  if (reader.field === 1) message.correlationId = decodeUuid(reader.message());
  else if (reader.field === OPTIONS) message.options = decodeOptions(reader.message(), BATCH_OPTIONS);
  else if (reader.field === 3) message.events.push(decodeProposed(reader.message()));
  else if (reader.field === 4) message.isFinal = reader.varint() === 1;
  else reader.skip();
}

/** `event_store.client.streams.AppendReq` */
export function decodeAppend(bytes: Buffer): AppendRequest {
  const reader = new WireReader(bytes);
  while (reader.next()) {
    if (reader.field === 1) return { kind: 'options', options: decodeOptions(reader.message(), UNARY_OPTIONS) };
    if (reader.field === 2) return { kind: 'event', event: decodeProposed(reader.message()) };
    reader.skip();
  }
  throw new BadRequestError('an append message has neither options nor an event');
}

type OptionField = 'stream' | 'revision' | 'no-stream' | 'any' | 'stream-exists' | 'deadline' | 'timeout';
type OptionFields = Readonly<Record<number, OptionField>>;

/** The two kinds of append number the same options differently. */
const UNARY_OPTIONS: OptionFields = { 1: 'stream', 2: 'revision', 3: 'no-stream', 4: 'any', 5: 'stream-exists' };
const BATCH_OPTIONS: OptionFields = {
  1: 'stream',
  2: 'revision',
  3: 'no-stream',
  4: 'any',
  5: 'stream-exists',
  6: 'deadline',
  7: 'timeout',
};

function decodeOptions(reader: WireReader, fields: OptionFields): AppendOptions {
  let stream = '';
  let expected: Expected | null = null;
  let deadline: number | null = null;
  while (reader.next()) {
    const field = fields[reader.field];
    if (field === 'stream') stream = storable(decodeStreamName(reader.message()), 'stream');
    else if (field === 'revision') expected = { kind: 'revision', revision: reader.varint() };
    else if (field === 'deadline') deadline = decodeMilliseconds(reader.message());
    else if (field === 'timeout') deadline = Date.now() + decodeMilliseconds(reader.message());
    else {
      if (field !== undefined) expected = { kind: field };
      reader.skip();
    }
  }
  if (expected === null) throw new BadRequestError('an append does not say which revision it expects');
  return { stream, expected, deadline };
}

function decodeStreamName(reader: WireReader): string {
  let name = '';
  while (reader.next()) {
    if (reader.field === 3) name = reader.text();
    else reader.skip();
  }
  return name;
}

/** A `Timestamp` or a `Duration`: seconds and nanoseconds. */
function decodeMilliseconds(reader: WireReader): number {
  let milliseconds = 0;
  while (reader.next()) {
    if (reader.field === 1) milliseconds += reader.varint() * 1000;
    else if (reader.field === 2) milliseconds += reader.varint() / 1e6;
    else reader.skip();
  }
  return milliseconds;
}

function decodeUuid(reader: WireReader): string {
  while (reader.next()) {
    if (reader.field === 2) return checkedUuid(reader.text());
    if (reader.field === 1) return structuredUuid(reader.message());
    reader.skip();
  }
  throw new BadRequestError('an id is missing');
}

function checkedUuid(text: string): string {
  if (!UUID.test(text)) throw new BadRequestError(`${JSON.stringify(text.slice(0, 64))} is not a UUID`);
  return text.toLowerCase();
}

/** Two signed 64-bit halves, which other clients than ours send. */
function structuredUuid(reader: WireReader): string {
  const halves = { most: 0n, least: 0n };
  while (reader.next()) {
    if (reader.field === 1) halves.most = reader.bigVarint();
    else if (reader.field === 2) halves.least = reader.bigVarint();
    else reader.skip();
  }
  const hex = ((halves.most << 64n) | halves.least).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function decodeProposed(reader: WireReader): ProposedEvent {
  let id = '';
  let data: Buffer = EMPTY;
  let metadata: Buffer = EMPTY;
  const properties: Properties = { type: null, 'content-type': null };
  while (reader.next()) {
    if (reader.field === 1) id = decodeUuid(reader.message());
    else if (reader.field === 2) decodeEntry(reader.message(), properties);
    else if (reader.field === 3) metadata = reader.bytes();
    else if (reader.field === 4) data = reader.bytes();
    else reader.skip();
  }
  if (id === '' || id === NO_ID) throw new BadRequestError('an event has no id');
  const isJson = required(properties, 'content-type') === 'application/json';
  const type = storable(required(properties, 'type'), 'event type');
  if (type === '') throw new BadRequestError('an event has no type');
  return { id, type, isJson, data, metadata };
}

/** Those of an event's properties that the log asks for; others are passed over. */
type Properties = Record<'type' | 'content-type', string | null>;

function required(properties: Properties, name: keyof Properties): string {
  const value = properties[name];
  if (value === null) throw new BadRequestError(`required metadata property missing: ${name}`);
  return value;
}

const EMPTY = Buffer.alloc(0);
const NO_ID = '00000000-0000-0000-0000-000000000000';

function decodeEntry(reader: WireReader, properties: Properties): void {
  let key = '';
  let value = '';
  while (reader.next()) {
    if (reader.field === 1) key = reader.text();
    else if (reader.field === 2) value = reader.text();
    else reader.skip();
  }
  if (key === 'type' || key === 'content-type') properties[key] = value;
}
