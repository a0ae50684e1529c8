import { sql } from 'kysely';
import { lateAfterDays } from '#domain/kernel/facts';
import type { Place } from '../index/event-cache.ts';
import type { Snapshot } from '../query/snapshot.ts';
import { newest } from './late-recorded.ts';
import { factsIn } from './standing-facts.ts';

/** A fact that was recorded late, with the place of the event that stands for it: its last correction, or itself. */
export interface LateStanding extends Place {
  readonly ordinal: number;
  readonly type: string;
  readonly subjects: readonly string[];
  /** When it was first recorded (UTC). */
  readonly recordedAt: string;
  readonly days: number;
}

/** All facts of a programme that the list of late facts has, in the order of recording. */
export async function everyLateIn(snapshot: Snapshot, programme: string): Promise<LateStanding[]> {
  const { rows } = await sql<LateStanding>`
    SELECT f.ordinal, f.type, f.subjects, f.recorded_at AS "recordedAt", f.days, e.stream, e.revision
    FROM (${factsIn(snapshot, { programme })}) f JOIN views.entry e ON e.event = f.stands
    WHERE f.days > ${lateAfterDays} ORDER BY f.ordinal`.execute(snapshot.tx);
  return rows.map((row) => ({ ...row, type: newest(row.type) }));
}
