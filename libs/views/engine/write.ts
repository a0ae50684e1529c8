import { CopyRows, copyField } from '../database/copy-rows.ts';
import { arrayOf, numbersLiteral, textLiteral, textsLiteral, wholeNumber } from '../database/literals.ts';
import { tableOf } from '../database/row-table.ts';
import type { Copy } from '../database/script.ts';
import type { Episode, Version, Versions } from './versions.ts';

/** What a batch did to one generation, as far as it is written. */
export type Written = Pick<Versions, 'generation' | 'closed' | 'ended' | 'made' | 'episodes'>;

/** So many ends in one table are written one by one; more of them as one list. */
const fewEnds = 4;

/**
 * What writes a batch: for each generation that it changed, the ends of versions and of episodes that were there, and the
 * rows to be copied in. To be run in the transaction in which the generations move on.
 *
 * A list of ends is found by key, one by one: PostgreSQL knows little of a table that was just filled, and must not decide
 * to read all of it. Of a few, each is a statement of its own, which it has less to think about.
 */
export function writeSteps(batch: readonly Written[]): (string | Copy)[] {
  const ends = batch.flatMap(endsOf);
  const listed = ends.filter(({ values }) => values.size > fewEnds).map(inList);
  return [
    ...(listed.length > 0 ? [byKeyOnly, ...listed] : []),
    ...ends.filter(({ values }) => values.size <= fewEnds).flatMap(oneByOne),
    ...batch.flatMap(additions),
  ];
}

const byKeyOnly = 'SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off';

/** The current rows of a table that end: their keys, and the ordinals at which they do. */
interface Ends {
  readonly table: string;
  /** Which rows of the table are meant, besides the current ones with these keys. */
  readonly within: string;
  readonly values: ReadonlyMap<string, number>;
}

function endsOf({ generation, closed, ended }: Written): Ends[] {
  const rows = { table: `views.${tableOf(generation)}`, within: '', values: closed };
  const episodes = {
    table: 'views.parked',
    within: ` AND t.generation = ${wholeNumber(generation.id)}`,
    values: ended,
  };
  return [rows, episodes].filter(({ values }) => values.size > 0);
}

function inList({ table, within, values }: Ends): string {
  return `
    UPDATE ${table} AS t SET until_ordinal = c.until
    FROM unnest(${textsLiteral(values.keys())}, ${numbersLiteral(values.values(), 'bigint')}) AS c (key, until)
    WHERE t.key = c.key AND t.until_ordinal IS NULL${within}`;
}

function oneByOne({ table, within, values }: Ends): string[] {
  return [...values].map(
    ([key, until]) => `
    UPDATE ${table} AS t SET until_ordinal = ${wholeNumber(until)}
    WHERE t.key = ${textLiteral(key)} AND t.until_ordinal IS NULL${within}`,
  );
}

function additions({ generation, made, episodes }: Written): (string | Copy)[] {
  const { view } = generation;
  const names = [
    'key',
    'programme',
    'shard',
    'from_ordinal',
    'until_ordinal',
    ...Object.keys(view.columns ?? {}),
    'row',
  ];
  const copies: (string | Copy)[] = [];
  if (made.length > 0) {
    const rows = new CopyRows();
    for (const version of made) {
      const json = JSON.stringify(version.row);
      version.size = json.length;
      rows.add(fieldsOf(version), copyField(json));
    }
    copies.push({ into: `views.${tableOf(generation)} (${names.join(', ')})`, rows: rows.bytes });
  }
  for (const episode of episodes) copies.push(insertion(generation.id, episode));
  return copies;
}

function fieldsOf({ key, programme, shard, from, until, columns }: Version): string[] {
  const more = columns.map((value) => copyField(isList(value) ? arrayOf(value.map(String)) : value));
  return [copyField(key), copyField(programme), `${shard}`, `${from}`, copyField(until), ...more];
}

function isList(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value);
}

/** An event that a person let be, stays so when the row is made again. */
function insertion(generation: number, { key, programme, shard, from, until, event, error }: Episode): string {
  const values = [
    wholeNumber(generation),
    textLiteral(key),
    programme === null ? 'NULL' : `${textLiteral(programme)}::uuid`,
    wholeNumber(shard),
    `${textLiteral(event)}::uuid`,
    wholeNumber(from),
    until === null ? 'NULL' : wholeNumber(until),
    textLiteral(error),
  ];
  return `
    INSERT INTO views.parked (generation, key, programme, shard, event, from_ordinal, until_ordinal, error)
    VALUES (${values.join(', ')})`;
}
