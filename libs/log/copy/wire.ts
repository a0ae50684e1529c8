import { randomUUID } from 'node:crypto';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams, {
  type BatchAppendReq,
  type BatchAppendResp,
  type ReadReq,
  type ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import timestamp from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { patience } from '../patience.ts';
import type { RawEvent } from './raw-event.ts';

/*
 * The client parses the data of a JSON event and writes them anew: bytes that are not in its own form would change.
 * A copy may change nothing, so these messages are made with the classes that the client itself is generated from, and
 * go over the client's own connection (addresses, TLS, credentials).
 */

const JSON_TYPE = 'application/json';
const BINARY_TYPE = 'application/octet-stream';

/** The request to read `$all` from a position, the event there included; backwards, it is left out. */
export function readAllRequest(from: bigint | 'start' | 'end', direction: 'forwards' | 'backwards'): ReadReq {
  const all = new streams.ReadReq.Options.AllOptions();
  if (from === 'start') all.setStart(new shared.Empty());
  else if (from === 'end') all.setEnd(new shared.Empty());
  else {
    const position = new streams.ReadReq.Options.Position();
    position.setCommitPosition(`${from}`);
    position.setPreparePosition(`${from}`);
    all.setPosition(position);
  }
  const uuids = new streams.ReadReq.Options.UUIDOption();
  uuids.setString(new shared.Empty());
  const options = new streams.ReadReq.Options();
  options.setAll(all);
  options.setUuidOption(uuids);
  options.setResolveLinks(false);
  options.setNoFilter(new shared.Empty());
  options.setCount(`${direction === 'backwards' ? 1 : Number.MAX_SAFE_INTEGER}`);
  const { FORWARDS, BACKWARDS } = streams.ReadReq.Options.ReadDirection;
  options.setReadDirection(direction === 'backwards' ? BACKWARDS : FORWARDS);
  const request = new streams.ReadReq();
  request.setOptions(options);
  return request;
}

/** The event in an answer to a read; undefined when the answer holds something else, such as a checkpoint. */
export function eventIn(response: ReadResp): RawEvent | undefined {
  const event = response.getEvent()?.getEvent();
  if (!event) return undefined;
  const about = event.getMetadataMap();
  return {
    stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
    revision: Number(event.getStreamRevision()),
    id: event.getId()?.getString() ?? '',
    type: about.get('type') ?? '',
    isJson: about.get('content-type') === JSON_TYPE,
    data: event.getData_asU8(),
    metadata: event.getCustomMetadata_asU8(),
    position: BigInt(event.getCommitPosition()),
  };
}

/** Where an append goes, and what must be there. */
export interface Place {
  readonly stream: string;
  /** The revision of the last event before these; -1 when the stream is not there yet. */
  readonly expected: number;
}

/** One append, of one transaction. */
export function appendRequest({ stream, expected }: Place, events: readonly RawEvent[]): BatchAppendReq {
  const name = new shared.StreamIdentifier();
  name.setStreamName(Buffer.from(stream, 'utf8'));
  const options = new streams.BatchAppendReq.Options();
  options.setStreamIdentifier(name);
  options.setDeadline(timestamp.Timestamp.fromDate(new Date(Date.now() + patience.appendDeadline)));
  if (expected < 0) options.setNoStream(new empty.Empty());
  else options.setStreamPosition(`${expected}`);
  const request = new streams.BatchAppendReq();
  request.setCorrelationId(uuidOf(randomUUID()));
  request.setOptions(options);
  request.setIsFinal(true);
  request.setProposedMessagesList(events.map(proposed));
  return request;
}

/** What came of an append. `current` is the last revision of the stream, -1 when there is none. */
export type AppendAnswer =
  | { readonly kind: 'appended'; readonly revision: number }
  | { readonly kind: 'wrong-revision'; readonly current: number }
  /** It was not done in time, as the server sees it; it may be done yet. */
  | { readonly kind: 'late' }
  | { readonly kind: 'refused'; readonly why: string };

/** The answer in the words of the server. */
export function answerIn(response: BatchAppendResp): AppendAnswer {
  const success = response.getSuccess();
  if (success) return { kind: 'appended', revision: Number(success.getCurrentRevision()) };
  const error = response.getError();
  const name = error?.getDetails()?.getTypeName() ?? '';
  if (name === WRONG_REVISION) {
    const wrong = error?.getDetails()?.unpack(shared.WrongExpectedVersion.deserializeBinary, name);
    return {
      kind: 'wrong-revision',
      current: wrong?.hasCurrentStreamRevision() ? Number(wrong.getCurrentStreamRevision()) : -1,
    };
  }
  if (name === LATE) return { kind: 'late' };
  return { kind: 'refused', why: [name.split('.').at(-1), error?.getMessage()].filter(Boolean).join(': ') };
}

const WRONG_REVISION = 'event_store.client.WrongExpectedVersion';
const LATE = 'event_store.client.Timeout';

function proposed(event: RawEvent) {
  const message = new streams.BatchAppendReq.ProposedMessage();
  message.setId(uuidOf(event.id));
  message.getMetadataMap().set('type', event.type);
  message.getMetadataMap().set('content-type', event.isJson ? JSON_TYPE : BINARY_TYPE);
  message.setData(event.data);
  message.setCustomMetadata(event.metadata);
  return message;
}

function uuidOf(text: string) {
  const id = new shared.UUID();
  id.setString(text);
  return id;
}
