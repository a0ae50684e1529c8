import { subject } from '#domain/kernel/subject';
import type { Answer, AsOf } from '../query/as-of.ts';
import type { Reader } from '../query/reader.ts';
import { type MeetingRow, meetingView } from './view.ts';

/** Meetings: their dates, and who was there. */
export class MeetingQueries {
  constructor(private readonly reader: Reader) {}

  get(id: string, asOf: AsOf): Promise<Answer<MeetingRow | undefined>> {
    return this.reader.read(asOf, { subject: subject('meeting', id) }, (snapshot) => snapshot.row(meetingView, id));
  }

  /** The meetings of a programme, by date. */
  ofProgramme(programme: string, asOf: AsOf): Promise<Answer<MeetingRow[]>> {
    return this.reader.read(asOf, { programme }, async (snapshot) => {
      const rows = await snapshot.rows(meetingView, programme);
      return rows.sort((a, b) => a.date.localeCompare(b.date));
    });
  }
}
