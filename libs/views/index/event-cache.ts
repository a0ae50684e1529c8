import type { LoggedEvent } from '#log/contract/codec';

const defaultCapacity = 4_000;

/**
 * Events that were just dispatched or read, so that folding live needs no second read of the log. Events never change,
 * so an entry is never wrong; what is missing is read from the log.
 */
export class EventCache {
  private readonly events = new Map<string, LoggedEvent>();

  constructor(private readonly capacity = defaultCapacity) {}

  /** Keeps an event; the oldest one makes room. */
  put(event: LoggedEvent): void {
    this.events.set(placeOf(event), event);
    if (this.events.size <= this.capacity) return;
    const oldest = this.events.keys().next();
    if (!oldest.done) this.events.delete(oldest.value);
  }

  /** The event at that place, when it is still here. */
  get(place: Place): LoggedEvent | undefined {
    return this.events.get(placeOf(place));
  }
}

/** Where an event stands: its stream and its revision in it. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
}

/** The place as one key. */
export function placeOf(place: Place): string {
  return `${place.stream}@${place.revision}`;
}
