import type { Column, ViewDefinition } from '../engine/view-definition.ts';

/** Enough of a generation to know its table. */
export interface Tabled {
  readonly id: number;
  readonly view: Pick<ViewDefinition, 'name'>;
}

/** The name of the table of a generation, in the schema `views`. */
export function tableOf({ id, view }: Tabled): string {
  return `row_${view.name.replaceAll('-', '_')}_${id}`;
}

/**
 * The statements that make the table of a generation, with what filling it needs of indexes. A row is `json` and not
 * compressed: it is read back as it was written, field by field in the same order, and costs PostgreSQL a third of what
 * compressed `jsonb` does to write. Names come from the registry, which checks them; an index is named by the
 * generation's number, for PostgreSQL cuts long names off.
 */
export function rowTable(generation: WithColumns): string[] {
  const table = `views.${tableOf(generation)}`;
  return [
    `CREATE TABLE ${table} (
       key text NOT NULL,
       programme uuid,
       shard smallint NOT NULL,
       from_ordinal bigint NOT NULL,
       until_ordinal bigint,
       ${columnsOf(generation)
         .map(([name, { type }]) => `${name} ${type},`)
         .join(' ')}
       row json STORAGE EXTERNAL NOT NULL,
       PRIMARY KEY (key, from_ordinal))`,
    `CREATE UNIQUE INDEX g${generation.id}_now ON ${table} (key) WHERE until_ordinal IS NULL`,
    `CREATE INDEX g${generation.id}_by_programme ON ${table} (programme, from_ordinal, until_ordinal)`,
  ];
}

/** What is only read by questions, and is cheaper to make at once when the table is full. */
export function rowIndexes(generation: WithColumns): string[] {
  const table = `views.${tableOf(generation)}`;
  const indexed = columnsOf(generation).filter(([, column]) => column.indexed);
  return indexed.map((column) => indexOf(generation.id, table, column));
}

interface WithColumns extends Tabled {
  readonly view: ViewDefinition;
}

function columnsOf({ view }: WithColumns): [string, Column][] {
  return Object.entries(view.columns ?? {});
}

function indexOf(id: number, table: string, [name, { type }]: [string, Column]): string {
  const of = type === 'text[]' ? `USING gin (${name})` : `(programme, ${name})`;
  return `CREATE INDEX IF NOT EXISTS g${id}_${name} ON ${table} ${of}`;
}
