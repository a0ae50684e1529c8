import * as z from 'zod/mini';
import { organisation } from './basis.ts';

const supportRequest = z.object({
  support: z.string(),
  trajectory: z.string(),
  organisation: z.nullable(organisation),
  requestedOn: z.nullable(z.string()),
  matchedOn: z.nullable(z.string()),
  completedOn: z.nullable(z.string()),
  /** Who helps, by an id that says nothing. */
  expert: z.nullable(z.string()),
  /** In minutes. */
  planned: z.number(),
  delivered: z.number(),
});
export type SupportRequest = z.infer<typeof supportRequest>;

/** Every request for local support in a programme, with how far it is. */
export const support = z.object({ requests: z.array(supportRequest) });
