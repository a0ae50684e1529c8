import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import { type FieldError, fieldError } from '../http/problem.ts';

/** A line of a file: its number (the heading is line 1) and its cells by heading. */
export interface CsvLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvFile {
  /** Of the bytes as they came in, in hexadecimal. */
  readonly sha256: string;
  readonly lines: readonly CsvLine[];
  /** Everything that is wrong with the file as a table. */
  readonly errors: readonly FieldError[];
}

export interface CsvShape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly maxLines: number;
  readonly maxCell: number;
}

interface ParsedRecord {
  readonly record: readonly string[];
  /** The line on which it ends; a quoted cell may hold line breaks. */
  readonly line: number;
}

/**
 * Reads a CSV file of that shape and says everything that is wrong with it as a table: encoding, separator, headings,
 * numbers of cells, formula cells, lengths. UTF-8 with or without BOM; the separator is a semicolon or a comma.
 */
export function readCsv(bytes: Uint8Array, shape: CsvShape): CsvFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const broken = (...errors: FieldError[]): CsvFile => ({ sha256, lines: [], errors });
  const text = decode(bytes);
  if (text === undefined) return broken(at(1, fieldError('', 'file-not-utf8')));
  if (text.trim() === '') return broken(at(1, fieldError('', 'file-empty')));
  const separator = separatorOf(text, shape);
  if (!separator) return broken(at(1, fieldError('', 'separator-unknown')));
  const parsed = parseText(text, separator);
  if ('error' in parsed) return broken(parsed.error);
  const [heading, ...rows] = parsed.records;
  const headings = (heading?.record ?? []).map((name) => name.trim().toLowerCase());
  const wrongHeadings = headingErrors(headings, shape);
  if (wrongHeadings.length > 0) return broken(...wrongHeadings);
  if (rows.length === 0) return broken(at(2, fieldError('', 'file-empty')));
  const tooMany = fieldError('', 'file-too-many-lines', { max: shape.maxLines });
  if (rows.length > shape.maxLines) return broken(at(rows[shape.maxLines]?.line ?? 0, tooMany));
  const read = rows.map((row) => readRow(row, headings, shape));
  return { sha256, lines: read.flatMap(({ found }) => found), errors: read.flatMap(({ errors }) => errors) };
}

/** The error with the line that it stands on. */
export function at(line: number, error: FieldError): FieldError {
  return { ...error, line };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The separator that splits the first line into the most known headings; none when neither does. */
function separatorOf(text: string, { required, optional }: CsvShape): ';' | ',' | undefined {
  const [first = ''] = text.split(/\r?\n/, 1);
  const known = (separator: string) =>
    first.split(separator).filter((name) => [...required, ...optional].includes(plain(name))).length;
  const [semicolons, commas] = [known(';'), known(',')];
  if (semicolons === 0 && commas === 0) return undefined;
  return semicolons >= commas ? ';' : ',';
}

function plain(heading: string): string {
  return heading
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .toLowerCase();
}

function parseText(text: string, delimiter: string): { records: ParsedRecord[] } | { error: FieldError } {
  try {
    const lines: number[] = [];
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], context) => {
        lines.push(context.lines);
        return record;
      },
    });
    return { records: rows.map((record, index) => ({ record, line: lines[index] ?? 0 })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return { error: at(line, fieldError('', 'file-broken')) };
  }
}

function headingErrors(headings: readonly string[], { required, optional }: CsvShape): FieldError[] {
  const missing = required.filter((name) => !headings.includes(name)).map((name) => fieldError(name, 'column-missing'));
  const unknown = headings.filter((name) => ![...required, ...optional].includes(name));
  const twice = headings.filter((name, index) => headings.indexOf(name) !== index);
  return [
    ...missing,
    ...unknown.map((name) => fieldError(name, 'column-unknown')),
    ...twice.map((name) => fieldError(name, 'column-twice')),
  ].map((error) => at(1, error));
}

function readRow(
  { record, line }: ParsedRecord,
  headings: readonly string[],
  shape: CsvShape,
): { found: CsvLine[]; errors: FieldError[] } {
  if (record.length !== headings.length) {
    const sizes = { found: record.length, expected: headings.length };
    return { found: [], errors: [at(line, fieldError('', 'cells-missing', sizes))] };
  }
  const cells = Object.fromEntries(headings.map((name, index) => [name, (record[index] ?? '').trim()]));
  const errors = Object.entries(cells).flatMap(([name, cell]) => cellErrors(name, cell, shape));
  return { found: [{ line, cells }], errors: errors.map((error) => at(line, error)) };
}

function cellErrors(name: string, cell: string, { required, maxCell }: CsvShape): FieldError[] {
  if (cell === '') return required.includes(name) ? [fieldError(name, 'required')] : [];
  // A spreadsheet that opens an export of this text would run it as a formula.
  if (/^[=+\-@]/.test(cell)) return [fieldError(name, 'formula-cell')];
  return cell.length > maxCell ? [fieldError(name, 'too-long', { max: maxCell })] : [];
}
