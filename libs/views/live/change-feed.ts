import type { Kysely } from 'kysely';
import { rest } from '#log/patience';
import type { Listener } from '../database/session.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewRegistry } from '../engine/registry.ts';
import { NotThereYet } from '../query/as-of.ts';
import { type ChangeFilter, type Horizon, readChanges, readHorizon, seenTo } from './change.ts';
import { type Batch, Tail, takeSeen } from './tail.ts';

const defaultRoom = 5_000;
/** Changes that a reader gets at one go, and that are read at one go. */
const page = 200;
const readAhead = 1_000;
/** What comes in within this time is read together, in milliseconds: readers notice nothing, the database does. */
const gather = 20;
/** Notifications can be lost, so it looks by itself this often. */
const lookAgain = 500;
/** The longest that a reader waits to begin; as long as a question waits. */
const beginWithin = 5_000;

export interface ChangeFeedOptions {
  readonly db: Kysely<ViewsSchema>;
  readonly listener: Listener;
  readonly registry: Pick<ViewRegistry, 'byFold'>;
  readonly onTrouble: (error: Error) => void;
  /** Changes that are kept for all readers together; who is further behind is served from the database. */
  readonly room?: number;
}

export interface Follow {
  /** The last ordinal that the reader has; without it, it begins with what cannot be seen yet. */
  readonly after?: number | undefined;
  readonly filter: ChangeFilter;
  readonly signal: AbortSignal;
  /** After so many milliseconds without a change, an empty batch says how far it is. */
  readonly idleMs: number;
}

/**
 * Tells readers what was recorded, as soon as whoever asks then is answered with it: in the order of the index, each
 * change once, from any ordinal on. Readers set the pace; one that stays behind is served from the database.
 */
export class ChangeFeed {
  private readonly tail: Tail;
  private horizon: Horizon | undefined;
  private readers = 0;
  private looks = 0;
  private readonly waiting = new Set<() => void>();
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly options: ChangeFeedOptions) {
    this.tail = new Tail(options.room ?? defaultRoom);
  }

  /**
   * Every batch of changes from there on, until the signal ends. The first batch may be empty: it says where the reader
   * begins.
   *
   * @throws NotThereYet while there is no index to read; what reading the database throws.
   */
  async *follow({ after, filter, signal, idleMs }: Follow): AsyncGenerator<Batch> {
    this.enter();
    try {
      const horizon = await this.firstHorizon(signal);
      let at = after ?? seenTo(horizon);
      yield { changes: [], upTo: at };
      let saidAt = performance.now();
      while (!signal.aborted) {
        const { looks } = this;
        const { changes, upTo } = await this.next(at, filter);
        const isIdle = performance.now() - saidAt >= idleMs;
        const hasMoved = upTo > at;
        at = Math.max(at, upTo);
        if (changes.length > 0 || isIdle) {
          yield { changes, upTo: at };
          saidAt = performance.now();
        }
        if (!hasMoved) await this.moved(looks, saidAt + idleMs - performance.now(), signal);
      }
    } finally {
      this.readers -= 1;
    }
  }

  /** What comes after that ordinal and can be seen, as far as one page goes. */
  private async next(after: number, filter: ChangeFilter): Promise<Batch> {
    const { horizon, tail } = this;
    if (!horizon || after >= horizon.head) return { changes: [], upTo: after };
    // The tail may be read further than the horizon; of what lies beyond nobody knows yet whether it can be seen.
    const { head } = horizon;
    if (after >= tail.from) return takeSeen(tail.between(after, head), { filter, horizon, end: head, limit: page });
    const upTo = Math.min(tail.from, head);
    const found = await readChanges(this.options.db, filter, { after, upTo, limit: page });
    return takeSeen(found, { filter, horizon, end: upTo, limit: page });
  }

  private enter(): void {
    this.readers += 1;
    if (this.readers > 1) return;
    // While nobody read, nobody looked: what is known is of then, and the first reader begins now.
    this.horizon = undefined;
    this.looking = this.looking.then(() => this.look());
  }

  /** Reads what is new, for as long as there is a reader. */
  private async look(): Promise<void> {
    const { listener, onTrouble } = this.options;
    while (this.readers > 0) {
      const heard = listener.count;
      await this.lookOnce().catch(onTrouble);
      this.looks += 1;
      for (const wake of this.waiting) wake();
      await listener.next(heard, lookAgain);
      await rest(gather);
    }
  }

  private async lookOnce(): Promise<void> {
    const { db, registry } = this.options;
    const horizon = await readHorizon(db, registry);
    if (!horizon) return;
    const { tail } = this;
    // What was there before the first reader came is read when it is asked for; and an index can be made anew.
    if (!this.horizon || horizon.head < tail.end) tail.restart(horizon.head);
    while (tail.end < horizon.head) {
      const range = { after: tail.end, upTo: horizon.head, limit: readAhead };
      const changes = await readChanges(db, {}, range);
      if (changes.length === 0) break;
      tail.add(changes);
    }
    // When the index is being made anew, a part of it may have gone in between: then this look tells nothing.
    if (tail.end === horizon.head) this.horizon = horizon;
  }

  private async firstHorizon(signal: AbortSignal): Promise<Horizon> {
    const until = performance.now() + beginWithin;
    while (!this.horizon && !signal.aborted && performance.now() < until) {
      await this.moved(this.looks, lookAgain, signal);
    }
    if (this.horizon) return this.horizon;
    throw new NotThereYet('the first event', 0);
  }

  /** Resolves after the next look, after that many milliseconds, or when the signal ends. */
  private moved(since: number, withinMs: number, signal: AbortSignal): Promise<void> {
    if (this.looks > since || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.max(0, withinMs));
      this.waiting.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
