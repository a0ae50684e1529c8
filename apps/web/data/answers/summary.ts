import * as z from 'zod/mini';
import { bothLanguages } from './basis.ts';

const counts = z.record(z.string(), z.number());
const marks = { reached: z.number(), expected: z.number(), total: z.number() };

/** The programme in figures: steps, status, milestones by line of work, commitments by layer. */
export const summary = z.object({
  trajectories: z.number(),
  participation: counts,
  status: counts,
  milestones: z.object(marks),
  lines: z.array(z.object({ key: z.string(), label: bothLanguages, ...marks })),
  commitments: z.record(z.string(), counts),
  late: z.number(),
});
export type Summary = z.infer<typeof summary>;
