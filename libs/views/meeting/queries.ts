import { subject } from '#domain/kernel/subject';
import type { MeetingKind } from '#domain/meeting/events';
import { type AttendanceFigures, figuresOf } from '../attendance/figures.ts';
import { pageInProgramme } from '../programme/queries.ts';
import { programmeView } from '../programme/view.ts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { type Page, type PageRequest, pageOf } from '../query/paging.ts';
import { compare, nullsLast, plain } from '../query/plain.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { type MeetingItem, meetingItemOf } from './item.ts';
import { type MeetingRow, meetingView } from './view.ts';

/** A meeting in a list, with how many of those expected were there. */
export interface MeetingListItem extends MeetingItem {
  readonly figures: AttendanceFigures;
}

/** A meeting, and the ordinal from which what is known of it stands as it does: it rises with everything that is told. */
export interface MeetingVersion extends MeetingItem {
  readonly since: number;
  /** Whether only the month is known in which it was held. */
  readonly heldByMonth: boolean;
}

/** A programme with all of its meetings. */
export interface ProgrammeMeetings {
  readonly name: string;
  readonly meetings: readonly MeetingVersion[];
}

/** Where nobody was counted, there is no rate: such a meeting comes after all others, whichever way they are sorted. */
export type MeetingSort = 'date' | 'title' | 'rate';

export interface MeetingRequest extends PageRequest {
  readonly filter?: {
    readonly network?: string | undefined;
    readonly kind?: MeetingKind | undefined;
    readonly state?: MeetingItem['state'] | undefined;
    /** A part of the title; accents and case do not matter. */
    readonly search?: string | undefined;
  };
  /** A hyphen before it turns the order round. By date when left out. */
  readonly sort?: MeetingSort | `-${MeetingSort}` | undefined;
}

/** Meetings: their dates, and who was there. */
export class MeetingQueries {
  constructor(private readonly reader: Reader) {}

  /** One meeting; undefined when there was none of that id, or when it was not planned by the day that is asked. */
  get(id: string, asOf: AsOf): Promise<Answer<MeetingItem | undefined>> {
    return this.reader.read(asOf, { subject: subject('meeting', id) }, async (snapshot) => {
      const row = await snapshot.row(meetingView, id);
      return row && meetingItemOf(row, snapshot.basis.validOn);
    });
  }

  /** Every meeting of a programme, by date, with what the programme is called; undefined when there is no such programme. */
  calendar(programme: string, asOf: AsOf): Promise<Answer<ProgrammeMeetings | undefined>> {
    return this.reader.read(asOf, { programme }, async (snapshot) => {
      const row = await snapshot.row(programmeView, programme);
      if (!row) return undefined;
      const versions = await snapshot.versions(meetingView, programme);
      const meetings = versions.flatMap(({ row: meeting, since }) => {
        const item = meetingItemOf(meeting, snapshot.basis.validOn);
        return item ? [{ ...item, since, heldByMonth: isHeldByMonth(meeting, snapshot.basis.validOn) }] : [];
      });
      return { name: row.name, meetings: meetings.sort(byDate) };
    });
  }

  /** The meetings of a programme that were planned by the day that is asked. */
  ofProgramme(programme: string, request: MeetingRequest, asOf: AsOf): Promise<Answer<Page<MeetingListItem>>> {
    const asked = { ...request, list: 'meetings', programme };
    return pageInProgramme(this.reader, { asOf, request: asked }, async (snapshot) => {
      const items = (await meetingsIn(snapshot, programme))
        .filter((item) => fits(item, request.filter))
        .sort(order(request.sort));
      return pageOf(items, asked, snapshot);
    });
  }
}

/** Whether it was held, and nothing that stands tells the day. */
export function isHeldByMonth({ facts }: MeetingRow, validOn: string): boolean {
  const held = facts.filter(({ fact, on }) => fact === 'held' && on <= validOn);
  const last = held.at(-1);
  return last !== undefined && held.every(({ on, byMonth = false }) => on !== last.on || byMonth);
}

async function meetingsIn(snapshot: Snapshot, programme: string): Promise<MeetingListItem[]> {
  const rows = await snapshot.rows(meetingView, programme);
  return rows
    .flatMap((row) => meetingItemOf(row, snapshot.basis.validOn) ?? [])
    .map((item) => ({ ...item, figures: figuresOf(item.attendance) }));
}

function fits(
  item: MeetingItem,
  { network, kind, state, search }: NonNullable<MeetingRequest['filter']> = {},
): boolean {
  if (network !== undefined && item.network !== network) return false;
  if (kind !== undefined && item.kind !== kind) return false;
  if (state !== undefined && item.state !== state) return false;
  return search === undefined || plain(item.title).includes(plain(search));
}

const keys: Record<MeetingSort, (item: MeetingListItem) => string | null> = {
  date: (item) => item.date,
  title: (item) => plain(item.title),
  rate: ({ figures: { presentPerMille } }) => (presentPerMille === null ? null : `${presentPerMille}`.padStart(4, '0')),
};

/** A whole order: what is equal otherwise, goes by date and then by id. */
export function order(sort: MeetingRequest['sort'] = 'date') {
  const descending = sort.startsWith('-');
  const key = keys[(descending ? sort.slice(1) : sort) as MeetingSort];
  const turn = descending ? -1 : 1;
  return (a: MeetingListItem, b: MeetingListItem): number => nullsLast(key(a), key(b), turn) || byDate(a, b);
}

function byDate(a: MeetingItem, b: MeetingItem): number {
  return compare(a.date, b.date) || compare(a.meeting, b.meeting);
}
