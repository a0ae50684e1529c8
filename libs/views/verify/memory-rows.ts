import type { Outcome } from '../engine/fold.ts';
import type { Input, OwnRows, Place, RowStep } from '../engine/steps.ts';
import type { RowsByKey } from '../engine/view-definition.ts';

/** One version of a row, with the row itself and its columns as digests. */
export interface FoldedVersion {
  readonly programme: string | null;
  until: number | null;
  readonly digest: string;
  /** Of what stands in the columns beside it. */
  readonly columns: string;
}

/** A row was left alone from here on: by which event, and until which ordinal. */
export interface FoldedEpisode {
  readonly event: string;
  until: number | null;
}

/** The rows of one view in memory, with every version as a digest. */
export class MemoryRows implements OwnRows, Input {
  readonly versions = new Map<string, FoldedVersion>();
  readonly episodes = new Map<string, FoldedEpisode>();
  /** What the event that is being folded did. */
  steps: RowStep[] = [];
  private readonly rows = new Map<string, unknown>();
  /** By programme, as they were before the event. */
  private readonly programmes = new Map<string, Map<string, unknown>>();
  private readonly open = new Map<string, FoldedVersion>();
  private readonly parked = new Map<string, FoldedEpisode>();

  constructor(private readonly digestOf: (json: unknown) => string) {}

  current(key: string): unknown {
    return this.rows.get(key);
  }

  /** Only asked of rows that the event did not change. */
  start(key: string): unknown {
    return this.rows.get(key);
  }

  startOf(programme: string): RowsByKey {
    return this.programmes.get(programme) ?? new Map();
  }

  isParked(key: string): boolean {
    return this.parked.has(key);
  }

  record(outcome: Outcome, at: Place): void {
    const { key } = outcome;
    if (outcome.kind === 'changed') this.change(outcome, at);
    else if (outcome.kind === 'mended') this.mend(key, at);
    else {
      const episode: FoldedEpisode = { event: at.event, until: null };
      this.parked.set(key, episode);
      this.episodes.set(`${key}@${at.ordinal}`, episode);
    }
  }

  /** The event is folded into all views: its steps are done. */
  settle(): void {
    for (const { key, after, at } of this.steps) {
      if (at.programme === null) continue;
      const rows = this.programmes.get(at.programme) ?? new Map<string, unknown>();
      this.programmes.set(at.programme, rows);
      if (after === undefined) rows.delete(key);
      else rows.set(key, after);
    }
    if (this.steps.length > 0) this.steps = [];
  }

  private change({ key, row, columns }: Extract<Outcome, { kind: 'changed' }>, at: Place): void {
    this.steps.push({ key, before: this.rows.get(key), after: row, at });
    const before = this.open.get(key);
    if (before) before.until = at.ordinal;
    this.open.delete(key);
    this.rows.set(key, row);
    if (row === undefined) return;
    const [digest, ofColumns] = [row, columns].map(this.digestOf) as [string, string];
    const version: FoldedVersion = { programme: at.programme, until: null, digest, columns: ofColumns };
    this.open.set(key, version);
    this.versions.set(`${key}@${at.ordinal}`, version);
  }

  private mend(key: string, at: Place): void {
    const episode = this.parked.get(key);
    if (episode) episode.until = at.ordinal;
    this.parked.delete(key);
  }
}
