import type { DataOf, FromIsOptional, Note } from '../kernel/command.ts';
import type { MeetingEvent } from './events.ts';

type Data<T extends MeetingEvent['type']> = DataOf<MeetingEvent, T>;

export type MeetingCommand =
  | Note<'plan-meeting', Data<'meeting.planned.v1'>>
  | Note<'agree-date', Data<'meeting.date-agreed.v1'>>
  | Note<'move-meeting', FromIsOptional<Data<'meeting.moved.v1'>>>
  | Note<'hold-meeting', Data<'meeting.held.v1'>>
  | Note<'record-attendance', Data<'meeting.attendance-recorded.v1'>>
  | Note<'cancel-meeting', Data<'meeting.cancelled.v1'>>;
