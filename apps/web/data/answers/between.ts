import * as z from 'zod/mini';
import { listOf, organisation } from './basis.ts';
import { changeLine } from './follow.ts';

/** What was recorded between two moments, with how often each cause occurs in the whole period. */
export const comparison = z.extend(listOf(changeLine), {
  counts: z.optional(z.object({ causes: z.record(z.string(), z.number()) })),
});

/** What was recorded, with every row of the views as it came out of it. */
export const changesWithRows = listOf(
  z.extend(changeLine, {
    rows: z.optional(z.array(z.object({ view: z.string(), key: z.string(), row: z.optional(z.unknown()) }))),
  }),
);
export type ChangesWithRows = z.infer<typeof changesWithRows>;

const figures = z.object({
  trajectories: z.number(),
  status: z.record(z.string(), z.number()),
  milestonesReached: z.number(),
});
export type Figures = z.infer<typeof figures>;

/** The figures at two moments: as known then, as known later of that same day, and later. */
export const figuresBetween = z.extend(
  listOf(
    z.object({
      trajectory: z.string(),
      organisation,
      words: z.object({ learned: z.optional(z.string()), happened: z.optional(z.string()) }),
    }),
  ),
  { totals: z.object({ before: figures, inHindsight: figures, after: figures }) },
);

/** A row that was parked because an event broke its fold. */
export const parkedRow = z.object({
  id: z.number(),
  view: z.string(),
  subject: z.nullable(z.string()),
  ordinal: z.number(),
  error: z.string(),
  parkedAt: z.string(),
});
export type ParkedRow = z.infer<typeof parkedRow>;

/** How the service is. */
export const health = z.object({
  status: z.string(),
  release: z.string(),
  ordinal: z.nullish(z.number()),
  lag: z.nullish(z.object({ events: z.number(), seconds: z.number() })),
});
