import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { MAX_APPEND_SIZE } from '../event.ts';
import { BadRequestError } from '../protocol/bad-request.ts';

/** What this node is, for whoever asks it for more than it offers. */
export const NOT_OFFERED =
  'This is the embedded log node of Samenspel for one machine: it appends, reads and subscribes, and offers nothing else of EventStoreDB.';

class CallError extends Error implements ServiceError {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;

  constructor(code: status, details: string, metadata: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = new Metadata();
    for (const [name, value] of Object.entries(metadata)) this.metadata.set(name, value);
  }
}

export function unavailable(details: string): ServiceError {
  return new CallError(status.UNAVAILABLE, details);
}

export function invalidArgument(details: string): ServiceError {
  return new CallError(status.INVALID_ARGUMENT, details);
}

export function unimplemented(): ServiceError {
  return new CallError(status.UNIMPLEMENTED, NOT_OFFERED);
}

export function deadlineExceeded(): ServiceError {
  // A real server answers a write that it did not finish in time with ABORTED, which the client calls a timeout.
  return new CallError(status.ABORTED, 'Operation timed out');
}

/** The client knows the error by the `exception` in the metadata, and reads the limit from there. */
export function appendTooLarge(): ServiceError {
  return new CallError(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_SIZE} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAX_APPEND_SIZE),
  });
}

/** A failure as the answer of a call: what the client did wrong as such, all else as unavailable. */
export function toCallError(error: unknown): ServiceError {
  if (error instanceof CallError) return error;
  if (error instanceof BadRequestError || error instanceof RangeError) return invalidArgument(error.message);
  return unavailable(error instanceof Error ? error.message : String(error));
}

/** A call that stays open: a read, a subscription or a batch append. */
export interface LongCall {
  readonly writableEnded: boolean;
  readonly destroyed: boolean;
  emit(event: 'error', error: Error): boolean;
}

/**
 * Ends a call with an error, after the messages that it has been given already. By the event and not by `destroy`,
 * which throws those away and leaves the client waiting for a status that never comes.
 */
export function endWith(call: LongCall, error: unknown): void {
  if (!call.writableEnded && !call.destroyed) call.emit('error', toCallError(error));
}
