/** Where an event stands. */
export interface EventPlace {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly id: string;
}

/**
 * The events that were written last, found by id and by place. With it an append that comes twice is known. A real
 * server checks ids for `any` and `stream exists` only in such a cache too, which is empty after a restart and
 * forgets what is old, so nobody may build on it.
 *
 * In two halves: what is new goes into the young half, and when that is full it becomes the old half, and what the old one
 * held is forgotten. To forget the oldest event at each new one would cost more than all else that is done for it here.
 */
export class RecentEvents {
  #young = new Half();
  #old = new Half();
  readonly #limit: number;

  /** @param limit at most so many events are kept, and the last half of that many always. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Keeps the place only: an event's bytes must not live on here. */
  add({ id, stream, revision, position }: EventPlace): void {
    if (this.#young.size >= this.#limit / 2) {
      this.#old = this.#young;
      this.#young = new Half();
    }
    this.#young.add({ id, stream, revision, position });
  }

  withId(id: string): EventPlace | undefined {
    return this.#young.withId(id) ?? this.#old.withId(id);
  }

  at(stream: string, revision: number): EventPlace | undefined {
    return this.#young.at(stream, revision) ?? this.#old.at(stream, revision);
  }
}

class Half {
  readonly #byId = new Map<string, EventPlace>();
  /** Of each stream an unbroken row: every event of the log passes by here. */
  readonly #byStream = new Map<string, EventPlace[]>();

  get size(): number {
    return this.#byId.size;
  }

  add(event: EventPlace): void {
    this.#byId.set(event.id, event);
    const others = this.#byStream.get(event.stream);
    if (others === undefined) this.#byStream.set(event.stream, [event]);
    else others.push(event);
  }

  withId(id: string): EventPlace | undefined {
    return this.#byId.get(id);
  }

  at(stream: string, revision: number): EventPlace | undefined {
    const events = this.#byStream.get(stream);
    const [first] = events ?? [];
    return first && events?.[revision - first.revision];
  }
}
