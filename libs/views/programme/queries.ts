import { sql } from 'kysely';
import { meetingOf } from '#domain/meeting/course';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type ListRequest, type Page } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { NamedOrganisation } from '../register/register.ts';
import {
  calendarOf,
  networksOn,
  type OpenNetwork,
  type PlannedMeeting,
  type ProgrammeRow,
  programmeView,
  type ReportSchedule,
} from './view.ts';

/** A meeting of the calendar, as it was on the day that is asked. */
export type CalendarMeeting = Omit<PlannedMeeting, 'facts'>;

export type ProgrammeDetail = Omit<ProgrammeRow, 'client' | 'networks' | 'meetings' | 'endedSchedules'> & {
  readonly client: NamedOrganisation;
  /** Those that were opened by that day. */
  readonly networks: readonly OpenNetwork[];
  /** Those that were planned by that day. */
  readonly meetings: readonly CalendarMeeting[];
};

/** A schedule that holds or, when it was removed, held until that moment. */
export type KnownSchedule = ReportSchedule & { readonly endedAt?: string };

/** What a list of programmes shows. */
export type ProgrammeSummary = Omit<ProgrammeDetail, 'template' | 'meetings' | 'schedules'>;

/** Programmes as they were set up, with their networks, calendar and report schedules. */
export class ProgrammeQueries {
  constructor(private readonly reader: Reader) {}

  /** All programmes, by name. */
  list(asOf: AsOf): Promise<Answer<ProgrammeSummary[]>> {
    return this.reader.read(asOf, 'everything', async (snapshot) => {
      const details = await Promise.all((await snapshot.rows(programmeView)).map((row) => detailOf(snapshot, row)));
      return details
        .map(({ template: _template, meetings: _meetings, schedules: _schedules, ...summary }) => summary)
        .sort((a, b) => a.name.localeCompare(b.name, 'nl') || a.programme.localeCompare(b.programme));
    });
  }

  /**
   * Every programme that there is by now, by id, also those that only some shards have come to: for who then asks about each,
   * and must not be held up in all of them by one that stands still.
   */
  ids(): Promise<Answer<string[]>> {
    return this.reader.read({}, 'index', async (snapshot) => {
      const { rows } = await sql<{ key: string }>`
        SELECT key FROM ${snapshot.table(programmeView)} WHERE until_ordinal IS NULL
        ORDER BY key COLLATE "C"`.execute(snapshot.tx);
      return rows.map(({ key }) => key);
    });
  }

  /** One programme; undefined when there was none of that id. */
  async get(id: string, asOf: AsOf): Promise<Answer<ProgrammeDetail | undefined>> {
    const answer = await this.reader.read(asOf, { programme: id }, async (snapshot) => {
      const row = await snapshot.row(programmeView, id);
      return row && detailOf(snapshot, row);
    });
    return withTemplate(answer, answer.data);
  }

  /** Every report schedule that a programme ever had, also those that were removed; none of a programme that is not known. */
  async schedules(id: string): Promise<KnownSchedule[]> {
    const { data } = await this.reader.read({}, { programme: id }, (snapshot) => snapshot.row(programmeView, id));
    return data ? [...data.schedules, ...data.endedSchedules] : [];
  }
}

async function detailOf(snapshot: Snapshot, whole: ProgrammeRow): Promise<ProgrammeDetail> {
  const { endedSchedules: _ended, ...row } = whole;
  const { validOn } = snapshot.basis;
  const meetings = row.meetings.flatMap((meeting) => meetingOn(meeting, validOn) ?? []);
  const client = (await snapshot.register()).named(row.client);
  return { ...row, networks: networksOn(row, validOn), meetings, client };
}

function meetingOn({ facts, ...meeting }: PlannedMeeting, validOn: string): CalendarMeeting | undefined {
  const course = meetingOf(facts, validOn);
  return course && { ...meeting, ...calendarOf(course) };
}

/** The basis of an answer about one programme names the template that it is judged by. */
export function withTemplate<T>(answer: Answer<T>, programme: Pick<ProgrammeRow, 'template'> | undefined): Answer<T> {
  if (!programme?.template) return answer;
  const { key, version } = programme.template;
  return { ...answer, basis: { ...answer.basis, template: { key, version } } };
}

interface PageAsked {
  readonly asOf: AsOf;
  /** What the pages of the list are bound to: the programme, too. */
  readonly request: ListRequest & { readonly programme: string };
}

/** A page of a list about one programme, with the basis that it rests on. */
export async function pageInProgramme<T>(
  reader: Reader,
  { asOf, request }: PageAsked,
  pageOf: (snapshot: Snapshot) => Promise<Page<T>>,
): Promise<Answer<Page<T>>> {
  const { programme } = request;
  const { basis, data } = await reader.read(asOfPage(asOf, request), { programme }, (snapshot) =>
    Promise.all([pageOf(snapshot), snapshot.row(programmeView, programme)]),
  );
  const [page, row] = data;
  return withTemplate({ basis, data: page }, row);
}
