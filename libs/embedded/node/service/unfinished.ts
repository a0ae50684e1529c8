import { type ProposedEvent, sizeOf } from '../event.ts';
import type { AppendOptions } from '../protocol/append-request.ts';

/**
 * How long the messages of one append may take to come, in milliseconds, whatever its deadline: until then what came of
 * it is kept in memory. The client itself gives up after as long, when nobody has set another deadline.
 */
export const COMPLETE_WITHIN_MS = 10_000;

/** An append as far as its messages have come in. */
export interface Pending {
  readonly options: AppendOptions;
  readonly events: ProposedEvent[];
  size: number;
}

export function pendingOf(options: AppendOptions): Pending {
  return { options, events: [], size: 0 };
}

export function add(pending: Pending, events: readonly ProposedEvent[]): void {
  for (const event of events) {
    pending.events.push(event);
    pending.size += sizeOf(event);
  }
}

interface Kept {
  readonly append: Pending;
  readonly timer: NodeJS.Timeout;
}

/**
 * The appends of one call of which messages have still to come, by their correlation id. One whose last message does
 * not come in time is told and forgotten, as by a real server: a client that gives up half-way, and keeps its call,
 * must not leave anything behind in memory.
 */
export class Unfinished {
  readonly #kept = new Map<string, Kept>();
  readonly #onLate: (correlationId: string, append: Pending) => void;

  /** @param onLate called with an append that has just been forgotten, because its time was up. */
  constructor(onLate: (correlationId: string, append: Pending) => void) {
    this.#onLate = onLate;
  }

  get(correlationId: string): Pending | undefined {
    return this.#kept.get(correlationId)?.append;
  }

  /** Until its deadline, and not longer than ten seconds. One that is kept already keeps the time that it has. */
  keep(correlationId: string, append: Pending): void {
    if (this.#kept.has(correlationId)) return;
    const { deadline } = append.options;
    const left = deadline === null ? COMPLETE_WITHIN_MS : deadline - Date.now();
    const timer = setTimeout(
      () => {
        this.#kept.delete(correlationId);
        this.#onLate(correlationId, append);
      },
      Math.min(left, COMPLETE_WITHIN_MS),
    );
    this.#kept.set(correlationId, { append, timer });
  }

  forget(correlationId: string): void {
    clearTimeout(this.#kept.get(correlationId)?.timer);
    this.#kept.delete(correlationId);
  }

  forgetAll(): void {
    for (const { timer } of this.#kept.values()) clearTimeout(timer);
    this.#kept.clear();
  }
}
