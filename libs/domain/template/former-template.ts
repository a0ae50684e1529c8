import { z } from 'zod';
import { count, key, name } from '../kernel/names.ts';

/*
 * The template as release 0.1 recorded it. It was released, so it never changes.
 */

const label = z.strictObject({ nl: name, en: name });

const due = z.strictObject({
  anchor: z.enum(['programme-start', 'programme-end', 'opening', 'exchange', 'closing']),
  number: count.min(1).default(1),
  days: z.int().min(-1000).max(1000),
});

const reached = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('intake-held') }),
  z.strictObject({ when: z.literal('place-given') }),
  z.strictObject({ when: z.literal('question-brought-in') }),
  z.strictObject({ when: z.literal('commitments-given'), layers: z.array(key).min(1) }),
  z.strictObject({
    when: z.literal('attended'),
    kind: z.enum(['opening', 'exchange', 'closing']),
    count: count.min(1),
  }),
  z.strictObject({ when: z.literal('support-completed') }),
]);

const milestone = z.strictObject({
  key,
  label,
  line: key,
  weight: count.min(1),
  due,
  reached,
});

export const formerTemplate = z.strictObject({
  key,
  version: count.min(1),
  label,
  lines: z.array(z.strictObject({ key, label })).min(1),
  milestones: z.array(milestone).min(1),
  layers: z.array(z.strictObject({ key, label })).min(1),
  categories: z.array(z.strictObject({ key, label })).min(1),
  limits: z.strictObject({
    behindAfterDays: count,
    contactWithinDays: count,
  }),
});
