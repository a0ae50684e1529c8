import { z } from 'zod';
import { type EventIn, record } from '../kernel/definition.ts';
import { id } from '../kernel/names.ts';
import { protectedText } from '../kernel/text.ts';

/** What the log says of itself. */
export const logEvents = {
  /**
   * The first event of every log (genesis): its id is the log's id. `example` logs are fictitious and may run on a
   * simulated clock; a `production` log never does. `contract` is the version of the envelope.
   */
  'log.started.v1': record(z.strictObject({ contract: z.literal(1), purpose: z.enum(['production', 'example']) }), {
    retention: 'permanent',
  }),
  /** A key of protected text was destroyed: the facts that it protected stay, their text is gone for good. */
  'log.key-destroyed.v1': record(z.strictObject({ key: id, reason: protectedText }), { retention: 'permanent' }),
} as const;

export type LogEvent = EventIn<typeof logEvents>;
