import type { Recorded } from '#domain/kernel/event';
import { dayOfFact } from '#domain/trajectory/facts';
import { isSameMonth } from './day.ts';

/** When attendance was told to have been. */
export interface AttendanceDay {
  /** The first of it, where only the month was told. */
  readonly on: string;
  readonly byMonth?: true;
}

/** The day that a record of attendance tells, as rows keep it. */
export function dayTold(event: Recorded): AttendanceDay {
  const on = dayOfFact(event);
  return event.occurredOn?.precision === 'month' ? { on, byMonth: true } : { on };
}

/**
 * The day on which it was. Where only the month was told, it is the day in that month on which the meeting was held; a day
 * that was told stands, also beside a meeting that was told as held on another.
 */
export function dayOfAttendance({ on, byMonth }: AttendanceDay, heldOn: string | null | undefined): string {
  return byMonth && heldOn && isSameMonth(heldOn, on) ? heldOn : on;
}

/** A record as it is answered: on that day, whatever told it. */
export function dated<Entry extends AttendanceDay>(
  entry: Entry,
  heldOn: string | null | undefined,
): Omit<Entry, 'byMonth'> {
  const { byMonth: _byMonth, ...told } = entry;
  return { ...told, on: dayOfAttendance(entry, heldOn) };
}
