import * as z from 'zod/mini';

/** What a command was answered with: the events that it recorded, and warnings that do not stand in the way. */
export const recorded = z.object({
  id: z.string(),
  events: z.array(z.object({ id: z.string(), type: z.string() })),
  warnings: z.array(z.object({ code: z.string(), nl: z.string(), en: z.string() })),
  position: z.optional(z.string()),
});
export type Recorded = z.infer<typeof recorded>;
