import { validate as isUuid } from 'uuid';
import type { ReadApplication } from '#domain/import/commands';
import type { FieldError } from '../http/problem.ts';
import { type CsvLine, type CsvShape, readCsv } from './read-csv.ts';

/** The columns of a file with applications, as people read them. */
export const applicationColumns: CsvShape = {
  required: ['gemeentecode', 'netwerk', 'aangemeld_op', 'contactrol'],
  optional: ['categorie', 'vraag'],
  maxLines: 2_000,
  maxCell: 10_000,
};

/** By the name of a row's field, the heading of its column: errors are told in the words of the file. */
export const headingOf: Readonly<Record<string, string>> = {
  organisation: 'gemeentecode',
  network: 'netwerk',
  appliedOn: 'aangemeld_op',
  contactRole: 'contactrol',
  category: 'categorie',
  question: 'vraag',
};

export interface ApplicationsFile {
  readonly sha256: string;
  readonly rows: readonly ReadApplication[];
  readonly errors: readonly FieldError[];
}

/**
 * Reads a file with applications and says everything that is wrong with it as a table. Whether organisations, networks,
 * dates and roles are right is for the domain to say, which knows the register and the programme. It also knows which
 * organisation has a code of which a spreadsheet dropped the zeros.
 */
export function readApplications(bytes: Uint8Array): ApplicationsFile {
  const { sha256, lines, errors } = readCsv(bytes, applicationColumns);
  return { sha256, rows: lines.map(rowOf), errors };
}

function rowOf({ line, cells }: CsvLine): ReadApplication {
  const question = cells['vraag'];
  return {
    line,
    organisation: asId(cells['gemeentecode'] ?? ''),
    network: asId(cells['netwerk'] ?? ''),
    appliedOn: cells['aangemeld_op'] ?? '',
    contactRole: cells['contactrol'] ?? '',
    ...(cells['categorie'] && { category: cells['categorie'] }),
    ...(question && { question: { $text: question } }),
  };
}

/** The id of one thing is one text: what comes in capitals is the same id. */
function asId(cell: string): string {
  return isUuid(cell) ? cell.toLowerCase() : cell;
}
