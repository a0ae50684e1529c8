import streams, { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { RecordedEvent } from '../event.ts';
import { storable } from '../protocol/names.ts';
import { invalidArgument } from './status.ts';

export type From = 'start' | 'end' | number;

/** Whether a reader wants an event. */
export type Filter = (event: RecordedEvent) => boolean;

/** The checkpoints of a filtered subscription come once per so many events that were looked at. */
export interface FilterRequest {
  readonly accepts: Filter;
  readonly checkpointInterval: number;
}

export interface ReadRequest {
  /** Null for `$all`. */
  readonly stream: string | null;
  readonly from: From;
  readonly isBackwards: boolean;
  /** Null for a subscription, which has no end. */
  readonly count: number | null;
  readonly filter: FilterRequest | null;
  readonly structuredId: boolean;
}

/** What a real server looks at between two looks at the clock, and so the unit of the checkpoint interval. */
const SEARCH_WINDOW = 32;

/**
 * `event_store.client.streams.ReadReq`, decoded by the client's own generated class: it comes once per read.
 * @throws ServiceError INVALID_ARGUMENT, BadRequestError for a name that no stream can have.
 */
export function decodeReadRequest(bytes: Buffer): ReadRequest {
  const options = streams.ReadReq.deserializeBinary(bytes).getOptions();
  if (options === undefined) throw invalidArgument('a read has no options');
  const isSubscription = options.hasSubscription();
  const isBackwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  if (isSubscription && isBackwards) throw invalidArgument('a subscription goes forwards');
  const filter = options.getFilter();
  if (filter !== undefined && options.hasStream()) throw invalidArgument('a filter is for $all only');
  return {
    ...decodeSource(options),
    isBackwards,
    count: isSubscription ? null : Number(options.getCount()),
    filter: filter === undefined ? null : decodeFilter(filter),
    structuredId: options.getUuidOption()?.hasStructured() ?? false,
  };
}

function decodeSource(options: ReadReq.Options): Pick<ReadRequest, 'stream' | 'from'> {
  const stream = options.getStream();
  if (stream !== undefined) {
    const name = Buffer.from(stream.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
    if (storable(name, 'stream') === '') throw invalidArgument('the stream has no name');
    const from = stream.hasRevision() ? Number(stream.getRevision()) : stream.hasEnd() ? 'end' : 'start';
    return { stream: name, from };
  }
  const all = options.getAll();
  if (all === undefined) throw invalidArgument('a read names neither a stream nor $all');
  const position = all.getPosition();
  return { stream: null, from: position ? Number(position.getCommitPosition()) : all.hasEnd() ? 'end' : 'start' };
}

function decodeFilter(filter: ReadReq.Options.FilterOptions): FilterRequest {
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  if (expression === undefined) throw invalidArgument('a filter names neither streams nor event types');
  const subject: (event: RecordedEvent) => string = filter.hasStreamIdentifier()
    ? (event) => event.stream
    : (event) => event.type;
  const window = filter.hasMax() ? filter.getMax() : SEARCH_WINDOW;
  const interval = filter.getCheckpointintervalmultiplier() * window;
  if (interval <= 0) throw invalidArgument('the checkpoint interval must be above 0');
  const matches = matcher(expression.getRegex(), expression.getPrefixList());
  return { accepts: (event) => matches(subject(event)), checkpointInterval: interval };
}

/** A regular expression goes before prefixes, as on a real server; there it is one of .NET, here of JavaScript. */
function matcher(regex: string, prefixes: readonly string[]): (text: string) => boolean {
  if (regex === '') return (text) => prefixes.some((prefix) => text.startsWith(prefix));
  try {
    const expression = new RegExp(regex);
    return (text) => expression.test(text);
  } catch {
    throw invalidArgument(`${JSON.stringify(regex)} is not a regular expression that this node understands`);
  }
}
