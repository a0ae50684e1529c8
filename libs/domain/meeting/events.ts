import { z } from 'zod';
import { type EventIn, fact } from '../kernel/definition.ts';
import { evidence, id, name, role } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';
import { dateStatus, day } from '../kernel/time.ts';

export const attendance = z.enum(['present', 'excused', 'absent']);

/** What people come together for. The first three have a place in every network; what the others are, the title tells. */
export const meetingKind = z.enum([
  'opening',
  'exchange',
  'closing',
  'session',
  'evening',
  'presentation',
  'peer-consultation',
  'team-meeting',
  'steering-group',
  'other',
]);

export const meetingEvents = {
  'meeting.planned.v2': fact(
    z.strictObject({
      meeting: id,
      programme: id,
      /** Left out when it is of the whole programme: a steering group, an opening of all networks together. */
      network: id.optional(),
      kind: meetingKind,
      title: name,
      date: day,
      status: dateStatus,
    }),
  ),
  'meeting.date-agreed.v1': fact(z.strictObject({ date: day })),
  /** `by` is the role that asked for another date. */
  'meeting.moved.v1': fact(z.strictObject({ from: day, to: day, status: dateStatus, by: role, reason: protectedText })),
  'meeting.held.v1': fact(z.strictObject({ minutes: evidence.optional() })),
  /**
   * Who of the network was there, and in which roles; a trajectory that is not named was not expected. Nobody's roles
   * need to be known.
   */
  'meeting.attendance-recorded.v2': fact(
    z.strictObject({
      entries: z
        .array(z.strictObject({ trajectory: id, attendance, roles: z.array(role).max(20).default([]) }))
        .min(1)
        .max(500),
    }),
  ),
  'meeting.cancelled.v1': fact(z.strictObject({ reason: protectedText })),
  /** The fact that the envelope's `corrects` names did not happen. */
  'meeting.fact-retracted.v1': fact(z.strictObject({})),
} as const;

export type MeetingEvent = EventIn<typeof meetingEvents>;
export type MeetingKind = z.infer<typeof meetingKind>;
export type Attendance = z.infer<typeof attendance>;
