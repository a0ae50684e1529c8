import { z } from 'zod';
import { decision, type EventIn } from '../kernel/definition.ts';
import { count, id, name } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';
import { day } from '../kernel/time.ts';

const places = { minimum: count, target: count, maximum: count };

/** The network keeps its places: who has one, who waits, and which freed place was proposed to whom. */
export const networkEvents = {
  'network.opened.v1': decision(z.strictObject({ network: id, programme: id, name, region: name, ...places }), {
    publication: 'public',
  }),
  'network.places-changed.v1': decision(z.strictObject({ ...places, reason: protectedText })),
  /** With a reservation the place counts, until the expected decision says otherwise. */
  'network.place-given.v1': decision(
    z.strictObject({
      trajectory: id,
      reservation: z.strictObject({ reason: protectedText, decisionExpectedOn: day }).optional(),
    }),
  ),
  /** A tentative place: it counts until and including that day, or until the trajectory gets a place or is turned away. */
  'network.place-held.v1': decision(z.strictObject({ trajectory: id, until: day, reason: protectedText.optional() })),
  'network.place-released.v1': decision(z.strictObject({ trajectory: id, reason: protectedText.optional() })),
  'network.reservation-lifted.v1': decision(z.strictObject({ trajectory: id })),
  'network.put-on-waiting-list.v1': decision(z.strictObject({ trajectory: id, reason: protectedText.optional() })),
  'network.rejected.v1': decision(z.strictObject({ trajectory: id, reason: protectedText })),
  'network.referred.v1': decision(z.strictObject({ trajectory: id, to: name, reason: protectedText })),
  /**
   * The trajectory gave its place up; it is proposed, never filled by itself. `withdrawn` is also the cause when the
   * application that the place rested on was retracted, or made for another network.
   */
  'network.place-freed.v1': decision(
    z.strictObject({ trajectory: id, cause: z.enum(['withdrawn', 'stopped', 'passed-on']) }),
  ),
  /** The first in line is proposed to the lead for the place that `freedBy` left. */
  'network.place-proposed.v1': decision(z.strictObject({ trajectory: id, freedBy: id })),
  'network.proposal-declined.v1': decision(z.strictObject({ trajectory: id, reason: protectedText })),
} as const;

export type NetworkEvent = EventIn<typeof networkEvents>;
