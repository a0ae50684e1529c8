import { type RawBuilder, sql } from 'kysely';
import { zone } from '#domain/kernel/days';
import { storedTypes } from '#log/contract/upcast';
import type { Snapshot } from '../query/snapshot.ts';

export interface LagFilter {
  readonly programme?: string | undefined;
  /** Only facts that were recorded on or after this day, and on or before the other (Europe/Amsterdam). */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** What a fact is, and who recorded it how. */
export interface FactFilter extends LagFilter {
  /** The type under which the event is read now. */
  readonly type?: string | undefined;
  readonly channel?: string | undefined;
  readonly role?: string | undefined;
  /** Only facts that name one of the organisations with these ids. */
  readonly organisations?: readonly string[] | undefined;
}

/**
 * Every fact that stands, with the days on which it happened and was recorded, and how many days lie between them: none
 * when it may still have happened on the day of recording. Midnight is the end of the day before. `stands` is the event that
 * stands for it: its last correction, or itself.
 */
export function factsIn({ ordinal, basis }: Snapshot, filter: FactFilter): RawBuilder<unknown> {
  const { from, until } = filter;
  const dayIn = (moment: RawBuilder<unknown>) => sql`((${moment}) AT TIME ZONE ${zone})::date`;
  return sql`
    SELECT *, greatest(recorded_on - happened_on, 0) AS days FROM (
      SELECT e.ordinal, e.event, e.type, e.programme, e.subjects, e.channel, e.role,
             e.recorded_at, coalesce(c.event, e.event) AS stands,
             ${dayIn(sql`e.recorded_at`)} AS recorded_on,
             ${dayIn(sql`CASE WHEN c.corrects IS NULL THEN e.happened_by ELSE c.happened_by END - interval '1 millisecond'`)}
               AS happened_on
      FROM views.entry e
      LEFT JOIN (
        SELECT DISTINCT ON (corrects) corrects, event, CASE WHEN type NOT LIKE '%.fact-retracted.%' THEN happened_by END AS happened_by
        FROM views.entry
        WHERE corrects IS NOT NULL AND ordinal <= ${ordinal} ORDER BY corrects, ordinal DESC) c ON c.corrects = e.event
      WHERE e.corrects IS NULL AND e.happened_by IS NOT NULL AND e.ordinal <= ${ordinal} AND ${fits(filter)}) facts
    WHERE happened_on IS NOT NULL
      AND least(happened_on, recorded_on) <= ${basis.validOn}::date
      AND ${from === undefined ? sql`true` : sql`recorded_on >= ${from}::date`}
      AND ${until === undefined ? sql`true` : sql`recorded_on <= ${until}::date`}`;
}

/** What stands in the entry itself. */
function fits({ programme, type, channel, role, organisations }: FactFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (programme !== undefined) conditions.push(sql`e.programme = ${programme}::uuid`);
  if (type !== undefined) conditions.push(sql`e.type = ANY(${[...storedTypes([type])]}::text[])`);
  if (channel !== undefined) conditions.push(sql`e.channel = ${channel}`);
  if (role !== undefined) conditions.push(sql`e.role = ${role}`);
  if (organisations !== undefined) {
    conditions.push(sql`e.subjects && ${organisations.map((id) => `organisation:${id}`)}::text[]`);
  }
  return sql`${sql.join(conditions, sql` AND `)}`;
}
