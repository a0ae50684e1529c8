import { sql } from 'kysely';
import { lateAfterDays } from '#domain/kernel/facts';
import type { Answer, AsOf } from '../query/as-of.ts';
import { compare } from '../query/plain.ts';
import type { Reader } from '../query/reader.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { type LateRecorded, type LateRow, lateColumns, lateRecordedOf, newest } from './late-recorded.ts';
import { factsIn, type LagFilter } from './standing-facts.ts';

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

export type LagBy = Lag & { readonly key: string };

export interface RegistrationLag {
  readonly all: Lag;
  readonly types: readonly LagBy[];
  readonly channels: readonly LagBy[];
  readonly roles: readonly LagBy[];
  readonly programmes: readonly LagBy[];
  /** At most twenty, the longest first; `LateFactsQueries` gives them all. */
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

interface DayCount {
  readonly of: 'type' | 'channel' | 'role' | 'programme';
  readonly key: string;
  readonly days: number;
  readonly count: number;
}

async function countsOf(snapshot: Snapshot, filter: LagFilter): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    SELECT CASE WHEN type IS NOT NULL THEN 'type' WHEN channel IS NOT NULL THEN 'channel'
                WHEN role IS NOT NULL THEN 'role' ELSE 'programme' END AS of,
           coalesce(type, channel, role, programme::text, '') AS key, days, count(*) AS count
    FROM (${factsIn(snapshot, filter)}) f
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

async function worstOf(snapshot: Snapshot, filter: LagFilter): Promise<LateRecorded[]> {
  const { rows } = await sql<LateRow>`
    SELECT ${lateColumns} FROM (${factsIn(snapshot, filter)}) f
    WHERE days > ${lateAfterDays}
    ORDER BY days DESC, ordinal LIMIT 20`.execute(snapshot.tx);
  const register = await snapshot.register();
  return rows.map((row) => lateRecordedOf(row, register));
}
