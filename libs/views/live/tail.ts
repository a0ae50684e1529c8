import { type ChangeFilter, fits, type Horizon, isSeen, type ShardChange } from './change.ts';

/** What a reader gets at one go. */
export interface Batch {
  readonly changes: readonly ShardChange[];
  /** Everything up to here that fits was given, now or before. */
  readonly upTo: number;
}

/**
 * Of these candidates, in order: those that fit and can be seen. The first that fits and cannot be seen yet ends it, so
 * that nothing is passed over.
 *
 * @param end up to where the candidates go.
 */
export function takeSeen(
  candidates: Iterable<ShardChange>,
  { filter, horizon, end, limit }: { filter: ChangeFilter; horizon: Horizon; end: number; limit: number },
): Batch {
  const changes: ShardChange[] = [];
  for (const change of candidates) {
    if (!fits(change, filter)) continue;
    if (!isSeen(change, horizon)) return { changes, upTo: change.ordinal - 1 };
    changes.push(change);
    if (changes.length === limit) return { changes, upTo: change.ordinal };
  }
  return { changes, upTo: end };
}

/**
 * The end of the index, read once for all readers of this process. Ordinals have no gaps, so a place in it is a
 * subtraction. It keeps no more than `room` changes, however slow a reader is: who is behind it reads for himself.
 */
export class Tail {
  private changes: ShardChange[] = [];
  /** The ordinal before the first change that is kept. */
  from = 0;

  constructor(private readonly room: number) {}

  /** The last ordinal that was read. */
  get end(): number {
    return this.from + this.changes.length;
  }

  /** Begins anew, after that ordinal. */
  restart(after: number): void {
    this.changes = [];
    this.from = after;
  }

  /** Adds what follows; the oldest make room. */
  add(changes: readonly ShardChange[]): void {
    this.changes.push(...changes);
    const excess = this.changes.length - this.room;
    if (excess <= 0) return;
    this.changes = this.changes.slice(excess);
    this.from += excess;
  }

  /** Those after that ordinal, which must not lie before `from`, up to and including that one. */
  *between(after: number, upTo: number): Generator<ShardChange> {
    for (let place = after - this.from; place < Math.min(this.changes.length, upTo - this.from); place += 1) {
      const change = this.changes[place];
      if (change) yield change;
    }
  }
}
