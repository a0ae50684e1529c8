import type { Generation } from '../database/generations.ts';
import type { Outcome } from './fold.ts';
import type { OwnRows, Place, RowStep } from './steps.ts';
import type { ColumnValue } from './view-definition.ts';

/** One version of one row, as a batch made it. */
export interface Version {
  readonly key: string;
  readonly programme: string | null;
  readonly shard: number;
  readonly from: number;
  /** The ordinal at which it ended, when that is in the same batch. */
  until: number | null;
  readonly row: unknown;
  /** What stands in the columns of its view, in their order. */
  readonly columns: readonly ColumnValue[];
  /** Characters of its JSON; 0 until it is written. */
  size: number;
}

/** From when, and by which event, a row was left alone because its fold threw. */
export interface Episode {
  readonly key: string;
  readonly programme: string | null;
  readonly shard: number;
  readonly from: number;
  readonly event: string;
  readonly error: string;
  until: number | null;
}

/** The longest text of an error that is kept, in characters. */
const longestError = 500;

/**
 * What a batch does to the rows of one generation. Every event that changes a row makes a version of it, also within one
 * batch.
 */
export class Versions implements OwnRows {
  /** The rows as they were before the batch: those that were read. */
  readonly before = new Map<string, unknown>();
  /** The rows that the batch changed, as they are after it. */
  readonly rows = new Map<string, { readonly row: unknown; readonly programme: string | null }>();
  /** In log order. */
  readonly steps: RowStep[] = [];
  /** In log order. */
  readonly made: Version[] = [];
  /** Versions that were there before the batch, and the ordinals at which they end. */
  readonly closed = new Map<string, number>();
  readonly episodes: Episode[] = [];
  /** Episodes that were there before the batch, and the ordinals at which they end. */
  readonly ended = new Map<string, number>();
  private readonly open = new Map<string, Version>();
  private readonly parked = new Map<string, Episode>();

  constructor(
    readonly generation: Generation,
    /** The rows that were parked before the batch. */
    private readonly parkedBefore: ReadonlySet<string>,
  ) {}

  get isEmpty(): boolean {
    return this.steps.length === 0 && this.episodes.length === 0 && this.ended.size === 0;
  }

  /** @throws Error for a row that nobody read before: taking it for one that does not exist would be wrong. */
  current(key: string): unknown {
    const now = this.rows.get(key);
    if (now) return now.row;
    const row = this.before.get(key);
    if (row === undefined && !this.before.has(key)) {
      throw new Error(`The row ${key} of ${this.generation.view.name} was not read before it was needed`);
    }
    return row;
  }

  isParked(key: string): boolean {
    return this.parked.has(key) || (this.parkedBefore.has(key) && !this.ended.has(key));
  }

  /** The rows that are parked after the batch. */
  parkedAfter(): Set<string> {
    const after = new Set([...this.parkedBefore].filter((key) => !this.ended.has(key)));
    for (const key of this.parked.keys()) after.add(key);
    return after;
  }

  record(outcome: Outcome, at: Place): void {
    if (outcome.kind === 'changed') this.change(outcome, at);
    else if (outcome.kind === 'mended') this.mend(outcome.key, at);
    else this.park(outcome.key, outcome.error, at);
  }

  private change({ key, row, columns }: Extract<Outcome, { kind: 'changed' }>, at: Place): void {
    const { programme, shard, ordinal: from } = at;
    const before = this.current(key);
    this.steps.push({ key, before, after: row, at });
    const version = this.open.get(key);
    if (version) version.until = from;
    else if (before !== undefined) this.closed.set(key, from);
    this.open.delete(key);
    this.rows.set(key, { row, programme });
    if (row === undefined) return;
    const made: Version = { key, programme, shard, from, until: null, row, columns, size: 0 };
    this.open.set(key, made);
    this.made.push(made);
  }

  private park(key: string, error: Error, { programme, shard, ordinal: from, event }: Place): void {
    const text = `${error.name}: ${error.message}`.replaceAll('\0', '').slice(0, longestError);
    const episode: Episode = { key, programme, shard, from, event, error: text, until: null };
    this.parked.set(key, episode);
    this.episodes.push(episode);
  }

  private mend(key: string, { ordinal }: Place): void {
    const episode = this.parked.get(key);
    if (episode) episode.until = ordinal;
    else this.ended.set(key, ordinal);
    this.parked.delete(key);
  }
}
