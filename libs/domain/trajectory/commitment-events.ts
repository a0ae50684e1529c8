import { z } from 'zod';
import { type EventIn, fact } from '../kernel/definition.ts';
import { evidence, key } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';
import { day } from '../kernel/time.ts';

const layer = { layer: key };
const because = { ...layer, reason: protectedText };

/** Commitment of one layer (executive, council, officials …) of the organisation. */
export const commitmentEvents = {
  /** An answer is due on `due`. */
  'trajectory.commitment-asked.v1': fact(z.strictObject({ ...layer, due: day })),
  'trajectory.commitment-due-moved.v1': fact(z.strictObject({ ...because, from: day, to: day })),
  /** On the agenda of the meeting of `on`. */
  'trajectory.commitment-put-on-agenda.v1': fact(z.strictObject({ ...layer, on: day })),
  'trajectory.commitment-given.v1': fact(
    z.strictObject({
      ...layer,
      reservation: z.strictObject({ reason: protectedText, decisionExpectedOn: day }).optional(),
    }),
  ),
  'trajectory.commitment-confirmed.v1': fact(z.strictObject({ ...layer, evidence })),
  'trajectory.commitment-refused.v1': fact(z.strictObject(because)),
  'trajectory.commitment-put-under-pressure.v1': fact(z.strictObject(because)),
  'trajectory.commitment-pressure-relieved.v1': fact(z.strictObject(layer)),
  /** An outside event put it in question; it must be confirmed again by `due`. */
  'trajectory.commitment-put-in-question.v1': fact(
    z.strictObject({ ...layer, cause: z.enum(['election', 'new-portfolio-holder', 'merger']), due: day }),
  ),
  'trajectory.commitment-lapsed.v1': fact(z.strictObject(because)),
  'trajectory.commitment-withdrawn.v1': fact(z.strictObject(because)),
  'trajectory.commitment-ended.v1': fact(z.strictObject(layer)),
} as const;

export type CommitmentEvent = EventIn<typeof commitmentEvents>;
