/** An event as the log holds it: nothing is parsed, so that nothing can change on the way. */
export interface RawEvent {
  readonly stream: string;
  /** The place in its stream, from 0. */
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  /** Empty when there is none. */
  readonly metadata: Uint8Array;
  /** The native position in `$all` of the log that it was read from; it differs from log to log. */
  readonly position: bigint;
}

/** Whether two logs hold the same event at the same place. Positions are the server's own and do not count. */
export function isSame(a: RawEvent, b: RawEvent): boolean {
  return (
    a.id === b.id &&
    a.revision === b.revision &&
    a.stream === b.stream &&
    a.type === b.type &&
    a.isJson === b.isJson &&
    Buffer.compare(a.data, b.data) === 0 &&
    Buffer.compare(a.metadata, b.metadata) === 0
  );
}

/** What the event counts for against a server's limit of one append, in bytes. */
export function sizeOf(event: RawEvent): number {
  return event.data.length + event.metadata.length + event.type.length * 2;
}
