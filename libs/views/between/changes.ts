import { type RawBuilder, sql } from 'kysely';
import type { LoggedEvent } from '#log/contract/codec';
import type { ViewDefinition } from '../engine/view-definition.ts';
import type { Entry } from '../index/entry.ts';
import type { EventLoader } from '../index/event-loader.ts';
import type { Answer, AsOf, KnownAt } from '../query/as-of.ts';
import { afterOf, asOfPage, cursorAt, type ListRequest, type Page, type PageRequest, sizeOf } from '../query/paging.ts';
import type { Reader, Scope } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { Cause } from './cause.ts';
import { concernedBy } from './concerned.ts';
import { type ChangeFilter, causeOf, fits } from './filter.ts';
import { mustFollow, type Period, periodOf } from './period.ts';
import { type RowChange, rowChanges } from './versions.ts';

/** One event of a period: why it is in it, and what it did to the rows. */
export interface Change {
  readonly ordinal: number;
  readonly cause: Cause;
  readonly event: LoggedEvent;
  readonly rows: readonly RowChange[];
}

/** By when it was recorded, or by when it happened (a decision: when it was taken). A hyphen turns the order round. */
export const changeSorts = ['recorded', '-recorded', 'happened', '-happened'] as const;
export type ChangeSort = (typeof changeSorts)[number];

export interface ChangesRequest extends PageRequest {
  readonly filter?: ChangeFilter | undefined;
  readonly sort?: ChangeSort | undefined;
}

/** How many there are in the whole period, of each type of event and each cause. */
export interface Counted {
  readonly type: string;
  readonly cause: Cause;
  readonly count: number;
}

export interface ChangesPage extends Page<Change> {
  readonly period: Period;
  /** On the first page only: counting a period costs more than reading a page of it. */
  readonly counts?: readonly Counted[];
}

/** Between which moments; `until` is now when it is left out. */
export interface Moments extends Pick<AsOf, 'minPosition' | 'waitMs'> {
  readonly from: KnownAt;
  readonly until?: KnownAt | undefined;
}

type Asked = ChangesRequest & ListRequest & Pick<Moments, 'from' | 'until'>;

interface Found {
  readonly entries: readonly FoundEntry[];
  readonly rows: readonly RowChange[];
  readonly period: Period;
  readonly counts?: readonly Counted[];
  readonly total: number;
  readonly next?: string;
}

type FoundEntry = Pick<Entry, 'ordinal' | 'stream' | 'revision' | 'type' | 'corrects' | 'subjects'> & {
  readonly cause: Cause;
  /** When it happened, as a cursor holds it. */
  readonly happened: string;
};

/** What was recorded between two moments, within a filter: every event once, with the row versions that it made. */
export class ChangeQueries {
  private readonly folded: readonly ViewDefinition[];

  constructor(
    private readonly reader: Reader,
    private readonly loader: EventLoader,
    private readonly views: readonly ViewDefinition[],
  ) {
    // What is derived from other rows follows from their changes.
    this.folded = views.filter(({ on }) => Object.keys(on).length > 0);
  }

  /**
   * A page of what was recorded after the one moment, up to and including the other. All of it is read at the ordinal of
   * the other moment, so nothing is skipped or repeated while more is recorded.
   *
   * @throws MomentsReversed when the period begins after its end; BadCursor for a cursor of another question;
   * NotThereYet as any query.
   */
  async between(moments: Moments, request: ChangesRequest): Promise<Answer<ChangesPage>> {
    const { from, until, ...waiting } = moments;
    mustFollow(from, until);
    const asked = { ...request, list: 'changes', from, until };
    const asOf = asOfPage({ ...waiting, knownAt: until }, asked);
    const { basis, data } = await this.reader.read(asOf, scopeOf(request.filter), (snapshot) =>
      this.find(snapshot, asked),
    );
    const { entries, rows, ...page } = data;
    const events = await this.loader.load(entries);
    const items = entries.flatMap(({ ordinal, cause }, i): Change[] => {
      const event = events[i];
      return event ? [{ ordinal, cause, event, rows: rows.filter((row) => row.ordinal === ordinal) }] : [];
    });
    return { basis, data: { ...page, items } };
  }

  private async find(snapshot: Snapshot, asked: Asked): Promise<Found> {
    const { filter = {}, sort } = asked;
    const period = await periodOf(snapshot, asked);
    const concerned = await concernedBy(snapshot, period, filter);
    const wanted = fits(period, filter, { concerned, ofView: this.typesOf(filter.view) });
    const place = afterOf(asked, [isByTime(sort) ? 'timestamptz' : 'bigint', 'bigint', 'bigint']);
    const counts = place ? undefined : await countsOf(snapshot, period, wanted);
    const total = counts ? counts.reduce((sum, { count }) => sum + count, 0) : Number(place?.[2]);
    const size = sizeOf(asked);
    const found = await entriesOf(snapshot, period, { wanted, sort, after: place, limit: size + 1 });
    const entries = found.slice(0, size);
    const rows = await rowChanges(snapshot, this.folded, entries);
    const last = entries.at(-1);
    const page = { entries, rows, period, total, ...(counts && { counts }) };
    if (!last || found.length <= size) return page;
    const key = isByTime(sort) ? last.happened : last.ordinal;
    return { ...page, next: cursorAt({ after: [key, last.ordinal, total] }, asked, snapshot) };
  }

  private typesOf(view: string | undefined): readonly string[] | undefined {
    if (view === undefined) return undefined;
    return Object.keys(this.views.find(({ name }) => name === view)?.on ?? {});
  }
}

function scopeOf({ programme, subject }: ChangeFilter = {}): Scope {
  if (programme !== undefined) return { programme };
  return subject === undefined ? 'everything' : { subject };
}

async function countsOf(snapshot: Snapshot, period: Period, wanted: RawBuilder<boolean>): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT e.type, ${causeOf(period)} AS cause, count(*) AS count FROM views.entry e
    WHERE ${wanted} GROUP BY 1, 2`.execute(snapshot.tx);
  return rows;
}

function isByTime(sort: ChangeSort | undefined): boolean {
  return sort?.endsWith('happened') ?? false;
}

interface Wanted {
  readonly wanted: RawBuilder<boolean>;
  readonly sort: ChangeSort | undefined;
  readonly after: ReturnType<typeof afterOf>;
  readonly limit: number;
}

async function entriesOf(snapshot: Snapshot, period: Period, page: Wanted): Promise<readonly FoundEntry[]> {
  const { wanted, sort = 'recorded', after, limit } = page;
  const descending = sort.startsWith('-');
  const order = sql.raw(descending ? 'DESC' : 'ASC');
  const beyond = sql.raw(descending ? '<' : '>');
  const happened = sql`coalesce(e.happened_by, e.effective_at)`;
  const key = isByTime(sort) ? happened : sql`e.ordinal`;
  const start = after
    ? sql`(${key}, e.ordinal) ${beyond} (${after[0]}::${sql.raw(isByTime(sort) ? 'timestamptz' : 'bigint')}, ${after[1]}::bigint)`
    : sql`true`;
  const { rows } = await sql<FoundEntry>`
    SELECT e.ordinal, e.stream, e.revision, e.type, e.corrects, e.subjects, ${causeOf(period)} AS cause,
           to_char(${happened} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"') AS happened
    FROM views.entry e WHERE ${wanted} AND ${start}
    ORDER BY ${key} ${order}, e.ordinal ${order} LIMIT ${limit}`.execute(snapshot.tx);
  return rows;
}
