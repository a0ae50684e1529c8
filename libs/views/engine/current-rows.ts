import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { textsLiteral, wholeNumber } from '../database/literals.ts';
import { tableOf } from '../database/row-table.ts';

/** Where rows are read: a connection, in the transaction that holds the locks. */
export interface Reading {
  query<Row extends pg.QueryResultRow>(statement: string): Promise<{ readonly rows: Row[] }>;
}

/** What is needed of one generation: the current rows with these keys, or all current rows of these programmes. */
interface Wanted {
  readonly generation: Generation;
  readonly keys?: Iterable<string>;
  readonly programmes?: Iterable<string>;
}

/** A current row as it stands in the table: its text. */
export interface StoredRow {
  readonly key: string;
  readonly programme: string | null;
  readonly row: string;
}

/** The current rows that the tables have, by generation; one statement for all of them. */
export async function readCurrent(reading: Reading, wanted: readonly Wanted[]): Promise<Map<number, StoredRow[]>> {
  const selects = wanted.flatMap(selectOf);
  const found = new Map<number, StoredRow[]>();
  if (selects.length === 0) return found;
  const { rows } = await reading.query<StoredRow & { generation: number }>(selects.join('\nUNION ALL\n'));
  for (const row of rows) {
    const known = found.get(row.generation);
    if (known) known.push(row);
    else found.set(row.generation, [row]);
  }
  return found;
}

function selectOf({ generation, keys = [], programmes = [] }: Wanted): string[] {
  const from = `SELECT ${wholeNumber(generation.id)} AS generation, key, programme, row::text FROM views.${tableOf(generation)}`;
  const [byKey, byProgramme] = [[...keys], [...programmes]];
  return [
    ...(byKey.length > 0 ? [`${from} WHERE key = ANY(${textsLiteral(byKey)}) AND until_ordinal IS NULL`] : []),
    ...(byProgramme.length > 0
      ? [`${from} WHERE programme = ANY(${textsLiteral(byProgramme)}::uuid[]) AND until_ordinal IS NULL`]
      : []),
  ];
}
