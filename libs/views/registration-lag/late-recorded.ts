import { sql } from 'kysely';
import { subjectIds } from '#domain/kernel/subject';
import { upcast } from '#log/contract/upcast';
import type { NamedOrganisation, Register } from '../register/register.ts';

/** A fact that was recorded long after it happened. */
export interface LateRecorded {
  readonly ordinal: number;
  readonly event: string;
  readonly type: string;
  readonly programme: string | null;
  /** The one that it names; null when it names none, or more than one. */
  readonly organisation: NamedOrganisation | null;
  readonly subjects: readonly string[];
  /** The last day on which it can have happened. */
  readonly happenedOn: string;
  readonly recordedOn: string;
  readonly days: number;
  readonly channel: string;
  readonly role: string;
}

/** A fact as it is read. */
export interface LateRow {
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

/** The columns of such a row, of the facts that stand. */
export const lateColumns = sql`
  ordinal, event, type, programme, subjects, channel, role, happened_on::text, recorded_on::text, days`;

/** The fact as it is shown: under the type by which it is read now, with the name of its organisation. */
export function lateRecordedOf(row: LateRow, register: Register): LateRecorded {
  const organisations = subjectIds(row.subjects, 'organisation');
  const [only] = organisations.length === 1 ? organisations : [];
  return {
    ordinal: row.ordinal,
    event: row.event,
    type: newest(row.type),
    programme: row.programme,
    organisation: only ? register.named(only) : null,
    subjects: row.subjects,
    happenedOn: row.happened_on,
    recordedOn: row.recorded_on,
    days: row.days,
    channel: row.channel,
    role: row.role,
  };
}

/** The type under which an event of that type is read now. */
export function newest(type: string): string {
  return upcast({ type, data: { entries: [] } }).type;
}
