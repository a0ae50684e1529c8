import { createHash } from 'node:crypto';
import type { RawEvent } from './raw-event.ts';

/**
 * The SHA-256 over everything that a log says, in log order: of each event its stream, revision, id, type, whether it
 * is JSON, the bytes of its data and of its metadata. Each part is preceded by its length, so that no two different
 * logs read the same. Positions and the moments at which a server stored an event are its own, and left out.
 */
export class ContentHash {
  readonly #hash = createHash('sha256');
  #events = 0;

  /** How many events it covers. */
  get events(): number {
    return this.#events;
  }

  add(event: RawEvent): void {
    this.#events += 1;
    const place = Buffer.alloc(9);
    place.writeBigUInt64BE(BigInt(event.revision));
    place.writeUInt8(event.isJson ? 1 : 0, 8);
    this.#hash.update(place);
    for (const text of [event.stream, event.id, event.type]) this.#part(Buffer.from(text, 'utf8'));
    this.#part(event.data);
    this.#part(event.metadata);
  }

  /** The hash in lower-case hexadecimal. Nothing can be added after it. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  #part(bytes: Uint8Array): void {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    this.#hash.update(length).update(bytes);
  }
}
