import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Generation } from '../database/generations.ts';
import { prepared } from '../database/prepared.ts';
import { tableOf } from '../database/row-table.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewDefinition } from '../engine/view-definition.ts';
import { emptyRegister, type Register, type RegisterCache } from '../register/register.ts';
import { registerView } from '../register/view.ts';
import type { Basis } from './as-of.ts';
import type { Readable } from './readable.ts';

/** The registers that one answer asked for, by generation: each is looked for once. */
export class AskedRegisters {
  private readonly asked = new Map<number, Promise<Register>>();

  /** @param cache what was asked for by earlier answers. */
  constructor(readonly cache: RegisterCache) {}

  of(generation: number, read: () => Promise<Register>): Promise<Register> {
    const asked = this.asked.get(generation) ?? read();
    this.asked.set(generation, asked);
    return asked;
  }
}

/** The rows of all views as they were at one ordinal, read in one transaction. */
export class Snapshot {
  private readonly used = new Set<number>();
  /** Rows that were read by key, so that several parts of one answer may ask for the same: in a snapshot nothing changes. */
  private readonly seen = new Map<string, unknown>();

  constructor(
    readonly tx: Kysely<ViewsSchema>,
    readonly basis: Basis,
    private readonly readable: Readable,
    private readonly registers: AskedRegisters,
  ) {}

  get ordinal(): number {
    return this.basis.ordinal;
  }

  /** The generations whose rows were read so far; a cursor names them. */
  get reading(): readonly number[] {
    return [...this.used];
  }

  /** The table of a view's rows and their versions, for a query of its own; to be narrowed by `current`. */
  table(view: ViewDefinition): RawBuilder<unknown> {
    return sql.raw(`views.${tableOf(this.generationOf(view))}`);
  }

  /** The condition by which the versions are chosen that were current at the ordinal of the answer. */
  get current(): RawBuilder<boolean> {
    return sql`(from_ordinal <= ${this.ordinal} AND (until_ordinal IS NULL OR until_ordinal > ${this.ordinal}))`;
  }

  /** The row with that key; undefined when there was none. */
  async row<Row>(view: ViewDefinition<Row>, key: string): Promise<Row | undefined> {
    return (await this.rowsOf(view, [key]))[0];
  }

  /** The rows with these keys, in the order of the keys: asked again, an answer has the same bytes. */
  async rowsOf<Row>(view: ViewDefinition<Row>, keys: readonly string[]): Promise<Row[]> {
    const lacking = keys.filter((key) => !this.seen.has(this.nameOf(view, key)));
    if (lacking.length > 0) {
      await this.readAhead(view, sql`key = ANY(${lacking}::text[])`);
      // Of the others it is known by now that they are not there.
      for (const key of lacking)
        if (!this.seen.has(this.nameOf(view, key))) this.seen.set(this.nameOf(view, key), undefined);
    }
    return [...new Set(keys)].sort().flatMap((key) => (this.seen.get(this.nameOf(view, key)) as Row | undefined) ?? []);
  }

  /**
   * Reads rows, perhaps before their keys are known, so that they come along with what is asked beside them: whoever asks
   * for them by key finds them at hand. `which` is a condition on the table of the view.
   */
  async readAhead(view: ViewDefinition, which: RawBuilder<unknown>): Promise<void> {
    const { rows } = await sql<{ key: string; row: unknown }>`${prepared}
      SELECT key, row FROM ${this.table(view)} WHERE ${which} AND ${this.current}`.execute(this.tx);
    for (const { key, row } of rows) this.seen.set(this.nameOf(view, key), row);
  }

  private nameOf(view: ViewDefinition, key: string): string {
    return `${this.generationOf(view).id} ${key}`;
  }

  /** All rows of a programme, or, without one, of all programmes; in the order of their keys. */
  async rows<Row>(view: ViewDefinition<Row>, programme?: string): Promise<Row[]> {
    return (await this.versions(view, programme)).map(({ row }) => row);
  }

  /** The same, with the ordinal from which each stands as it does: what changes later, has a higher one. */
  async versions<Row>(
    view: ViewDefinition<Row>,
    programme?: string,
  ): Promise<{ readonly row: Row; readonly since: number }[]> {
    const within = programme === undefined ? sql`true` : sql`programme = ${programme}::uuid`;
    const { rows } = await sql<{ row: Row; since: number }>`
      SELECT row, from_ordinal AS since FROM ${this.table(view)} WHERE ${within} AND ${this.current}
      ORDER BY key COLLATE "C"`.execute(this.tx);
    return rows;
  }

  /** The organisation register as it was: empty before its first release. */
  register(): Promise<Register> {
    return this.registers.of(this.generationOf(registerView).id, () => this.readRegister());
  }

  private async readRegister(): Promise<Register> {
    const { rows } = await sql<{ from_ordinal: number }>`${prepared}
      SELECT from_ordinal FROM ${this.table(registerView)} WHERE ${this.current} ORDER BY key`.execute(this.tx);
    if (rows.length === 0) return emptyRegister;
    const version = rows.map(({ from_ordinal }) => from_ordinal).join('+');
    const { cache } = this.registers;
    return cache.get(`${this.generationOf(registerView).id}@${version}`, () => this.rows(registerView));
  }

  private generationOf(view: ViewDefinition): Generation {
    const generation = this.readable.of(view);
    this.used.add(generation.id);
    return generation;
  }
}
