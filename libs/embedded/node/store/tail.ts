import type { RecordedEvent } from '../event.ts';

/**
 * The end of the log, in memory: what was committed last, bounded in events and bytes. Live subscriptions read from
 * it. Whoever falls out of it reads from storage until it has caught up, so a slow reader costs nothing but itself.
 */
export class Tail {
  /** Null before `#start`: what was forgotten leaves its place empty at once, for its bytes are what the limit is about. */
  #events: (RecordedEvent | null)[] = [];
  #start = 0;
  /** Everything after this position is in `#events`. */
  #from: number;
  #head: number;
  readonly #limits: { readonly events: number; readonly bytes: number };
  #waiting: (() => void)[] = [];

  /** @param head the position of the last event when it starts; 0 when there is none. */
  constructor(head: number, limits = { events: 20_000, bytes: 32 * 1024 * 1024 }) {
    this.#from = head;
    this.#head = head;
    this.#limits = limits;
  }

  /** The position of the last durable event. */
  get head(): number {
    return this.#head;
  }

  /** Called once the events are durable: nobody sees them before. */
  publish(events: readonly RecordedEvent[]): void {
    for (const event of events) this.#events.push(event);
    this.#head = events.at(-1)?.position ?? this.#head;
    this.#trim();
    this.wakeAll();
  }

  /** The events after a position, at most `limit`; null when it has forgotten some of them. */
  after(position: number, limit: number): readonly RecordedEvent[] | null {
    if (position < this.#from) return null;
    const index = this.#indexAfter(position);
    return this.#events.slice(index, index + limit).filter((event) => event !== null);
  }

  /** Returns as soon as the log goes beyond a position, or when everybody is woken. */
  waitBeyond(position: number): Promise<void> {
    if (this.#head > position) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** Wakes those who wait, so that they can see that their call has ended. */
  wakeAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #indexAfter(position: number): number {
    let low = this.#start;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#events[middle]?.position ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Positions count bytes, so the distance between two of them is what the events between them weigh. */
  #trim(): void {
    while (this.#events.length - this.#start > this.#limits.events || this.#head - this.#from > this.#limits.bytes) {
      const oldest = this.#events[this.#start];
      if (!oldest) break;
      this.#from = oldest.position;
      this.#events[this.#start] = null;
      this.#start += 1;
    }
    // Moved up when as many places are empty as are not: at every event it would cost by the length.
    if (this.#start * 2 > this.#events.length) {
      this.#events = this.#events.slice(this.#start);
      this.#start = 0;
    }
  }
}
