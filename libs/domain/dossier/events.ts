import { z } from 'zod';
import { type EventIn, fact } from '../kernel/definition.ts';
import { definitionsOf } from './kind.ts';
import { itemKinds } from './kinds/index.ts';

export const itemEvents = {
  ...definitionsOf(itemKinds),
  /** The fact that the envelope's `corrects` names did not happen. One type for all kinds. */
  'item.fact-retracted.v1': fact(z.strictObject({})),
} as const;

export type ItemEvent = EventIn<typeof itemEvents>;
