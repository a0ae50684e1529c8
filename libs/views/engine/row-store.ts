import { type Kysely, sql } from 'kysely';
import { tableOf } from '../database/migrations.ts';
import type { ViewsSchema } from '../database/tables.ts';
import type { RowChange } from './fold.ts';
import type { ViewDefinition } from './view-definition.ts';

interface Version {
  readonly key: string;
  readonly programme: string | null;
  readonly from: number;
  until: number | null;
  readonly row: unknown;
}

/**
 * The rows that a batch touches: read at once, changed in memory, written at once. Every event that changes a row makes
 * a version of it, also within one batch.
 */
export class RowBatch {
  private readonly rows = new Map<string, Map<string, unknown>>();
  private readonly closed = new Map<string, Map<string, number>>();
  private readonly made = new Map<string, Version[]>();
  private readonly open = new Map<string, Version>();

  constructor(
    private readonly tx: Kysely<ViewsSchema>,
    private readonly shard: number,
  ) {}

  /** Reads the current rows with these keys. */
  async read(view: ViewDefinition, keys: readonly string[]): Promise<void> {
    const found = new Map<string, unknown>();
    this.rows.set(view.name, found);
    if (keys.length === 0) return;
    const { rows } = await sql<{ key: string; row: unknown }>`
      SELECT key, row FROM ${sql.raw(`views.${tableOf(view)}`)}
      WHERE key = ANY(${keys}::text[]) AND until_ordinal IS NULL`.execute(this.tx);
    for (const { key, row } of rows) found.set(key, row);
  }

  current(view: ViewDefinition, key: string): unknown {
    return this.rows.get(view.name)?.get(key);
  }

  /** From this ordinal on the row is so. */
  change({ view, key, row }: RowChange, ordinal: number, programme: string | null): void {
    this.close(view, key, ordinal);
    this.rows.get(view.name)?.set(key, row);
    if (row === undefined) return;
    const version: Version = { key, programme, from: ordinal, until: null, row };
    this.open.set(`${view.name} ${key}`, version);
    const made = this.made.get(view.name);
    if (made) made.push(version);
    else this.made.set(view.name, [version]);
  }

  private close(view: ViewDefinition, key: string, ordinal: number): void {
    const version = this.open.get(`${view.name} ${key}`);
    if (version) {
      version.until = ordinal;
      this.open.delete(`${view.name} ${key}`);
      return;
    }
    if (this.current(view, key) === undefined) return;
    const closed = this.closed.get(view.name) ?? new Map<string, number>();
    this.closed.set(view.name, closed.set(key, ordinal));
  }

  /** Writes what changed: two statements for each view that changed, whatever the size of the batch. */
  async write(views: readonly ViewDefinition[]): Promise<void> {
    for (const view of views) {
      const table = sql.raw(`views.${tableOf(view)}`);
      const closed = [...(this.closed.get(view.name) ?? [])].map(([key, until]) => ({ key, until }));
      if (closed.length > 0) {
        await sql`
          UPDATE ${table} AS t SET until_ordinal = c.until
          FROM jsonb_to_recordset(${JSON.stringify(closed)}::jsonb) AS c (key text, until bigint)
          WHERE t.key = c.key AND t.until_ordinal IS NULL`.execute(this.tx);
      }
      const made = this.made.get(view.name);
      if (made) {
        await sql`
          INSERT INTO ${table} (key, programme, shard, from_ordinal, until_ordinal, row)
          SELECT v.key, v.programme, ${this.shard}, v."from", v.until, v.row
          FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
            AS v (key text, programme uuid, "from" bigint, until bigint, row jsonb)`.execute(this.tx);
      }
    }
  }
}
