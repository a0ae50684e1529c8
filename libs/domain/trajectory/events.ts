import { z } from 'zod';
import { type EventIn, fact } from '../kernel/definition.ts';
import { count, evidence, id, key, name, role } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';
import { dateStatus, day } from '../kernel/time.ts';
import { commitmentEvents } from './commitment-events.ts';

const identity = { trajectory: id, programme: id, organisation: id, contactRole: role };
const question = { question: id, category: key, tags: z.array(key).max(20).default([]), text: protectedText };
const because = z.strictObject({ reason: protectedText });

const participationEvents = {
  'trajectory.interest-shown.v1': fact(z.strictObject({ ...identity, network: id.optional() })),
  'trajectory.applied.v1': fact(z.strictObject({ ...identity, network: id, motivation: protectedText.optional() })),
  'trajectory.intake-planned.v1': fact(z.strictObject({ date: day, status: dateStatus })),
  /** `by` is the role that asked for another date. */
  'trajectory.intake-moved.v1': fact(
    z.strictObject({ from: day, to: day, status: dateStatus, by: role, reason: protectedText }),
  ),
  'trajectory.intake-held.v1': fact(z.strictObject({ report: evidence.optional() })),
  'trajectory.started.v1': fact(z.strictObject({})),
  'trajectory.paused.v1': fact(z.strictObject({ reason: protectedText, until: day.optional() })),
  'trajectory.resumed.v1': fact(z.strictObject({})),
  'trajectory.completed.v1': fact(z.strictObject({ result: protectedText.optional() })),
  'trajectory.after-measured.v1': fact(z.strictObject({ report: evidence.optional() })),
  'trajectory.closed.v1': fact(z.strictObject({})),
  'trajectory.withdrawn.v1': fact(because),
  'trajectory.stopped.v1': fact(because),
  'trajectory.passed-on.v1': fact(z.strictObject({ successor: id })),
} as const;

const contentEvents = {
  'trajectory.local-change-brought-in.v1': fact(
    z.strictObject({ name, stage: z.enum(['idea', 'preparation', 'under-way', 'embedded']), ownerRole: role }),
  ),
  'trajectory.question-brought-in.v1': fact(z.strictObject(question)),
  'trajectory.question-sharpened.v1': fact(z.strictObject(question)),
  'trajectory.contacted.v1': fact(
    z.strictObject({
      kind: z.enum(['phone', 'video', 'visit', 'mail', 'other']),
      roles: z.array(role).min(1).max(20),
      summary: protectedText,
    }),
  ),
  'trajectory.lead-judged.v1': fact(
    z.strictObject({ judgement: z.enum(['on-schedule', 'attention', 'behind']), reason: protectedText }),
  ),
  'trajectory.support-requested.v1': fact(z.strictObject({ support: id, request: protectedText })),
  /** `expert` is a pseudonymous id; planned and delivered support is in minutes. */
  'trajectory.support-matched.v1': fact(z.strictObject({ support: id, expert: id, plannedMinutes: count })),
  'trajectory.support-delivered.v1': fact(z.strictObject({ support: id, minutes: count.min(1) })),
  'trajectory.support-completed.v1': fact(z.strictObject({ support: id, result: protectedText })),
} as const;

const retractionEvents = {
  /** The fact that the envelope's `corrects` names did not happen. */
  'trajectory.fact-retracted.v1': fact(z.strictObject({})),
} as const;

export const trajectoryEvents = {
  ...participationEvents,
  ...contentEvents,
  ...commitmentEvents,
  ...retractionEvents,
} as const;

export type TrajectoryEvent = EventIn<typeof trajectoryEvents>;
