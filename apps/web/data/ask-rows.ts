import { type ChangesWithRows, changesWithRows } from './answers/between.ts';
import { api } from './client.ts';
import { endOfDay } from './dates.ts';
import { type About, limit, now, question } from './question.ts';

/** Up to the end of a day in the past, or until now. */
const until = (day: string | undefined) => (day === undefined ? now() : { until: endOfDay(day) });

/**
 * What was recorded that rows of a view are made of, the last first: the way to a list that the API does not give as
 * one. More than one answer can hold (500) is more than a programme has of what is asked this way.
 */
export const rowsMadeBy = (view: 'group' | 'import' | 'question', { id, day }: About) =>
  question({
    key: ['rows', id, day, view],
    shape: changesWithRows,
    ask: (signal) =>
      api.GET('/v1/comparisons', {
        params: { query: { programme: id, view, rows: true, sort: '-recorded', limit, ...until(day) } },
        signal,
      }),
  });

/** The rows of a view as they were left, those that changed last first. */
export function rowsIn({ items }: ChangesWithRows, wanted: string): unknown[] {
  const rows = new Map<string, unknown>();
  for (const { view, key, row } of items.flatMap((item) => item.rows ?? [])) {
    if (view === wanted && row !== undefined && !rows.has(key)) rows.set(key, row);
  }
  return [...rows.values()];
}
