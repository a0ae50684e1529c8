import * as z from 'zod/mini';
import { bothLanguages, organisation } from './basis.ts';

const milestone = z.object({
  key: z.string(),
  label: bothLanguages,
  line: z.string(),
  due: z.nullable(z.string()),
  reachedOn: z.nullable(z.string()),
  asked: z.boolean(),
});
export type Milestone = z.infer<typeof milestone>;

const line = z.object({
  key: z.string(),
  label: bothLanguages,
  reached: z.number(),
  expected: z.number(),
  total: z.number(),
});

const unmeasured = z.object({ measured: z.literal(false) });
const measured = z.object({
  measured: z.literal(true),
  milestones: z.array(milestone),
  reached: z.number(),
  expected: z.number(),
  total: z.number(),
  lines: z.array(line),
  status: z.string(),
  reasons: z.array(z.extend(bothLanguages, { code: z.string(), status: z.string() })),
  next: z.nullable(milestone),
  nextStep: z.nullable(bothLanguages),
});
export type Measured = z.infer<typeof measured>;

const contact = z.object({ on: z.string(), kind: z.string(), roles: z.array(z.string()), event: z.string() });

/** Where a trajectory stands: step, milestones, status with its reasons, what comes next, the last contact. */
export const standing = z.object({
  trajectory: z.string(),
  programme: z.string(),
  organisation,
  network: z.nullable(z.object({ id: z.string(), name: z.string() })),
  participation: z.object({ step: z.string() }),
  progress: z.discriminatedUnion('measured', [measured, unmeasured]),
  lastContact: z.nullable(contact),
  judgement: z.nullable(z.object({ on: z.string(), judgement: z.string() })),
});
export type Standing = z.infer<typeof standing>;
