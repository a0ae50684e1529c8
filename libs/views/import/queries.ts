import { subject } from '#domain/kernel/subject';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Reader } from '../query/reader.ts';
import { type ImportRow, importView } from './view.ts';

/** Imports and whether all of their rows were recorded. */
export class ImportQueries {
  constructor(private readonly reader: Reader) {}

  get(id: string, asOf: AsOf): Promise<Answer<ImportRow | undefined>> {
    return this.reader.read(asOf, { subject: subject('import', id) }, (snapshot) => snapshot.row(importView, id));
  }
}
