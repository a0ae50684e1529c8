import type { Generation } from '../database/generations.ts';
import { type Reading, readCurrent, type StoredRow } from './current-rows.ts';
import { ProgrammeRows } from './programme-rows.ts';
import { Recent } from './recent.ts';
import type { Versions } from './versions.ts';
import type { RowsByKey } from './view-definition.ts';

interface KnownRow {
  readonly row: unknown;
  readonly programme: string | null;
}

interface ChangedRow extends KnownRow {
  /** Of the batch that changed it last. */
  readonly versions: Versions;
}

/** What a row costs in memory besides its text, in characters. */
const overhead = 200;

/**
 * The current rows of generations that one process folds: out of memory when they were used lately, and otherwise out of
 * the tables. What a batch did is known here at once (`add`), before it is written; so the next batch can be folded
 * meanwhile.
 *
 * Rows out of memory are true as long as nobody else writes these generations. Whoever uses it holds their locks and
 * makes sure of that by their stamps (`meet`), or because nobody else may write them at all.
 */
export class RowSource {
  private readonly rows: Recent<KnownRow>;
  private readonly programmes: Recent<ProgrammeRows>;
  /** By generation: raised when what was known of it may be wrong. What stands under older numbers is not found any more. */
  private readonly epochs = new Map<number, number>();
  /** By generation and key: rows that were changed and are not in the tables yet. */
  private readonly changed = new Map<number, Map<string, ChangedRow>>();
  /** The batches that are not in the tables yet, the oldest first. */
  private readonly unwritten: (readonly Versions[])[] = [];
  private readonly parked = new Map<number, ReadonlySet<string>>();
  /** By generation and shard: the stamp of whoever wrote to it last, when it was met. */
  private readonly stamps = new Map<number, Map<number, number>>();

  /** @param room how much it keeps, in characters of JSON. */
  constructor(room: number) {
    this.rows = new Recent(room / 2);
    this.programmes = new Recent(room / 2);
  }

  /** The rows of a generation that are parked. */
  parkedOf(generation: number): ReadonlySet<string> {
    return this.parked.get(generation) ?? nobody;
  }

  /**
   * Begins with a generation that was locked just now, in these shards: the stamps of whoever wrote to it last, and which
   * of its rows are parked. When a shard was written to by somebody else, nothing that is known of its rows counts any more.
   *
   * That goes for a shard that is met for the first time, too: an event that concerns several programmes has rows read of
   * shards that are not locked, and who writes those meanwhile is seen only when they are.
   */
  meet(generation: number, stamps: ReadonlyMap<number, number>, parked: ReadonlySet<string>): void {
    this.parked.set(generation, parked);
    const known = this.stamps.get(generation) ?? new Map<number, number>();
    const isOther = [...stamps].some(([shard, stamp]) => known.get(shard) !== stamp);
    if (isOther) this.epochs.set(generation, (this.epochs.get(generation) ?? 0) + 1);
    this.stamps.set(generation, new Map([...known, ...stamps]));
  }

  /** Reads the rows with these keys into `before` of what a batch does to them; those that are there already stay. */
  async read(reading: Reading, wanted: readonly { readonly versions: Versions; readonly keys: Iterable<string> }[]) {
    const missing: { readonly versions: Versions; readonly keys: string[] }[] = [];
    for (const { versions, keys } of wanted) {
      const lacking: string[] = [];
      for (const key of keys) {
        if (versions.before.has(key)) continue;
        const known = this.known(versions.generation.id, key);
        if (known) versions.before.set(key, known.row);
        else lacking.push(key);
      }
      if (lacking.length > 0) missing.push({ versions, keys: lacking });
    }
    const found = await readCurrent(
      reading,
      missing.map(({ versions, keys }) => ({ generation: versions.generation, keys })),
    );
    for (const { versions, keys } of missing) {
      const { id } = versions.generation;
      const stored = new Map(found.get(id)?.map((row) => [row.key, row]));
      for (const key of keys) versions.before.set(key, this.keep(id, key, stored.get(key)).row);
    }
  }

