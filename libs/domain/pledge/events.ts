import { z } from 'zod';
import { type EventIn, fact } from '../kernel/definition.ts';
import { evidence, id, role } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';
import { day } from '../kernel/time.ts';

/**
 * Who (an organisation, by a role), to whom (a role), what, and by which day; of which trajectory when it is of one, and
 * in which meeting when it was there.
 */
const content = z.strictObject({
  pledge: id,
  programme: id,
  trajectory: id.optional(),
  organisation: id,
  role,
  toRole: role,
  what: protectedText,
  due: day,
  meeting: id.optional(),
});

const because = z.strictObject({ reason: protectedText });
const result = z.strictObject({ result: protectedText.optional(), evidence: evidence.optional() });

export const pledgeEvents = {
  'pledge.asked.v1': fact(content),
  /** Whole, whether or not it was asked for before: what is pledged may be other than what was asked. */
  'pledge.made.v1': fact(content),
  'pledge.partly-kept.v1': fact(result),
  'pledge.kept.v1': fact(result),
  'pledge.postponed.v1': fact(z.strictObject({ from: day, to: day, reason: protectedText })),
  /** From here on this organisation, in this role, is the one to keep it. */
  'pledge.taken-over.v1': fact(z.strictObject({ organisation: id, role, reason: protectedText.optional() })),
  'pledge.withdrawn.v1': fact(because),
  'pledge.lapsed.v1': fact(because),
  /** The fact that the envelope's `corrects` names did not happen. */
  'pledge.fact-retracted.v1': fact(z.strictObject({})),
} as const;

export type PledgeEvent = EventIn<typeof pledgeEvents>;
