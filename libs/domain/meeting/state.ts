import type { DateStatus } from '../kernel/time.ts';
import type { Attendance, MeetingKind } from './events.ts';

export interface KnownMeeting {
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly meeting: string;
  readonly programme: string;
  readonly network: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly date: string;
  readonly dateStatus: DateStatus;
  /** The day by which it is ordered, once it was held. */
  readonly heldOn: string | undefined;
  readonly attendance: Readonly<Record<string, Attendance>>;
}

export type MeetingState = { readonly status: 'unknown' } | KnownMeeting;
