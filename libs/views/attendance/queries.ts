import { subject } from '#domain/kernel/subject';
import { meetingItemOf } from '../meeting/item.ts';
import { type AttendanceEntry, heldOnOf, type MeetingRow, meetingView } from '../meeting/view.ts';
import { pageInProgramme } from '../programme/queries.ts';
import type { TrajectoryRow } from '../progress/row.ts';
import { progressView } from '../progress/view.ts';
import { withOrganisations } from '../progress/whose.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { type Page, type PageRequest, pageOf } from '../query/paging.ts';
import { compare, plain } from '../query/plain.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { NamedOrganisation, OrganisationsAsked } from '../register/register.ts';
import { type AttendanceFigures, figuresOf } from './figures.ts';
import { type AttendanceItem, type Attendee, attendanceItemOf } from './item.ts';
import { attendanceView } from './view.ts';

export type AttendanceSort = 'name' | 'rate' | 'missed';

export interface AttendanceRequest extends PageRequest {
  readonly filter?: {
    readonly network?: string | undefined;
    readonly trajectory?: string | undefined;
    /** Only those who missed at least so many meetings in a row, up to the last; excused or not. */
    readonly missed?: number | undefined;
    /** Only those for whom this role was at the table. */
    readonly role?: string | undefined;
  } & OrganisationsAsked;
  /** A hyphen before it turns the order round. By name when left out. */
  readonly sort?: AttendanceSort | `-${AttendanceSort}` | undefined;
}

/** Who was at one meeting, and in which roles. */
export interface MeetingAttendanceItem extends AttendanceFigures {
  readonly meeting: string;
  readonly title: string;
  readonly network: string | null;
  readonly date: string;
  readonly heldOn: string | null;
  readonly entries: readonly (AttendanceEntry & { readonly organisation: NamedOrganisation })[];
}

/** Who comes, who stays away, and who sits at the table. */
export class AttendanceQueries {
  constructor(private readonly reader: Reader) {}

  /** The attendance of the trajectories of a programme that were expected at a meeting. */
  ofProgramme(programme: string, request: AttendanceRequest, asOf: AsOf): Promise<Answer<Page<AttendanceItem>>> {
    const asked = { ...request, list: 'attendance', programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, async (snapshot) => {
      const meetings = await snapshot.rows(meetingView, programme);
      const byId = new Map(meetings.map((row) => [row.meeting, { ...row, heldOn: heldOnOf(row) }]));
      const attendee = await attendees(snapshot, await snapshot.rows(progressView, programme));
      const found = (await snapshot.register()).matching(request.filter ?? {});
      const items = (await snapshot.rows(attendanceView, programme))
        .flatMap((row) => attendanceItemOf(row, attendee(row.trajectory), byId, snapshot.basis.validOn) ?? [])
        .filter((item) => fits(item, request.filter) && (found?.includes(item.organisation.id) ?? true))
        .sort(order(request.sort));
      return pageOf(items, asked, snapshot);
    });
  }

  /** Who was at one meeting; undefined when it was not planned by the day that is asked. */
  ofMeeting(id: string, asOf: AsOf): Promise<Answer<MeetingAttendanceItem | undefined>> {
    return this.reader.read(asOf, { subject: subject('meeting', id) }, async (snapshot) => {
      const row = await snapshot.row(meetingView, id);
      return row && meetingAttendanceOf(snapshot, row);
    });
  }
}

async function meetingAttendanceOf(snapshot: Snapshot, row: MeetingRow): Promise<MeetingAttendanceItem | undefined> {
  const item = meetingItemOf(row, snapshot.basis.validOn);
  if (!item) return undefined;
  const { meeting, title, network, date, heldOn, attendance } = item;
  const ids = attendance.map(({ trajectory }) => trajectory);
  const attendee = await attendees(snapshot, await snapshot.rowsOf(progressView, ids));
  const entries = attendance
    .map((entry) => ({ ...entry, organisation: attendee(entry.trajectory).organisation }))
    .sort((a, b) => byName(a, b) || compare(a.trajectory, b.trajectory));
  return { meeting, title, network, date, heldOn, ...figuresOf(entries), entries };
}

/** Whose attendance it is, by trajectory. */
async function attendees(
  snapshot: Snapshot,
  rows: readonly TrajectoryRow[],
): Promise<(trajectory: string) => Attendee> {
  const register = await snapshot.register();
  const known = new Map((await withOrganisations(snapshot, rows)).map((row) => [row.trajectory, row]));
  return (trajectory) => {
    const { organisation = '', network = null } = known.get(trajectory) ?? {};
    return { organisation: register.named(organisation), network };
  };
}

function fits(item: AttendanceItem, filter: NonNullable<AttendanceRequest['filter']> = {}): boolean {
  const { network, trajectory, missed, role } = filter;
  if (network !== undefined && item.network !== network) return false;
  if (trajectory !== undefined && item.trajectory !== trajectory) return false;
  if (missed !== undefined && item.missedInARow < missed) return false;
  return role === undefined || item.roles.some((atTheTable) => atTheTable.role === role);
}

const numbers: Record<Exclude<AttendanceSort, 'name'>, (item: AttendanceItem) => number> = {
  rate: (item) => item.presentPerMille ?? -1,
  missed: (item) => item.missedInARow,
};

/** A whole order: what is equal otherwise, goes by name and then by id. */
function order(sort: AttendanceRequest['sort'] = 'name') {
  const descending = sort.startsWith('-');
  const by = (descending ? sort.slice(1) : sort) as AttendanceSort;
  const sorted = (a: AttendanceItem, b: AttendanceItem) =>
    by === 'name' ? byName(a, b) : numbers[by](a) - numbers[by](b);
  return (a: AttendanceItem, b: AttendanceItem): number =>
    (descending ? -1 : 1) * sorted(a, b) || byName(a, b) || compare(a.trajectory, b.trajectory);
}

interface Named {
  readonly organisation: NamedOrganisation;
}

function byName(a: Named, b: Named): number {
  return compare(plain(a.organisation.name), plain(b.organisation.name));
}
