import * as z from 'zod/mini';

/** What a check says of a file that is right. */
export const checkedFile = z.object({ dryRun: z.literal(true), sha256: z.string(), rows: z.number() });

/** An import, and whether all of its lines are recorded. */
export const importStatus = z.object({
  import: z.string(),
  sha256: z.string(),
  rows: z.number(),
  acceptedAt: z.string(),
  completed: z.nullable(z.object({ recorded: z.number(), known: z.number(), refused: z.number() })),
});
export type ImportStatus = z.infer<typeof importStatus>;
