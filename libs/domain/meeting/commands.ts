import type { DataOf, FromIsOptional, Note } from '../kernel/command.ts';
import type { Attendance, MeetingEvent } from './events.ts';

type Data<T extends MeetingEvent['type']> = DataOf<MeetingEvent, T>;

/** One line of who was there. Roles that are not known can be left out. */
export interface Entry {
  readonly trajectory: string;
  readonly attendance: Attendance;
  readonly roles?: readonly string[] | undefined;
}

export type MeetingCommand =
  | Note<'plan-meeting', Data<'meeting.planned.v2'>>
  | Note<'agree-date', Data<'meeting.date-agreed.v1'>>
  | Note<'move-meeting', FromIsOptional<Data<'meeting.moved.v1'>>>
  | Note<'hold-meeting', Data<'meeting.held.v1'>>
  | Note<'record-attendance', { readonly entries: readonly Entry[] }>
  | Note<'cancel-meeting', Data<'meeting.cancelled.v1'>>;