  /** All current rows of programmes, as they were before the batch that is being folded. */
  async readProgrammes(
    reading: Reading,
    generation: Generation,
    programmes: Iterable<string>,
  ): Promise<ReadonlyMap<string, RowsByKey>> {
    const result = new Map<string, RowsByKey>();
    const lacking = new Set<string>();
    for (const programme of programmes) {
      const known = this.programmes.get(this.name(generation.id, programme));
      if (known) result.set(programme, known.byKey);
      else lacking.add(programme);
    }
    if (lacking.size === 0) return result;
    // What is written while this reads may be in neither of the two afterwards.
    const changed = new Map(this.changed.get(generation.id));
    const found = (await readCurrent(reading, [{ generation, programmes: lacking }])).get(generation.id) ?? [];
    for (const programme of lacking) {
      const stored = found.filter((row) => row.programme === programme);
      result.set(programme, this.keepProgramme(generation.id, programme, { stored, changed }));
    }
    return result;
  }

  private keepProgramme(
    generation: number,
    programme: string,
    rows: { readonly stored: readonly StoredRow[]; readonly changed: ReadonlyMap<string, KnownRow> },
  ): RowsByKey {
    const held = new ProgrammeRows(overhead);
    for (const stored of rows.stored) {
      held.put(stored.key, this.keep(generation, stored.key, stored).row);
      held.measured(stored.key, stored.row.length);
    }
    for (const [key, { row, programme: of }] of rows.changed) if (of === programme) held.put(key, row);
    this.programmes.set(this.name(generation, programme), held, held.size);
    return held.byKey;
  }

  /** From now on the rows are as this batch leaves them. `written` must follow, or `drop`. */
  add(batch: readonly Versions[]): void {
    this.unwritten.push(batch);
    for (const versions of batch) {
      const { id } = versions.generation;
      if (versions.episodes.length > 0 || versions.ended.size > 0) this.parked.set(id, versions.parkedAfter());
      const changed = this.changed.get(id) ?? new Map<string, ChangedRow>();
      this.changed.set(id, changed);
      for (const [key, { row, programme }] of versions.rows) {
        changed.set(key, { row, programme, versions });
        if (programme === null) continue;
        this.programmes.get(this.name(id, programme))?.put(key, row);
      }
    }
  }

  /** The oldest batch that was added is in the tables now, under this stamp of these generations in these shards. */
  written(stamp?: number, generations: readonly Generation[] = [], shards: readonly number[] = []): void {
    for (const { id } of generations) {
      for (const shard of shards) if (stamp !== undefined) this.stamps.get(id)?.set(shard, stamp);
    }
    for (const versions of this.unwritten.shift() ?? []) {
      const { id } = versions.generation;
      const changed = this.changed.get(id);
      const sizes = new Map(versions.made.map(({ key, size }) => [key, size]));
      for (const [key, known] of versions.rows) {
        // What a later batch changed again is not in the tables as it is.
        if (changed?.get(key)?.versions !== versions) continue;
        changed.delete(key);
        const size = sizes.get(key) ?? 0;
        this.rows.set(this.name(id, key), known, overhead + size);
        this.grow(id, known.programme, { key, size });
      }
    }
  }

  private grow(generation: number, programme: string | null, { key, size }: { key: string; size: number }): void {
    if (programme === null) return;
    const name = this.name(generation, programme);
    const held = this.programmes.get(name);
    if (!held) return;
    held.measured(key, size);
    this.programmes.set(name, held, held.size);
  }

  /** A write failed: what was added and not written is gone, and everything is read again. */
  drop(): void {
    this.unwritten.length = 0;
    this.changed.clear();
    this.rows.clear();
    this.programmes.clear();
    this.parked.clear();
    this.stamps.clear();
  }

  private known(generation: number, key: string): KnownRow | undefined {
    return this.changed.get(generation)?.get(key) ?? this.rows.get(this.name(generation, key));
  }

  private keep(generation: number, key: string, stored: StoredRow | undefined): KnownRow {
    const name = this.name(generation, key);
    // Of a row that is known already there must be one object only: the next step of its fold compares with it.
    const before = this.known(generation, key);
    if (before) return before;
    const row: unknown = stored ? JSON.parse(stored.row) : undefined;
    const known = { row, programme: stored?.programme ?? null };
    this.rows.set(name, known, overhead + (stored?.row.length ?? 0));
    return known;
  }

  private name(generation: number, key: string): string {
    return `${generation}.${this.epochs.get(generation) ?? 0} ${key}`;
  }
}

const nobody: ReadonlySet<string> = new Set();
