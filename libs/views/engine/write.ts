import { CopyRows, copyField } from '../database/copy-rows.ts';
import { arrayOf, textLiteral, textsLiteral, wholeNumber } from '../database/literals.ts';
import { tableOf } from '../database/row-table.ts';
import type { Copy, Prepared, ScriptStep } from '../database/script.ts';
import type { Turns } from './turns.ts';
import type { Episode, Version, Versions } from './versions.ts';
import type { Column } from './view-definition.ts';

/** What a batch did to one generation, as far as it is written. */
export type Written = Pick<Versions, 'generation' | 'closed' | 'ended' | 'made' | 'episodes'>;

/**
 * What writes a batch: for each generation that it changed, the ends of versions and of episodes that were there, and the
 * rows to be copied in. To be run in the transaction in which the generations move on.
 */
export async function writeSteps(batch: readonly Written[], turns: Turns): Promise<ScriptStep[]> {
  const steps: ScriptStep[] = batch.flatMap(endsOf);
  for (const written of batch) steps.push(...(await additions(written, turns)));
  return steps;
}

function endsOf({ generation, closed, ended }: Written): Prepared[] {
  const within = ` AND t.generation = ${wholeNumber(generation.id)}`;
  return [
    ...(closed.size > 0 ? [ending(`views.${tableOf(generation)}`, closed)] : []),
    ...(ended.size > 0 ? [ending('views.parked', ended, within)] : []),
  ];
}

/**
 * The current rows of a table with these keys end, at these ordinals. Nothing is joined: how a join is best done depends on
 * how much there is, and this is worked out once, perhaps while there is nothing yet.
 */
function ending(table: string, ends: ReadonlyMap<string, number>, within = ''): Prepared {
  return {
    prepared: `
      UPDATE ${table} AS t SET until_ordinal = ($2 ->> t.key)::bigint
      WHERE t.key = ANY($1) AND t.until_ordinal IS NULL${within}`,
    types: ['text[]', 'jsonb'],
    values: [textsLiteral(ends.keys()), textLiteral(JSON.stringify(Object.fromEntries(ends)))],
  };
}

async function additions({ generation, made, episodes }: Written, turns: Turns): Promise<(string | Copy)[]> {
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
    const types = Object.values(view.columns ?? {}).map(({ type }) => type);
    await turns.through(addAll(made, types, rows));
    copies.push({ into: `views.${tableOf(generation)} (${names.join(', ')})`, rows: rows.pieces });
  }
  for (const episode of episodes) copies.push(insertion(generation.id, episode));
  return copies;
}

function* addAll(made: readonly Version[], types: readonly Column['type'][], rows: CopyRows): Generator<void> {
  for (const version of made) {
    const json = JSON.stringify(version.row);
    version.size = json.length;
    rows.add(fieldsOf(version, types), copyField(json));
    yield;
  }
}

function fieldsOf(
  { key, programme, shard, from, until, columns }: Version,
  types: readonly Column['type'][],
): string[] {
  const more = columns.map((value, index) => (isList(value) ? listField(value, types[index]) : copyField(value)));
  return [copyField(key), copyField(programme), `${shard}`, `${from}`, copyField(until), ...more];
}

/** Days and numbers have nothing in them that means something else to PostgreSQL, and there are very many. */
function listField(list: readonly (string | number)[], type: Column['type'] | undefined): string {
  const isPlain = type === 'date[]' || type === 'bigint[]';
  return isPlain ? `{${list.join(',')}}` : copyField(arrayOf(list.map(String)));
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
