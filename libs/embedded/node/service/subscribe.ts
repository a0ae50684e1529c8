import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { NO_STREAM, type RecordedEvent } from '../event.ts';
import {
  CAUGHT_UP,
  encodeCheckpoint,
  encodeConfirmation,
  encodeEvent,
  FELL_BEHIND,
} from '../protocol/read-response.ts';
import type { Log } from '../store/log.ts';
import { Outlet } from './outlet.ts';
import { isLastPage, nextPage } from './read.ts';
import type { ReadRequest } from './read-request.ts';

const LIVE_PAGE = 500;
const FIRST_PAGE = 64;

/**
 * A subscription: what is there after its starting point, and then what comes, until the reader goes. It starts after
 * the position or revision that is named, not at it.
 *
 * It walks the log by position, in the memory of the tail while it can and in storage when it is behind, and asks for
 * what comes after the last event that it has looked at: so it can neither miss an event nor give one twice.
 */
export async function subscribe(
  log: Log,
  request: ReadRequest,
  call: ServerWritableStream<Buffer, Buffer>,
): Promise<void> {
  const outlet = new Outlet(call, () => log.tail.wakeAll());
  // Settled before the confirmation: what is appended once the reader knows that it is subscribed must reach it.
  const start = await startOf(log, request);
  outlet.write(encodeConfirmation(randomUUID()));
  const walk = new Walk(log, request, outlet);
  if (request.stream === null) await walk.all(start);
  else await walk.stream(request.stream, start);
}

/** The position (for `$all`) or the revision after which a subscription starts. */
async function startOf(log: Log, { stream, from }: ReadRequest): Promise<number> {
  if (typeof from === 'number') return from;
  if (from === 'start') return stream === null ? 0 : NO_STREAM;
  return stream === null ? log.tail.head : log.reader.lastRevisionAt(stream, log.tail.head);
}

class Walk {
  readonly #log: Log;
  readonly #request: ReadRequest;
  readonly #outlet: Outlet;
  #isLive = false;
  #lookedAt = 0;

  constructor(log: Log, request: ReadRequest, outlet: Outlet) {
    this.#log = log;
    this.#request = request;
    this.#outlet = outlet;
  }

  async all(from: number): Promise<void> {
    for (let at = from; !this.#outlet.isClosed; ) {
      const page = this.#log.tail.after(at, LIVE_PAGE) ?? (await this.#behind(at));
      if (page.length === 0) await this.#waitBeyond(at);
      else await this.#deliver(page);
      at = page.at(-1)?.position ?? at;
    }
  }

  /** @param from the revision after which it starts. */
  async stream(name: string, from: number): Promise<void> {
    for (let revision = from; !this.#outlet.isClosed; ) {
      // Taken before storage is read: whatever is committed after it is found in the tail.
      const head = this.#log.tail.head;
      revision = await this.#catchUp(name, revision, head);
      revision = await this.#follow(name, revision, head);
      await this.#fellBehind();
    }
  }

  /** Gives what the tail has of a stream, until it has to be read from storage again. @returns the last revision. */
  async #follow(name: string, from: number, head: number): Promise<number> {
    let revision = from;
    for (let at = head; !this.#outlet.isClosed; ) {
      const page = this.#log.tail.after(at, LIVE_PAGE);
      if (page === null) break;
      const after = revision;
      const news = page.filter((event) => event.stream === name && event.revision > after);
      await this.#deliver(news);
      revision = news.at(-1)?.revision ?? revision;
      if (page.length === 0) await this.#waitBeyond(at);
      at = page.at(-1)?.position ?? at;
    }
    return revision;
  }

  /** What storage has of a stream up to a position. @returns the last revision. */
  async #catchUp(name: string, from: number, head: number): Promise<number> {
    let revision = from;
    for (let size = FIRST_PAGE; !this.#outlet.isClosed; ) {
      const page = await this.#log.reader.streamFrom(name, revision + 1, size);
      const known = page.filter(({ position }) => position <= head);
      await this.#deliver(known);
      revision = known.at(-1)?.revision ?? revision;
      if (known.length < page.length || isLastPage(page, size)) break;
      size = nextPage(page);
    }
    return revision;
  }

  /**
   * What storage has after a position. Storage may have events already of which the node does not know yet that they are
   * durable: nobody is given those, and a read by another way does not have them either.
   */
  async #behind(at: number): Promise<readonly RecordedEvent[]> {
    await this.#fellBehind();
    const { head } = this.#log.tail;
    const page = await this.#log.reader.allAfter(at, Number.MAX_SAFE_INTEGER);
    return (page.at(-1)?.position ?? 0) <= head ? page : page.filter(({ position }) => position <= head);
  }

  async #fellBehind(): Promise<void> {
    if (this.#isLive) await this.#outlet.write(FELL_BEHIND);
    this.#isLive = false;
  }

  async #waitBeyond(at: number): Promise<void> {
    if (!this.#isLive) await this.#outlet.write(CAUGHT_UP);
    this.#isLive = true;
    if (!this.#outlet.isClosed) await this.#log.tail.waitBeyond(at);
  }

  async #deliver(page: readonly RecordedEvent[]): Promise<void> {
    const { filter, structuredId } = this.#request;
    for (const event of page) {
      if (filter === null || filter.accepts(event)) {
        const full = this.#outlet.write(encodeEvent(event, structuredId));
        if (full !== null) await full;
      }
      if (filter !== null) await this.#checkpoint(event, filter.checkpointInterval);
      if (this.#outlet.isClosed) return;
    }
  }

  /** Tells where a filtered subscription has come to, although it may have had nothing to give for long. */
  async #checkpoint(event: RecordedEvent, interval: number): Promise<void> {
    this.#lookedAt += 1;
    if (this.#lookedAt < interval) return;
    this.#lookedAt = 0;
    const full = this.#outlet.write(encodeCheckpoint(event.position));
    if (full !== null) await full;
  }
}
