import type { Content, New, Recorded } from './event.ts';

/** A sentence for people, in the two languages of the product. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** One thing that is wrong in something with lines, such as a file. */
export interface RefusalDetail extends Sentence {
  readonly line: number;
  readonly field: string;
  readonly code: string;
}

/** Why a decision was refused: a code for programs, a sentence for people, the data that explains it. */
export interface Refusal extends Sentence {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | null>>;
  /** The fields of the command that it is about; empty when it is about the state. */
  readonly fields: readonly string[];
  /** Every bad line at once, where the command brings lines. */
  readonly details?: readonly RefusalDetail[];
}

/** Recorded all the same, but the lead should know. The code is kept in the envelope, for the auditor. */
export interface Warning extends Sentence {
  readonly code: string;
}

export type Decision<E extends Content> =
  | { readonly outcome: 'accepted'; readonly events: readonly New<E>[]; readonly warnings: readonly Warning[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

export function accept<E extends Content>(events: readonly New<E>[], warnings: readonly Warning[] = []): Decision<E> {
  return { outcome: 'accepted', events, warnings };
}

export function refuse(refusal: Refusal): { outcome: 'refused'; refusal: Refusal } {
  return { outcome: 'refused', refusal };
}

/**
 * One kind of stream. `decide` and `evolve` are pure: time and ids arrive in the command, `context` is what was read
 * from other streams.
 */
export interface Aggregate<State, Command, Event extends Content, Context> {
  /** The first part of the stream's name: `trajectory` in `trajectory-0197…`. */
  readonly name: string;
  readonly initial: State;
  decide(command: Command, state: State, context: Context): Decision<Event>;
  evolve(state: State, event: Recorded<Event>): State;
}

/** The state after this history, corrections folded in place by the caller (`inPlace`). */
export function evolveAll<S, C, E extends Content, X>(
  aggregate: Aggregate<S, C, E, X>,
  history: readonly Recorded<E>[],
): S {
  return history.reduce((state, event) => aggregate.evolve(state, event), aggregate.initial);
}

/** The end of an exhaustive switch: a case that is missing does not compile. */
export function never(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
