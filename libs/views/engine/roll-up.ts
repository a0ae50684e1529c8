import { asError, attempt } from './fold.ts';
import { byOrdinal, type Inputs, type OwnRows, type RowStep } from './steps.ts';
import type { Count, RollUp, RollUpRow, ViewDefinition } from './view-definition.ts';

/** What changes in the sums, by the key of the row and the name of the count. */
type Sums = Map<string, Map<string, number>>;

/** The keys of the sums that these steps touch. */
export function keysOfCounts(rollUp: RollUp, steps: readonly RowStep[]): Set<string> {
  const keys = new Set<string>();
  for (const { before, after, key } of steps) {
    for (const row of [before, after]) for (const count of countsOf(rollUp, row, key).counts) keys.add(count.key);
  }
  return keys;
}

/** Adds and takes away what the rows of a batch count for, and records the sums that changed, ordinal by ordinal. */
export function* rollUp(view: ViewDefinition, derived: RollUp, inputs: Inputs, own: OwnRows): Generator<void> {
  for (const { at, steps } of byOrdinal(inputs)) {
    const sums: Sums = new Map();
    for (const step of steps) addStep(derived, step, sums, own);
    for (const [key, changes] of sums) {
      const was = own.current(key) as RollUpRow | undefined;
      const outcomes = attempt({ view, key, was, parked: false }, () => summed(key, was, changes));
      for (const outcome of outcomes) own.record(outcome, at);
    }
    yield;
  }
}

function addStep(derived: RollUp, { key, before, after, at }: RowStep, sums: Sums, own: OwnRows): void {
  add(sums, countsOf(derived, before, key).counts, -1);
  const { counts, error } = countsOf(derived, after, key);
  add(sums, counts, 1);
  if (error && !own.isParked(key)) own.record({ kind: 'parked', key, error }, at);
  if (!error && own.isParked(key)) own.record({ kind: 'mended', key }, at);
}

/** What a row adds. It is a function of the row alone: a row whose counts throw adds nothing, and is parked. */
function countsOf(derived: RollUp, row: unknown, key: string): { counts: readonly Count[]; error?: Error } {
  if (row === undefined) return { counts: [] };
  try {
    const counts = derived.counts(row, key);
    const broken = counts.find(({ count }) => !Number.isSafeInteger(count));
    if (broken) throw new Error(`${broken.name} counts ${broken.count}, which is no whole number`);
    return { counts };
  } catch (error) {
    return { counts: [], error: asError(error) };
  }
}

function add(sums: Sums, counts: readonly Count[], sign: 1 | -1): void {
  for (const { key, name, count } of counts) {
    const names = sums.get(key) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + sign * count);
    sums.set(key, names);
  }
}

function summed(key: string, was: RollUpRow | undefined, changes: ReadonlyMap<string, number>): RollUpRow | undefined {
  const counts: Record<string, number> = { ...was?.counts };
  for (const [name, change] of changes) {
    const sum = (counts[name] ?? 0) + change;
    if (sum === 0) delete counts[name];
    else counts[name] = sum;
  }
  return Object.keys(counts).length === 0 ? undefined : { key, counts };
}
