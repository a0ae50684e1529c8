/** What a writer offers. The bytes are kept as they came; nothing here looks into them. */
export interface ProposedEvent {
  /** A UUID in its usual form, in lower case. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Buffer;
  /** Empty when there is none. */
  readonly metadata: Buffer;
}

/** What is in the log. */
export interface RecordedEvent extends ProposedEvent {
  readonly stream: string;
  /** Counts from 0 within the stream, without gaps. */
  readonly revision: number;
  /**
   * Where it ends in the log, in bytes of the log as a whole. As on a real server it grows by the size of what is
   * written, so nobody can come to rely on positions that follow each other closely.
   */
  readonly position: number;
  /** Milliseconds since 1970, by the clock of the node. */
  readonly created: number;
}

/** What the writer believes about the stream. */
export type Expected =
  | { readonly kind: 'any' }
  | { readonly kind: 'no-stream' }
  | { readonly kind: 'stream-exists' }
  | { readonly kind: 'revision'; readonly revision: number };

/** A stream that has no events yet has this as its last revision. */
export const NO_STREAM = -1;

/** Fixed cost of an event in the log, beside its texts and bytes. */
const OVERHEAD = 64;

/** The largest append, in bytes of data, metadata and type: EventStoreDB's own default, and the client's expectation. */
export const MAX_APPEND_SIZE = 1024 * 1024;

/** The bytes that an event counts for, both against the limit of an append and in positions. */
export function sizeOf(event: ProposedEvent): number {
  return event.data.length + event.metadata.length + event.type.length * 2;
}

/** By how much the log grows with an event. */
export function lengthInLog(event: ProposedEvent): number {
  return sizeOf(event) + OVERHEAD;
}
