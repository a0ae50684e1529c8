import * as z from 'zod/mini';

/** An organisation of the register; with a last day it is there no more after it. */
export const registered = z.object({
  id: z.string(),
  name: z.string(),
  cbs: z.nullish(z.string()),
  province: z.nullish(z.string()),
  kind: z.string(),
  validUntil: z.nullish(z.string()),
});
export type Registered = z.infer<typeof registered>;
