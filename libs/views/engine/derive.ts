import { keysOfCounts, rollUp } from './roll-up.ts';
import { RowByRow } from './row-by-row.ts';
import { type Inputs, inProgramme, type OwnRows, type RowStep } from './steps.ts';
import type { ViewDefinition } from './view-definition.ts';

/** What must be at hand before rows can be derived from a batch. */
export interface Needs {
  /** Of each input: the programmes of which all rows are needed. */
  readonly programmes: ReadonlyMap<ViewDefinition, ReadonlySet<string>>;
  /** Keys of `each` and of the derived view itself. */
  readonly keys: ReadonlySet<string>;
}

/** What deriving these steps will ask for. Steps of what belongs to no programme derive nothing. */
export function needsOf(view: ViewDefinition, stepsOf: (input: ViewDefinition) => readonly RowStep[]): Needs {
  const { derived } = view;
  if (!derived) throw new Error(`The view ${view.name} is not derived`);
  const steps = stepsOf(derived.each).filter(inProgramme);
  if (derived.kind === 'roll-up') return { programmes: new Map(), keys: keysOfCounts(derived, steps) };
  const keys = new Set(steps.map(({ key }) => key));
  const touched = new Set(steps.map(({ at }) => at.programme));
  const whole = new Set<string>();
  for (const [name, input] of Object.entries(derived.among)) {
    for (const { before, after, at } of stepsOf(input).filter(inProgramme)) {
      const concerned = derived.concerns(name, before, after);
      if (concerned === 'all') whole.add(at.programme);
      else for (const key of concerned) keys.add(key);
      touched.add(at.programme);
    }
  }
  const programmes = new Map<ViewDefinition, Set<string>>([[derived.each, whole]]);
  for (const input of Object.values(derived.among)) {
    programmes.set(input, new Set([...touched, ...(programmes.get(input) ?? [])]));
  }
  return { programmes, keys };
}

/**
 * Derives the rows of a view from what a batch did to the rows that it is made of, ordinal by ordinal, and records what
 * came of it: a part each time that it is asked, because a large batch takes long.
 */
export function* derivation(view: ViewDefinition, inputs: Inputs, own: OwnRows): Generator<void> {
  const { derived } = view;
  if (derived?.kind === 'roll-up') yield* rollUp(view, derived, inputs, own);
  else if (derived) yield* new RowByRow(view, derived, inputs, own).run();
}
