/** What goes over a line, cut where one thing ends and the next begins. */
export interface Frame {
  /** The name of its kind: what a test asks for. */
  readonly kind: string;
  readonly bytes: Buffer;
}

/** Takes bytes as they come, and gives the frames that are complete. */
export type Splitter = (bytes: Buffer) => Frame[];

export type Direction = 'to-server' | 'to-client';

/** Makes a splitter for one direction of one connection. */
export type Protocol = (direction: Direction) => Splitter;

interface Next {
  readonly kind: string;
  readonly length: number;
}

/** @param next the kind and the length of what is first in these bytes; null when they do not say it yet. */
function splitter(next: (bytes: Buffer) => Next | null): Splitter {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const frames: Frame[] = [];
    for (let found = next(rest); found !== null && rest.length >= found.length; found = next(rest)) {
      frames.push({ kind: found.kind, bytes: rest.subarray(0, found.length) });
      rest = rest.subarray(found.length);
    }
    return frames;
  };
}

const HTTP2: Readonly<Record<number, string>> = { 0: 'data', 1: 'headers' };
const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** HTTP/2: `headers`, `data` (a message), and `other`. RFC 9113, section 4.1. */
export const http2: Protocol = (direction) => {
  let isGreeted = direction === 'to-client';
  return splitter((bytes) => {
    if (!isGreeted) {
      if (bytes.length < PREFACE.length) return null;
      isGreeted = true;
      return { kind: 'other', length: PREFACE.length };
    }
    if (bytes.length < 9) return null;
    // An empty frame of data only says that nothing more will come.
    const length = bytes.readUIntBE(0, 3);
    const kind = HTTP2[bytes[3] ?? -1] ?? 'other';
    return { kind: kind === 'data' && length === 0 ? 'other' : kind, length: 9 + length };
  });
};

/** PostgreSQL: the letter of each message; `startup` for the first of a client, which has none. */
export const postgresql: Protocol = (direction) => {
  let isStarted = direction === 'to-client';
  return splitter((bytes) => {
    if (!isStarted) {
      if (bytes.length < 4) return null;
      isStarted = true;
      return { kind: 'startup', length: bytes.readInt32BE(0) };
    }
    if (bytes.length < 5) return null;
    return { kind: String.fromCharCode(bytes[0] ?? 0), length: 1 + bytes.readInt32BE(1) };
  });
};
