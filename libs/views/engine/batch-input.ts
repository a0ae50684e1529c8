import type { Generation } from '../database/generations.ts';
import { textsLiteral, wholeNumber } from '../database/literals.ts';
import { tableOf } from '../database/row-table.ts';
import type { Reading } from './current-rows.ts';
import type { RowSource } from './row-source.ts';
import type { Input, Place, RowStep } from './steps.ts';
import type { Versions } from './versions.ts';
import type { RowsByKey } from './view-definition.ts';

/** An input that can be told what will be asked of it. */
export interface LoadableInput extends Input {
  load(keys: Iterable<string>, programmes: ReadonlySet<string>): Promise<void>;
}

/** The rows of a generation that is folded in the same batch. */
export class BatchInput implements LoadableInput {
  private programmes: ReadonlyMap<string, RowsByKey> = new Map();

  constructor(
    private readonly versions: Versions,
    private readonly source: RowSource,
    private readonly reading: Reading,
  ) {}

  get steps(): readonly RowStep[] {
    return this.versions.steps;
  }

  start(key: string): unknown {
    if (this.versions.before.has(key)) return this.versions.before.get(key);
    for (const rows of this.programmes.values()) if (rows.has(key)) return rows.get(key);
    return undefined;
  }

  startOf(programme: string): RowsByKey {
    return atHand(this.programmes.get(programme), programme);
  }

  async load(keys: Iterable<string>, programmes: ReadonlySet<string>): Promise<void> {
    const { source, reading, versions } = this;
    await source.read(reading, [{ versions, keys }]);
    this.programmes = await source.readProgrammes(reading, versions.generation, programmes);
  }
}

/** The entries of a batch, as far as deriving from tables needs them. */
export interface Span {
  /** The ordinal before the batch, and its last one. */
  readonly after: number;
  readonly until: number;
  /** Where each of its ordinals is. */
  readonly places: ReadonlyMap<number, Place>;
}

interface StoredVersion {
  readonly key: string;
  readonly programme: string;
  readonly from_ordinal: number;
  readonly until_ordinal: number | null;
  readonly row: string;
}

/**
 * The rows of a generation that has passed the batch already: another worker advanced it, or the derived view is new
 * and what it is made of is not. What the batch did to its rows is read off their versions.
 */
export class TableInput implements LoadableInput {
  readonly steps: RowStep[] = [];
  private readonly rows = new Map<string, unknown>();
  private readonly programmes = new Map<string, Map<string, unknown>>();

  private constructor(
    private readonly generation: Generation,
    private readonly span: Span,
    private readonly reading: Reading,
  ) {}

  /** Reads the steps of the batch. */
  static async over(generation: Generation, span: Span, reading: Reading): Promise<TableInput> {
    const input = new TableInput(generation, span, reading);
    await input.readSteps();
    return input;
  }

  start(key: string): unknown {
    return this.rows.get(key);
  }

  startOf(programme: string): RowsByKey {
    return atHand(this.programmes.get(programme), programme);
  }

  async load(keys: Iterable<string>, programmes: ReadonlySet<string>): Promise<void> {
    const lacking = [...keys].filter((key) => !this.rows.has(key));
    if (lacking.length > 0) {
      for (const key of lacking) this.rows.set(key, undefined);
      for (const { key, row } of await this.atStart(`key = ANY(${textsLiteral(lacking)})`)) this.rows.set(key, row);
    }
    if (programmes.size === 0) return;
    for (const programme of programmes) this.programmes.set(programme, new Map());
    const found = await this.atStart(`programme = ANY(${textsLiteral(programmes)}::uuid[])`);
    for (const { key, programme, row } of found) {
      this.programmes.get(programme)?.set(key, row);
      if (!this.rows.has(key)) this.rows.set(key, row);
    }
  }

  private async atStart(condition: string): Promise<{ key: string; programme: string; row: unknown }[]> {
    const after = wholeNumber(this.span.after);
    const { rows } = await this.reading.query<StoredVersion>(`
      SELECT key, programme, row::text FROM views.${tableOf(this.generation)}
      WHERE ${condition} AND from_ordinal <= ${after} AND (until_ordinal IS NULL OR until_ordinal > ${after})`);
    return rows.map(({ key, programme, row }) => ({ key, programme, row: JSON.parse(row) }));
  }

  private async readSteps(): Promise<void> {
    const { after, until, places } = this.span;
    const programmes = [...places.values()].flatMap(({ programme }) => (programme === null ? [] : [programme]));
    const table = `views.${tableOf(this.generation)}`;
    const within = `programme = ANY(${textsLiteral(new Set(programmes))}::uuid[])`;
    const [low, high] = [wholeNumber(after), wholeNumber(until)];
    const { rows } = await this.reading.query<StoredVersion>(`
      SELECT key, programme, from_ordinal, until_ordinal, row::text FROM ${table}
      WHERE ${within} AND from_ordinal <= ${high} AND (until_ordinal IS NULL OR until_ordinal > ${low})
        AND key IN (SELECT key FROM ${table} WHERE ${within}
                    AND (from_ordinal > ${low} AND from_ordinal <= ${high}
                      OR until_ordinal > ${low} AND until_ordinal <= ${high}))
      ORDER BY key, from_ordinal`);
    for (const [i, version] of rows.entries()) this.stepsOf(version, rows[i - 1], rows[i + 1]);
    this.steps.sort((a, b) => a.at.ordinal - b.at.ordinal);
  }

  /** The step by which a version came, and, when no other took its place, the one by which it went. */
  private stepsOf(version: StoredVersion, previous: StoredVersion | undefined, next: StoredVersion | undefined): void {
    const { key, from_ordinal: from, until_ordinal: ended } = version;
    const row: unknown = JSON.parse(version.row);
    if (from <= this.span.after) this.rows.set(key, row);
    else {
      if (!this.rows.has(key)) this.rows.set(key, undefined);
      const replaces = previous?.key === key && previous.until_ordinal === from;
      this.step(key, { before: replaces ? JSON.parse(previous.row) : undefined, after: row }, from);
    }
    const goes = ended !== null && ended <= this.span.until && !(next?.key === key && next.from_ordinal === ended);
    if (goes) this.step(key, { before: row, after: undefined }, ended);
  }

  private step(key: string, rows: Pick<RowStep, 'before' | 'after'>, ordinal: number): void {
    const at = this.span.places.get(ordinal);
    if (!at) throw new Error(`${this.generation.view.name} changed at ordinal ${ordinal}, which is not in its shard`);
    this.steps.push({ key, ...rows, at });
  }
}

function atHand(rows: RowsByKey | undefined, programme: string): RowsByKey {
  if (!rows) throw new Error(`The rows of programme ${programme} are not at hand`);
  return rows;
}
