import { isDeepStrictEqual } from 'node:util';
import { inPlace } from '#domain/kernel/event';
import type { LoggedEvent } from '#log/contract/codec';
import { fold, keysOf, type ViewDefinition } from './view-definition.ts';

/** A row that is no longer what it was, from this ordinal on. Without `row` it is gone. */
export interface RowChange {
  readonly view: ViewDefinition;
  readonly key: string;
  readonly row: unknown;
}

/** What the fold of one event needs to know of the rows before it. */
export interface RowsBefore {
  current(view: ViewDefinition, key: string): unknown;
  /** Everything that names the subject of the row up to and including this ordinal, in log order, not yet in place. */
  story(view: ViewDefinition, key: string, until: number): Promise<readonly LoggedEvent[]>;
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
 */
export async function changesOf(view: ViewDefinition, folded: Folded, before: RowsBefore): Promise<RowChange[]> {
  if (!touches(view, folded.event)) return [];
  const changes: RowChange[] = [];
  for (const key of keysOf(view, folded.subjects)) {
    const was = before.current(view, key);
    const next = folded.event.corrects
      ? foldStory(view, key, await before.story(view, key, folded.ordinal))
      : fold(view, was, folded.event, key);
    if (next === was) continue;
    const row = plain(next);
    if (!isDeepStrictEqual(row, was)) changes.push({ view, key, row });
  }
  return changes;
}

/** A retraction may take away a fact of any type; everything else matters to a view only by its own type. */
function touches(view: ViewDefinition, event: LoggedEvent): boolean {
  return event.type in view.on || event.corrects?.kind === 'retraction';
}

/** The row that a whole story gives, corrections in place. */
export function foldStory(view: ViewDefinition, key: string, story: readonly LoggedEvent[]): unknown {
  return inPlace(story)
    .filter((event) => keysOf(view, event.subjects).includes(key))
    .reduce<unknown>((row, event) => fold(view, row, event, key), undefined);
}

/** The row as it comes back from the database. */
function plain(row: unknown): unknown {
  return row === undefined ? undefined : JSON.parse(JSON.stringify(row));
}

/** All rows of a view after this whole history: the definition of what the engine must come to, written the short way. */
export function foldWhole(view: ViewDefinition, history: readonly LoggedEvent[]): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  for (const event of inPlace(history)) {
    for (const key of keysOf(view, event.subjects)) rows.set(key, fold(view, rows.get(key), event, key));
  }
  for (const [key, row] of rows) {
    if (row === undefined) rows.delete(key);
    else rows.set(key, plain(row));
  }
  return rows;
}
