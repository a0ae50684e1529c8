import type { SubjectKind } from '#domain/kernel/subject';
import type { Concerned, Count, RollUpRow, RowsByKey, ViewDefinition } from './view-definition.ts';

type RowsAmong<Among> = { readonly [Name in keyof Among]: RowsByKey<Among[Name]> };
type Concerns<Among> = {
  readonly [Name in keyof Among]?: (before: Among[Name] | undefined, after: Among[Name] | undefined) => Concerned;
};

export interface DerivedDefinition<Row, Each, Among> extends Pick<ViewDefinition<Row>, 'name' | 'version' | 'columns'> {
  /** There is at most one row for each row of this view, with the same key. It may be derived itself. */
  readonly each: ViewDefinition<Each>;
  /** By a name of your own: views of which `of` gets all rows in the same programme. Keep those few. */
  readonly among?: { readonly [Name in keyof Among]: ViewDefinition<Among[Name]> };
  /** Which keys a changed row of such a view concerns, so that not all rows of the programme are computed again. */
  readonly concerns?: Concerns<Among>;
  /** The row; undefined when there is none. Pure: no clock, no chance, no I/O. */
  readonly of: (row: Each, among: RowsAmong<Among>, key: string) => Row | undefined;
}

/**
 * A view whose rows are pure functions of other rows of the same programme at the same ordinal. The engine computes a
 * row again in the transaction, and as of the ordinal, in which a row that it is made of changed, and keeps a version
 * when it came out otherwise. What belongs to no programme derives nothing.
 *
 * Raise `version` when `of` gives other rows. When a view that it is made of changes, its rows are made again anyway.
 *
 * @example
 * const standingView = defineDerived({
 *   name: 'standing', version: 1,
 *   each: progressView,
 *   among: { programmes: programmeView },
 *   of: (row, { programmes }) => standingOf(row, programmes.get(row.programme)),
 * });
 */
export function defineDerived<Row, Each, Among = Record<never, never>>(
  definition: DerivedDefinition<Row, Each, Among>,
): ViewDefinition<Row> {
  const { name, version, columns, each, among, concerns, of } = definition;
  const asked = concerns as Record<string, ((before: unknown, after: unknown) => Concerned) | undefined> | undefined;
  return {
    name,
    version,
    subject: each.subject,
    on: {},
    ...(columns && { columns }),
    derived: {
      kind: 'per-row',
      each,
      among: { ...among },
      concerns: (input, before, after) => asked?.[input]?.(before, after) ?? 'all',
      of: (row: Each, rows: RowsAmong<Among>, key) => of(row, rows, key),
    },
  };
}

export interface RollUpDefinition<Each> extends Pick<ViewDefinition<RollUpRow>, 'name' | 'version' | 'columns'> {
  /** What a row is about. Its key is the id of such a subject, or begins with it. */
  readonly subject: SubjectKind;
  readonly each: ViewDefinition<Each>;
  /** What one row adds, and to which rows. Pure. All rows of one key must be of one programme. */
  readonly counts: (row: Each, key: string) => readonly Count[];
}

/**
 * A view of sums over the rows of another view. It is kept by difference: when a row changes, what it added is taken off
 * and what it adds now is added, so that the size of the programme does not matter. Split what grows with time over
 * several keys (a month, say): every change writes the whole row of its key.
 *
 * @example
 * const intakesByMonth = defineRollUp({
 *   name: 'intakes-by-month', version: 1, subject: 'programme',
 *   each: progressView,
 *   counts: (row) => intakesOf(row).map((day) => ({ key: `${row.programme}/${day.slice(0, 7)}`, name: day, count: 1 })),
 * });
 */
export function defineRollUp<Each>(definition: RollUpDefinition<Each>): ViewDefinition<RollUpRow> {
  const { name, version, subject, columns, each, counts } = definition;
  return {
    name,
    version,
    subject,
    on: {},
    ...(columns && { columns }),
    derived: { kind: 'roll-up', each, counts: (row: Each, key) => counts(row, key) },
  };
}
