import { status } from '@grpc/grpc-js';
import { type Expected, MAX_APPEND_SIZE, NO_STREAM } from '../event.ts';
import { bytesField, encodeMessage, fieldSize, numberField, textField, varintSize, WireWriter } from './wire.ts';

/** What became of an append. */
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly revision: number; readonly position: number | null }
  | { readonly kind: 'wrong-expected-version'; readonly current: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'bad-request'; readonly message: string }
  | { readonly kind: 'unimplemented'; readonly message: string };

const EMPTY = Buffer.alloc(0);
const PACKAGE = 'event_store.client';

/** The success message, whose fields have the same numbers in both kinds of append. */
function encodeSuccess(revision: number, position: number | null): Buffer {
  return encodeMessage(
    revision === NO_STREAM ? bytesField(2, EMPTY) : numberField(1, revision),
    position === null ? bytesField(4, EMPTY) : bytesField(3, encodePosition(position)),
  );
}

/** Commit and prepare position are the same: every event of this log was committed where it was written. */
export function encodePosition(position: number): Buffer {
  return encodeMessage(numberField(1, position), numberField(2, position));
}

/** `event_store.client.streams.BatchAppendResp` */
export function encodeBatchAppendResponse(
  correlationId: string,
  stream: string,
  expected: Expected | null,
  outcome: AppendOutcome,
): Buffer {
  if (outcome.kind === 'appended' && outcome.position !== null) {
    return encodeBatchAppended(correlationId, stream, outcome.revision, outcome.position);
  }
  return encodeMessage(
    bytesField(1, textField(2, correlationId)),
    outcome.kind === 'appended'
      ? bytesField(3, encodeSuccess(outcome.revision, outcome.position))
      : bytesField(2, encodeStatus(expected, outcome)),
    bytesField(4, bytesField(3, Buffer.from(stream, 'utf8'))),
  );
}

/** The usual answer, in one go into a buffer of the right size: it is written as often as there are appends. */
function encodeBatchAppended(correlationId: string, stream: string, revision: number, position: number): Buffer {
  const idLength = Buffer.byteLength(correlationId);
  const streamLength = Buffer.byteLength(stream);
  const positionSize = 2 + 2 * varintSize(position);
  const successSize = 1 + varintSize(revision) + fieldSize(positionSize);
  const size = fieldSize(fieldSize(idLength)) + fieldSize(successSize) + fieldSize(fieldSize(streamLength));
  return new WireWriter(size)
    .open(1, fieldSize(idLength))
    .text(2, correlationId, idLength)
    .open(3, successSize)
    .number(1, revision)
    .open(3, positionSize)
    .number(1, position)
    .number(2, position)
    .open(4, fieldSize(streamLength))
    .text(3, stream, streamLength).buffer;
}

type Failure = Exclude<AppendOutcome, { kind: 'appended' }>;

/** `google.rpc.Status`, with the details by which the client tells one failure from another. */
function encodeStatus(expected: Expected | null, failure: Failure): Buffer {
  switch (failure.kind) {
    case 'wrong-expected-version':
      return encodeRpcStatus(
        status.UNKNOWN,
        'WrongExpectedVersion',
        `${PACKAGE}.WrongExpectedVersion`,
        encodeWrongExpected(expected, failure.current, BATCH_FIELDS),
      );
    case 'too-large':
      return encodeRpcStatus(
        status.INVALID_ARGUMENT,
        'MaximumAppendSizeExceeded',
        `${PACKAGE}.MaximumAppendSizeExceeded`,
        numberField(1, MAX_APPEND_SIZE),
      );
    case 'timeout':
      return encodeRpcStatus(status.DEADLINE_EXCEEDED, 'Timeout', `${PACKAGE}.Timeout`, EMPTY);
    case 'bad-request':
      return encodeRpcStatus(
        status.INVALID_ARGUMENT,
        failure.message,
        `${PACKAGE}.BadRequest`,
        textField(1, failure.message),
      );
    case 'unimplemented':
      return encodeRpcStatus(status.UNIMPLEMENTED, failure.message, 'google.protobuf.Empty', EMPTY);
    default:
      return failure satisfies never;
  }
}

/** The client reads the details without asking whether they are there, so there always are. */
function encodeRpcStatus(code: number, message: string, type: string, details: Buffer): Buffer {
  return encodeMessage(
    numberField(1, code),
    textField(2, message),
    bytesField(3, encodeMessage(textField(1, `type.googleapis.com/${type}`), bytesField(2, details))),
  );
}

/** `event_store.client.streams.AppendResp`; other failures than a wrong revision are the call's own. */
export function encodeAppendResponse(
  expected: Expected,
  outcome: Extract<AppendOutcome, { kind: 'appended' | 'wrong-expected-version' }>,
): Buffer {
  return outcome.kind === 'appended'
    ? bytesField(1, encodeSuccess(outcome.revision, outcome.position))
    : bytesField(2, encodeWrongExpected(expected, outcome.current, UNARY_FIELDS));
}

interface WrongExpectedFields {
  readonly current: number;
  readonly currentNoStream: number;
  readonly revision: number;
  readonly any: number;
  readonly 'stream-exists': number;
  readonly 'no-stream': number;
}

const BATCH_FIELDS: WrongExpectedFields = {
  current: 1,
  currentNoStream: 2,
  revision: 3,
  any: 4,
  'stream-exists': 5,
  'no-stream': 6,
};
const UNARY_FIELDS: WrongExpectedFields = {
  current: 6,
  currentNoStream: 7,
  revision: 8,
  any: 9,
  'stream-exists': 10,
  'no-stream': 11,
};

function encodeWrongExpected(expected: Expected | null, current: number, fields: WrongExpectedFields): Buffer {
  const known = expected ?? { kind: 'any' };
  return encodeMessage(
    current === NO_STREAM ? bytesField(fields.currentNoStream, EMPTY) : numberField(fields.current, current),
    known.kind === 'revision' ? numberField(fields.revision, known.revision) : bytesField(fields[known.kind], EMPTY),
  );
}
