/** What a step sends: JSON with references, or a CSV file with references in it. */
export type Body = string | { readonly [field: string]: Value };
export type Value = string | number | boolean | readonly Value[] | { readonly [field: string]: Value };

/**
 * One request of the fictitious course of events.
 *
 * A reference stands between braces, in the path, in a text of the body or in the CSV: `{groningen}` is the id that an
 * earlier step gave that name to with `gives`; `{event:NAME}` is the first event that step NAME brought forth.
 */
export interface Step {
  /** Unique; the idempotency key follows from it, so that a repeated run finishes safely. */
  readonly name: string;
  /** The simulated moment of recording, UTC. */
  readonly at: string;
  readonly role: 'lead' | 'admin';
  /** Below `/v1`. */
  readonly path: string;
  readonly body: Body;
  /** The reference name of the id in the answer. */
  readonly gives?: string;
  /** What the reactions of the product must have done before the next step. */
  readonly waitsFor?: Expectation;
}

/**
 * `imported`: the file's applications are recorded. `proposed`: the place that `freedBy` left is (or was) proposed to this
 * trajectory. `handed-over`: the action, or the pledge, is with this role.
 */
export type Expectation =
  | { readonly kind: 'imported'; readonly import: string }
  | { readonly kind: 'proposed'; readonly network: string; readonly trajectory: string; readonly freedBy: string }
  | { readonly kind: 'handed-over'; readonly action: string; readonly pledge: string; readonly role: string };

/** A step of the programme lead at that moment (`2025-06-16T15:00Z`, to the minute). */
export function step(at: string, name: string, path: string, body: Body, more: Partial<Step> = {}): Step {
  return { name, at: atMinute(at, 0), role: 'lead', path, body, ...more };
}

/** The same kind of step for several rows, a minute apart, in the order of the rows. */
export function each<Row>(from: string, rows: readonly Row[], make: (at: string, row: Row) => Step): Step[] {
  return rows.map((row, index) => make(atMinute(from, index), row));
}

function atMinute(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
