import type { OccurredOn } from './time.ts';

/**
 * A command as a decider takes it: `at` is the moment of deciding (UTC instant with milliseconds), the other fields
 * are those of the event that it brings forth, under the same names. Ids of new things are made by the caller.
 */
export type Decide<Type extends string, Fields = unknown> = {
  readonly type: Type;
  readonly at: string;
} & Readonly<Fields>;

/** A command that records a fact: `occurredOn` says when it happened, as precisely as is known. */
export type Note<Type extends string, Fields = unknown> = Decide<Type, Fields> & { readonly occurredOn: OccurredOn };

/** The data of one event type in a union of events. */
export type DataOf<Event extends { type: string; data: unknown }, Type extends Event['type']> = Fields<
  Extract<Event, { type: Type }>['data']
>;

/** The content of an event without data takes no field away from its command. */
type Fields<Data> = Data extends Record<string, never> ? unknown : Data;

/** A move: `from` may be left out, then it is the date that stands. */
export type FromIsOptional<Data extends { from: string }> = Omit<Data, 'from'> & { readonly from?: string | undefined };

/** The fields of a command that are the data of its event. Fields that are `undefined` are left out. */
export function dataOf<C extends { type: string; at: string }>(command: C): Omit<C, 'type' | 'at' | 'occurredOn'> {
  const { type: _type, at: _at, occurredOn: _occurredOn, ...data } = command as C & { occurredOn?: unknown };
  const present = Object.entries(data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as typeof data;
}
