import { subject } from '#domain/kernel/subject';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Reader } from '../query/reader.ts';
import { type GroupRow, groupView } from './view.ts';

/** Groups and their members. */
export class GroupQueries {
  constructor(private readonly reader: Reader) {}

  get(id: string, asOf: AsOf): Promise<Answer<GroupRow | undefined>> {
    return this.reader.read(asOf, { subject: subject('group', id) }, (snapshot) => snapshot.row(groupView, id));
  }

  ofProgramme(programme: string, asOf: AsOf): Promise<Answer<GroupRow[]>> {
    return this.reader.read(asOf, { programme }, (snapshot) => snapshot.rows(groupView, programme));
  }
}
