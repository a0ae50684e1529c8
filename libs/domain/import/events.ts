import { z } from 'zod';
import { decision, type EventIn, record } from '../kernel/definition.ts';
import { count, id, key, role } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';
import { day } from '../kernel/time.ts';

const application = z.strictObject({
  /** The line of the file, the heading being line 1. */
  line: count.min(1),
  organisation: id,
  network: id,
  appliedOn: day,
  contactRole: role,
  category: key.optional(),
  question: protectedText.optional(),
});

export const importEvents = {
  /** The whole checked content of a file. All of it is recorded, or, if this event is not there, none of it. */
  'import.accepted.v1': decision(
    z.strictObject({
      import: id,
      programme: id,
      kind: z.literal('applications'),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      rows: z.array(application).min(1).max(2_000),
    }),
  ),
  /** Every row was recorded; a row whose application was known already is counted under `known`. */
  'import.completed.v1': record(z.strictObject({ import: id, recorded: count, known: count })),
} as const;

export type ImportEvent = EventIn<typeof importEvents>;
export type ImportedApplication = z.infer<typeof application>;
