import type { Outcome } from './fold.ts';
import type { RowsByKey, ViewDefinition } from './view-definition.ts';

/** Where a row changes: the event that changes it, and what the index says of it. */
export interface Place {
  readonly ordinal: number;
  readonly programme: string | null;
  readonly shard: number;
  readonly event: string;
}

/** A row was one thing before this place, and is another from it on; undefined when there is no row. */
export interface RowStep {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly at: Place;
}

/** The rows of a view that another is derived from: how they stood before a batch, and what the batch does to them. */
export interface Input {
  /** In log order. */
  readonly steps: readonly RowStep[];
  /** The row with that key before the batch. */
  start(key: string): unknown;
  /** All rows of a programme before the batch. */
  startOf(programme: string): RowsByKey;
}

/** The derived rows themselves. `record` makes them go on, so that the next question finds the newer row. */
export interface OwnRows {
  current(key: string): unknown;
  isParked(key: string): boolean;
  record(outcome: Outcome, at: Place): void;
}

export type Inputs = ReadonlyMap<ViewDefinition, Input>;

/** A step that something can be derived from: of what belongs to no programme, nothing is. */
export type StepInProgramme = RowStep & { readonly at: { readonly programme: string } };

export function inProgramme(step: RowStep): step is StepInProgramme {
  return step.at.programme !== null;
}

/** A step, and the view of which it is. */
export type InputStep = StepInProgramme & { readonly of: ViewDefinition };

/** The steps of several views, those of one ordinal together. */
export function byOrdinal(inputs: Inputs): { at: StepInProgramme['at']; steps: InputStep[] }[] {
  const all = [...inputs].flatMap(([of, { steps }]) => steps.filter(inProgramme).map((step) => ({ ...step, of })));
  all.sort((a, b) => a.at.ordinal - b.at.ordinal);
  const groups: ReturnType<typeof byOrdinal> = [];
  for (const step of all) {
    const last = groups.at(-1);
    if (last?.at.ordinal === step.at.ordinal) last.steps.push(step);
    else groups.push({ at: step.at, steps: [step] });
  }
  return groups;
}
