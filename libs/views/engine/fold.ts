import { inPlace } from '#domain/kernel/event';
import type { LoggedEvent } from '#log/contract/codec';
import { columnsOf } from './columns.ts';
import { settled } from './settled.ts';
import {
  type ColumnValue,
  type Count,
  type Derivation,
  fold,
  keysOf,
  type RollUpRow,
  type ViewDefinition,
} from './view-definition.ts';

/**
 * What one event does to one row, from its ordinal on.
 *
 * - `changed`: the row is so, and its columns hold this; without `row` it is gone.
 * - `parked`: its fold threw. It stays as it was, and is left alone from now on.
 * - `mended`: it is no longer parked. When that made another row, a `changed` follows.
 */
export type Outcome =
  | { readonly kind: 'changed'; readonly key: string; readonly row: unknown; readonly columns: readonly ColumnValue[] }
  | { readonly kind: 'parked'; readonly key: string; readonly error: Error }
  | { readonly kind: 'mended'; readonly key: string };

/** What the fold of one event needs to know of the rows before it. */
export interface RowsBefore {
  current(view: ViewDefinition, key: string): unknown;
  isParked(view: ViewDefinition, key: string): boolean;
  /** Everything that names the subject of the row up to and including this ordinal, in log order, not yet in place. */
  story(view: ViewDefinition, key: string, until: number): readonly LoggedEvent[];
}

/** An event, with the subjects that the index gives it: for a correction also those of what it corrects. */
export interface Folded {
  readonly event: LoggedEvent;
  readonly ordinal: number;
  readonly subjects: readonly string[];
}

/**
 * What one event does to the rows of a view. An ordinary event is one more step; a correction or retraction folds each
 * row that it touches again from its whole story, for it changes what stands in the middle of it.
 *
 * What a fold throws concerns the one row, and comes back as an outcome.
 */
export function outcomesOf(view: ViewDefinition, folded: Folded, before: RowsBefore): Outcome[] {
  if (!touches(view, folded.event)) return [];
  const { event, ordinal } = folded;
  const outcomes: Outcome[] = [];
  for (const key of keysOf(view, folded.subjects)) {
    const was = before.current(view, key);
    const parked = before.isParked(view, key);
    if (parked && !event.corrects) continue;
    const story = event.corrects && ownStory(view, event, before.story(view, key, ordinal));
    // What another programme only named, such as a question that was recognised there, is not its own to make.
    if (story?.length === 0) continue;
    const made = attempt({ view, key, was, parked }, () =>
      story ? foldStory(view, key, story) : fold(view, was, event, key),
    );
    outcomes.push(...made);
  }
  return outcomes;
}

/** The part of a story that was told in the programme of this event; empty when the view folds nothing of it. */
function ownStory(view: ViewDefinition, event: LoggedEvent, story: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const own = story.filter(({ envelope }) => envelope.programme === event.envelope.programme);
  return own.some(({ type }) => type in view.on) ? own : [];
}

/** A row that is about to be made anew. */
export interface Attempt {
  readonly view: ViewDefinition;
  readonly key: string;
  readonly was: unknown;
  /** Whether an earlier fold of it threw, and nothing mended it since. */
  readonly parked: boolean;
}

/** Makes the row, and says what came of it; nothing when everything stays as it is. */
export function attempt({ view, key, was, parked }: Attempt, make: () => unknown): readonly Outcome[] {
  try {
    const row = settledRow(make(), was);
    // A value that its column cannot hold would make PostgreSQL refuse the whole batch; it is found here instead.
    const columns = row === was || row === undefined ? [] : columnsOf(view, row);
    const changed: Outcome[] = row === was ? [] : [{ kind: 'changed', key, row, columns }];
    return parked ? [{ kind: 'mended', key }, ...changed] : changed;
  } catch (error) {
    return parked ? [] : [{ kind: 'parked', key, error: asError(error) }];
  }
}

/** Whatever was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** The row as it can be stored: `was` itself when nothing changed. */
function settledRow(next: unknown, was: unknown): unknown {
  return next === was || next === undefined ? next : settled(next, was);
}

/** A retraction may take away a fact of any type; everything else matters to a view only by its own type. */
function touches(view: ViewDefinition, event: LoggedEvent): boolean {
  return event.type in view.on || (event.corrects?.kind === 'retraction' && !view.derived);
}

/** The row that a whole story gives, corrections in place. */
export function foldStory(view: ViewDefinition, key: string, story: readonly LoggedEvent[]): unknown {
  let row: unknown;
  for (const event of inPlace(story)) {
    if (!keysOf(view, event.subjects).includes(key)) continue;
    const next = fold(view, row, event, key);
    // Each step finds what it would find in the table.
    row = next === undefined ? undefined : settled(next, row);
  }
  return row;
}

/** All rows of a view after this whole history: the definition of what the engine must come to, written the short way. */
export function foldWhole(view: ViewDefinition, history: readonly LoggedEvent[]): Map<string, unknown> {
  if (view.derived) return deriveWhole(view.derived, history);
  const rows = new Map<string, unknown>();
  for (const event of inPlace(history)) {
    for (const key of keysOf(view, event.subjects)) rows.set(key, fold(view, rows.get(key), event, key));
  }
  return stored(rows);
}

/** Programme by programme, for nothing is derived across them. */
function deriveWhole(derived: Derivation, history: readonly LoggedEvent[]): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  for (const programme of new Set(history.flatMap(({ envelope }) => envelope.programme ?? []))) {
    const own = history.filter(({ envelope }) => envelope.programme === programme);
    const each = [...foldWhole(derived.each, own)];
    if (derived.kind === 'roll-up') {
      const counts = each.flatMap(([key, row]) => derived.counts(row, key));
      for (const key of new Set(counts.map((count) => count.key))) {
        rows.set(
          key,
          summed(
            key,
            counts.filter((count) => count.key === key),
          ),
        );
      }
    } else {
      const among = Object.entries(derived.among).map(([name, input]) => [name, foldWhole(input, own)]);
      for (const [key, row] of each) rows.set(key, derived.of(row, Object.fromEntries(among), key));
    }
  }
  return stored(rows);
}

function summed(key: string, counts: readonly Count[]): RollUpRow | undefined {
  const names = [...new Set(counts.map(({ name }) => name))];
  const sums = names.map(
    (name) => [name, counts.reduce((sum, one) => sum + (one.name === name ? one.count : 0), 0)] as const,
  );
  const left = sums.filter(([, sum]) => sum !== 0);
  return left.length === 0 ? undefined : { key, counts: Object.fromEntries(left) };
}

function stored(rows: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const there = [...rows].filter(([, row]) => row !== undefined);
  return new Map(there.map(([key, row]) => [key, JSON.parse(JSON.stringify(row))]));
}
