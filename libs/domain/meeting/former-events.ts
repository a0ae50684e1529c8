import { z } from 'zod';
import { fact } from '../kernel/definition.ts';
import { id, name } from '../kernel/names.ts';
import { dateStatus, day } from '../kernel/time.ts';
import { attendance } from './events.ts';

/**
 * Types that earlier releases wrote and that this one reads and lifts, but writes no more. They were released, so they
 * never change.
 */
export const formerMeetingEvents = {
  /** Until 0.1: a network met to open, to exchange and to close, and for nothing else. */
  'meeting.planned.v1': fact(
    z.strictObject({
      meeting: id,
      programme: id,
      network: id,
      kind: z.enum(['opening', 'exchange', 'closing']),
      title: name,
      date: day,
      status: dateStatus,
    }),
  ),
  /** Until 0.1: without the roles that were at the table. */
  'meeting.attendance-recorded.v1': fact(
    z.strictObject({
      entries: z
        .array(z.strictObject({ trajectory: id, attendance }))
        .min(1)
        .max(500),
    }),
  ),
} as const;
