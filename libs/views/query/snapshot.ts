import { type Kysely, sql } from 'kysely';
import { tableOf } from '../database/migrations.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { ViewDefinition } from '../engine/view-definition.ts';
import { emptyRegister, type Register, type RegisterCache } from '../register/register.ts';
import { registerView } from '../register/view.ts';
import type { Basis } from './as-of.ts';

/** The rows of all views as they were at one ordinal, read in one transaction. */
export class Snapshot {
  constructor(
    readonly tx: Kysely<ViewsSchema>,
    readonly basis: Basis,
    private readonly registers: RegisterCache,
  ) {}

  get ordinal(): number {
    return this.basis.ordinal;
  }

  /** The row with that key; undefined when there was none. */
  async row<Row>(view: ViewDefinition<Row>, key: string): Promise<Row | undefined> {
    const { rows } = await sql<{ row: Row }>`
      SELECT row FROM ${sql.raw(`views.${tableOf(view)}`)} WHERE key = ${key} AND ${this.current}`.execute(this.tx);
    return rows[0]?.row;
  }

  /** The rows with these keys, in no particular order. */
  async rowsOf<Row>(view: ViewDefinition<Row>, keys: readonly string[]): Promise<Row[]> {
    const { rows } = await sql<{ row: Row }>`
      SELECT row FROM ${sql.raw(`views.${tableOf(view)}`)}
      WHERE key = ANY(${[...keys]}::text[]) AND ${this.current}`.execute(this.tx);
    return rows.map(({ row }) => row);
  }

  /** All rows of a programme, or, without one, of all programmes; in the order of their keys. */
  async rows<Row>(view: ViewDefinition<Row>, programme?: string): Promise<Row[]> {
    const within = programme === undefined ? sql`true` : sql`programme = ${programme}::uuid`;
    const { rows } = await sql<{ row: Row }>`
      SELECT row FROM ${sql.raw(`views.${tableOf(view)}`)} WHERE ${within} AND ${this.current}
      ORDER BY key COLLATE "C"`.execute(this.tx);
    return rows.map(({ row }) => row);
  }

  /** The organisation register as it was: empty before its first release. */
  async register(): Promise<Register> {
    const { rows } = await sql<{ from_ordinal: number }>`
      SELECT from_ordinal FROM ${sql.raw(`views.${tableOf(registerView)}`)} WHERE ${this.current}`.execute(this.tx);
    const version = rows[0]?.from_ordinal;
    if (version === undefined) return emptyRegister;
    return this.registers.get(version, async () => {
      const all = await this.rows(registerView);
      return all[0];
    });
  }

  private get current() {
    return sql`from_ordinal <= ${this.ordinal} AND (until_ordinal IS NULL OR until_ordinal > ${this.ordinal})`;
  }
}
