import pg from 'pg';

/*
 * The fold engine sends several statements at once, which PostgreSQL takes without parameters only. What is put into
 * them is written by these, and by nothing else.
 */

/** A text as it stands in a statement. */
export function textLiteral(value: string): string {
  return pg.escapeLiteral(value);
}

/** A list of texts as it stands in a statement. */
export function textsLiteral(values: Iterable<string>): string {
  return `${textLiteral(arrayOf(values))}::text[]`;
}

/** A list of whole numbers as it stands in a statement. */
export function numbersLiteral(values: Iterable<number>, type: 'integer' | 'bigint' | 'smallint'): string {
  return `'{${[...values].map(wholeNumber).join(',')}}'::${type}[]`;
}

/** A whole number as it stands in a statement. */
export function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number`);
  return `${value}`;
}

/** A list of texts in PostgreSQL's own notation. */
export function arrayOf(values: Iterable<string>): string {
  return `{${[...values].map((value) => `"${withinQuotes(value)}"`).join(',')}}`;
}

function withinQuotes(value: string): string {
  // Looking for each of them by itself is several times as fast, and nearly always nothing is there.
  if (!value.includes('\\') && !value.includes('"')) return value;
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
