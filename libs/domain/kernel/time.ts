import { z } from 'zod';

/** A calendar day in the Netherlands, `2026-03-18`. */
export const day = z.iso.date();

/** A moment in UTC with milliseconds, `2026-03-18T09:30:00.000Z`. */
export const instant = z.iso.datetime({ precision: 3 });

/** When a fact happened, as precisely as its source knows it: a moment (UTC), a day or a month (`2026-03`). */
export const occurredOn = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('moment'), value: instant }),
  z.strictObject({ precision: z.literal('day'), value: day }),
  z.strictObject({ precision: z.literal('month'), value: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
]);

/** A date in an agenda: provisional until both sides agreed on it. */
export const dateStatus = z.enum(['provisional', 'agreed']);

export type OccurredOn = z.infer<typeof occurredOn>;
export type DateStatus = z.infer<typeof dateStatus>;
