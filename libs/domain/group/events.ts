import { z } from 'zod';
import { decision, type EventIn } from '../kernel/definition.ts';
import { id, name } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';

const members = z.array(id).min(1).max(500);

export const groupEvents = {
  'group.composed.v1': decision(
    z.strictObject({
      group: id,
      programme: id,
      network: id,
      kind: z.literal('learning'),
      name,
      members,
      reason: protectedText,
    }),
  ),
  'group.recomposed.v1': decision(z.strictObject({ members, reason: protectedText })),
  /** From here on the composition stands. */
  'group.frozen.v1': decision(z.strictObject({ reason: protectedText })),
} as const;

export type GroupEvent = EventIn<typeof groupEvents>;
