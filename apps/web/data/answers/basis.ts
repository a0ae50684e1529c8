import * as z from 'zod/mini';

/** A text in both languages, as the API tells names of a template and reasons. */
export const bothLanguages = z.object({ nl: z.string(), en: z.string() });
export type BothLanguages = z.infer<typeof bothLanguages>;

/** An organisation as lists tell it. */
export const organisation = z.object({
  id: z.string(),
  name: z.string(),
  cbs: z.nullable(z.string()),
  province: z.nullable(z.string()),
});
export type Organisation = z.infer<typeof organisation>;

/** What an answer may rest on and is not up to date, because an event could not be processed. */
export const stale = z.object({ count: z.number(), firstAt: z.string() });
export type Stale = z.infer<typeof stale>;

/** What an answer rests on. `validOn` is the day that counts as today, also on an example log. */
export const basis = z.object({
  ordinal: z.number(),
  knownAt: z.string(),
  validOn: z.string(),
  fictitious: z.boolean(),
  stale: z.optional(stale),
  /** The moment that was asked for is not over: a later answer may hold more. */
  provisional: z.optional(z.boolean()),
});
export type Basis = z.infer<typeof basis>;

/** An answer of a query: what it rests on, and the data. */
export interface Answer<T> {
  readonly basis: Basis;
  readonly data: T;
}

/**
 * Reads an answer of the API. The OpenAPI document leaves the rows of queries open, so that what the pages use of them is
 * checked here, where it comes in.
 * @throws when the answer has another shape than the pages know
 */
export function readAnswer<T extends z.ZodMiniType>(data: T, answer: unknown): Answer<z.infer<T>> {
  const { basis: read, data: content } = z.object({ basis, data: z.unknown() }).parse(answer);
  return { basis: read, data: data.parse(content) };
}

/** The data of a list. */
export function listOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), total: z.number(), next: z.optional(z.string()) });
}
