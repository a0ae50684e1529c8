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
 */
export class RecentEvents {
  readonly #byId = new Map<string, EventPlace>();
  readonly #byPlace = new Map<string, EventPlace>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Keeps the place only: an event's bytes must not live on here. */
  add({ id, stream, revision, position }: EventPlace): void {
    this.#keep(placeKey(stream, revision), { id, stream, revision, position });
  }

  /** Adds all that another one has, in its order. */
  take(others: RecentEvents): void {
    for (const [key, event] of others.#byPlace) this.#keep(key, event);
  }

  #keep(key: string, event: EventPlace): void {
    this.#byId.set(event.id, event);
    this.#byPlace.set(key, event);
    if (this.#byPlace.size <= this.#limit) return;
    const [oldest] = this.#byPlace.entries();
    if (oldest === undefined) return;
    this.#byPlace.delete(oldest[0]);
    if (this.#byId.get(oldest[1].id) === oldest[1]) this.#byId.delete(oldest[1].id);
  }

  withId(id: string): EventPlace | undefined {
    return this.#byId.get(id);
  }

  at(stream: string, revision: number): EventPlace | undefined {
    return this.#byPlace.get(placeKey(stream, revision));
  }
}

function placeKey(stream: string, revision: number): string {
  return `${revision}@${stream}`;
}
