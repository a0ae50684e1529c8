import { z } from 'zod';
import { decision, type EventIn } from '../kernel/definition.ts';
import { count, id, name } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';
import { day } from '../kernel/time.ts';
import { template } from '../template/template.ts';

export const programmeEvents = {
  /** `opensOn` is the first day of interest and application; `from` and `until` are the programme's own days. */
  'programme.set-up.v1': decision(
    z.strictObject({ programme: id, name, client: id, opensOn: day, from: day, until: day }),
    { retention: 'permanent', publication: 'public' },
  ),
  /** The whole content of the template, so that what a trajectory is judged by is in the log itself. */
  'programme.template-adopted.v2': decision(z.strictObject({ template }), { retention: 'permanent' }),
  /** A later version of the same template, whole, and why. From here on every trajectory is judged by it. */
  'programme.template-changed.v1': decision(z.strictObject({ template, reason: protectedText }), {
    retention: 'permanent',
  }),
  /** Sent at `time` (Europe/Amsterdam) on that day of every week (1 is Monday) or month. */
  'programme.report-scheduled.v1': decision(
    z.strictObject({
      schedule: id,
      report: z.literal('management'),
      every: z.enum(['week', 'month']),
      day: count.min(1).max(28),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    }),
  ),
  'programme.report-unscheduled.v1': decision(z.strictObject({ schedule: id })),
} as const;

export type ProgrammeEvent = EventIn<typeof programmeEvents>;
