import * as z from 'zod/mini';
import { bothLanguages } from './basis.ts';
import { dossierItem } from './follow.ts';

/** What the pages use of the JSON Schema of a fact. */
export interface FactSchema {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, FactSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: FactSchema | undefined;
}

const schema: z.ZodMiniType<FactSchema> = z.lazy(() =>
  z.object({
    type: z.optional(z.string()),
    format: z.optional(z.string()),
    pattern: z.optional(z.string()),
    maxLength: z.optional(z.number()),
    enum: z.optional(z.array(z.string())),
    properties: z.optional(z.record(z.string(), schema)),
    required: z.optional(z.array(z.string())),
    items: z.optional(schema),
  }),
);

/** A type of fact: what it is called, its path and what its body holds. */
const fact = z.object({
  type: z.string(),
  name: z.string(),
  effect: z.string(),
  path: z.string(),
  words: bothLanguages,
  body: schema,
});
export type KindFact = z.infer<typeof fact>;

/** The kinds of items of the dossier, with the facts of each. */
export const dossierKinds = z.array(
  z.object({ kind: z.string(), label: bothLanguages, heading: z.string(), facts: z.array(fact) }),
);
export type DossierKind = z.infer<typeof dossierKinds>[number];

/** An item in full: every fact, and what names it. */
export const dossierDetail = z.extend(dossierItem, {
  trajectory: z.nullable(z.string()),
  meeting: z.nullable(z.string()),
  facts: z.array(
    z.object({
      on: z.string(),
      fact: z.string(),
      event: z.string(),
      hasText: z.boolean(),
      words: bothLanguages,
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  namedBy: z.array(
    z.object({
      item: z.string(),
      title: z.nullable(z.string()),
      label: bothLanguages,
      facts: z.array(z.object({ on: z.string(), words: bothLanguages, event: z.string() })),
    }),
  ),
});
export type DossierDetail = z.infer<typeof dossierDetail>;
