import type { z } from 'zod';

/**
 * A fact happened outside and is recorded even where the plan says otherwise; it can be corrected or retracted. A
 * decision is made in the product and can be refused; it is followed by another decision, never rewritten. A record is
 * written by the product about itself.
 */
export type Nature = 'fact' | 'decision' | 'record';

/** How long an event must be kept, by the archive's classes: `permanent`, or years after the programme closed. */
export type Retention = 'permanent' | 'years-7' | 'years-20';

/** Who may see it by default. */
export type Publication = 'programme' | 'participants' | 'public';

/** What the registry knows of one versioned event type. */
export interface EventDefinition<S extends z.ZodType = z.ZodType> {
  readonly nature: Nature;
  readonly data: S;
  readonly retention: Retention;
  readonly publication: Publication;
}

type Options = Partial<Pick<EventDefinition, 'retention' | 'publication'>>;

function define<S extends z.ZodType>(nature: Nature, data: S, options: Options): EventDefinition<S> {
  return { nature, data, retention: options.retention ?? 'years-20', publication: options.publication ?? 'programme' };
}

export const fact = <S extends z.ZodType>(data: S, options: Options = {}) => define('fact', data, options);
export const decision = <S extends z.ZodType>(data: S, options: Options = {}) => define('decision', data, options);
export const record = <S extends z.ZodType>(data: S, options: Options = {}) => define('record', data, options);

/** The union of `{ type, data }` that a table of definitions describes. */
export type EventIn<T extends Record<string, EventDefinition>> = {
  [K in keyof T & string]: { readonly type: K; readonly data: z.infer<T[K]['data']> };
}[keyof T & string];
