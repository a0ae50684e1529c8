import { sql } from 'kysely';
import { zone } from '#domain/kernel/days';
import { lateAfterDays } from '#domain/kernel/facts';
import { subjectIds } from '#domain/kernel/subject';
import { upcast } from '#log/contract/upcast';
import type { Answer, AsOf } from '../query/as-of.ts';
import { compare } from '../query/plain.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import type { NamedOrganisation } from '../register/register.ts';

export interface LagFilter {
  readonly programme?: string | undefined;
  /** Only facts that were recorded on or after this day, and on or before the other (Europe/Amsterdam). */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** How many days after it happened facts were recorded. A day within which a fact may still have happened counts as none. */
export interface Lag {
  readonly count: number;
  readonly median: number;
  /** Nine in ten were recorded within so many days. */
  readonly p90: number;
  readonly longest: number;
  /** How many were recorded later than the product calls late. */
  readonly late: number;
}

/** A fact that was recorded long after it happened. */
export interface LateRecorded {
  readonly ordinal: number;
  readonly event: string;
  readonly type: string;
  readonly programme: string | null;
  readonly organisation: NamedOrganisation | null;
  readonly subjects: readonly string[];
  /** The last day on which it can have happened. */
  readonly happenedOn: string;
  readonly recordedOn: string;
  readonly days: number;
  readonly channel: string;
  readonly role: string;
}

export type LagBy = Lag & { readonly key: string };

export interface RegistrationLag {
  readonly all: Lag;
  readonly types: readonly LagBy[];
  readonly channels: readonly LagBy[];
  readonly roles: readonly LagBy[];
  readonly programmes: readonly LagBy[];
  /** At most twenty, the longest first. */
  readonly worst: readonly LateRecorded[];
}

/**
 * How long after they happened facts were recorded. A corrected fact counts by the day that its last correction gives and
 * by the day on which it was first recorded; what was taken back does not count, and neither does a fact of a later day
 * than the one that is asked.
 */
export class RegistrationLagQueries {
  constructor(private readonly reader: Reader) {}

  get(filter: LagFilter, asOf: AsOf): Promise<Answer<RegistrationLag>> {
    return this.reader.read(asOf, 'index', async (snapshot) => {
      const days = await countsOf(snapshot, filter);
      const by = (of: DayCount['of']) => lagsBy(days.filter((one) => one.of === of));
      return {
        all: lagOf(days.filter(({ of }) => of === 'channel')),
        types: lagsBy(days.filter(({ of }) => of === 'type').map((one) => ({ ...one, key: newest(one.key) }))),
        channels: by('channel'),
        roles: by('role'),
        programmes: by('programme'),
        worst: await worstOf(snapshot, filter),
      };
    });
  }
}

/** The type under which an event of that type is read now. */
function newest(type: string): string {
  return upcast({ type, data: { entries: [] } }).type;
}

interface DayCount {
  readonly of: 'type' | 'channel' | 'role' | 'programme';
  readonly key: string;
  readonly days: number;
  readonly count: number;
}

/** Every fact that stands, with the days on which it happened and was recorded. Midnight is the end of the day before. */
function factsIn({ ordinal, basis }: Snapshot, { programme, from, until }: LagFilter) {
  const dayIn = (moment: ReturnType<typeof sql>) => sql`((${moment}) AT TIME ZONE ${zone})::date`;
  return sql`
    SELECT * FROM (
      SELECT e.ordinal, e.event, e.type, e.programme, e.subjects, e.channel, e.role,
             ${dayIn(sql`e.recorded_at`)} AS recorded_on,
             ${dayIn(sql`CASE WHEN c.corrects IS NULL THEN e.happened_by ELSE c.happened_by END - interval '1 millisecond'`)}
               AS happened_on
      FROM views.entry e
      LEFT JOIN (
        SELECT DISTINCT ON (corrects) corrects, CASE WHEN type NOT LIKE '%.fact-retracted.%' THEN happened_by END AS happened_by
        FROM views.entry
        WHERE corrects IS NOT NULL AND ordinal <= ${ordinal} ORDER BY corrects, ordinal DESC) c ON c.corrects = e.event
      WHERE e.corrects IS NULL AND e.happened_by IS NOT NULL AND e.ordinal <= ${ordinal}
        AND ${programme === undefined ? sql`true` : sql`e.programme = ${programme}::uuid`}) facts
    WHERE happened_on IS NOT NULL
      AND least(happened_on, recorded_on) <= ${basis.validOn}::date
      AND ${from === undefined ? sql`true` : sql`recorded_on >= ${from}::date`}
      AND ${until === undefined ? sql`true` : sql`recorded_on <= ${until}::date`}`;
}

async function countsOf(snapshot: Snapshot, filter: LagFilter): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    SELECT CASE WHEN type IS NOT NULL THEN 'type' WHEN channel IS NOT NULL THEN 'channel'
                WHEN role IS NOT NULL THEN 'role' ELSE 'programme' END AS of,
           coalesce(type, channel, role, programme::text, '') AS key, days, count(*) AS count
    FROM (SELECT type, channel, role, programme, greatest(recorded_on - happened_on, 0) AS days
          FROM (${factsIn(snapshot, filter)}) f) g
    GROUP BY GROUPING SETS ((type, days), (channel, days), (role, days), (programme, days))`.execute(snapshot.tx);
  return rows;
}

function lagsBy(days: readonly DayCount[]): LagBy[] {
  const keys = [...new Set(days.map(({ key }) => key))].sort(compare);
  return keys.map((key) => ({ key, ...lagOf(days.filter((one) => one.key === key)) }));
}

function lagOf(days: readonly DayCount[]): Lag {
  const inOrder = [...days].sort((a, b) => a.days - b.days);
  const count = inOrder.reduce((sum, one) => sum + one.count, 0);
  return {
    count,
    median: quantile(inOrder, count, 0.5),
    p90: quantile(inOrder, count, 0.9),
    longest: inOrder.at(-1)?.days ?? 0,
    late: inOrder.reduce((sum, one) => sum + (one.days > lateAfterDays ? one.count : 0), 0),
  };
}

/** The fewest days within which at least that part was recorded. */
function quantile(inOrder: readonly DayCount[], count: number, part: number): number {
  let seen = 0;
  for (const { days, count: of } of inOrder) {
    seen += of;
    if (seen >= part * count) return days;
  }
  return 0;
}

interface Worst {
  readonly ordinal: number;
  readonly event: string;
  readonly type: string;
  readonly programme: string | null;
  readonly subjects: string[];
  readonly channel: string;
  readonly role: string;
  readonly happened_on: string;
  readonly recorded_on: string;
  readonly days: number;
}

async function worstOf(snapshot: Snapshot, filter: LagFilter): Promise<LateRecorded[]> {
  const { rows } = await sql<Worst>`
    SELECT ordinal, event, type, programme, subjects, channel, role, happened_on::text, recorded_on::text,
           recorded_on - happened_on AS days
    FROM (${factsIn(snapshot, filter)}) f
    WHERE recorded_on - happened_on > ${lateAfterDays}
    ORDER BY days DESC, ordinal LIMIT 20`.execute(snapshot.tx);
  const register = await snapshot.register();
  return rows.map(({ happened_on: happenedOn, recorded_on: recordedOn, ...row }) => {
    const organisations = subjectIds(row.subjects, 'organisation');
    const [only] = organisations.length === 1 ? organisations : [];
    return { ...row, type: newest(row.type), happenedOn, recordedOn, organisation: only ? register.named(only) : null };
  });
}
