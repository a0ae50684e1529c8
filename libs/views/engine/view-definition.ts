import type { Recorded } from '#domain/kernel/event';
import { type Subject, type SubjectKind, subject, subjectIds } from '#domain/kernel/subject';
import type { AnyEvent, EventType } from '#domain/registry';
import { storedTypes } from '#log/contract/upcast';

/** The event as a fold sees it, by its type. */
export type EventOf<T extends EventType> = Recorded<Extract<AnyEvent, { type: T }>>;

/**
 * What one type of event does to the row with that key. Pure: no clock, no chance, no I/O. An undefined row does not
 * exist (yet, or any more). Giving back the same object says that nothing changed.
 */
export type Handler<Row, T extends EventType> = HandlerOf<Row, T>['handle'];

/** Written as a method, so that views with different rows fit in one list; only the engine passes rows, each its own. */
interface HandlerOf<Row, T extends EventType> {
  handle(row: Row | undefined, event: EventOf<T>, key: string): Row | undefined;
}

export type Handlers<Row> = { readonly [T in EventType]?: Handler<Row, T> };

/** What a column can hold. Days are `YYYY-MM-DD`; whole numbers are those that JavaScript holds exactly. */
export type ColumnValue = string | number | boolean | readonly string[] | readonly number[] | null;

/**
 * A value that stands beside the row in the table, so that lists filter and sort by it in SQL. It is a pure function of
 * the row; what depends on today is no column.
 */
export interface Column<Row = unknown> {
  readonly type: 'text' | 'date' | 'bigint' | 'uuid' | 'boolean' | 'text[]' | 'date[]' | 'bigint[]';
  of(row: Row): ColumnValue;
  /** Whether lists are filtered or sorted by it often enough to be worth an index. */
  readonly indexed?: boolean;
}

/**
 * A view: rows that are each the fold of the events that name their subject, in log order, corrections in place. A row
 * is plain JSON and holds no protected text; it names the event that does.
 */
export interface ViewDefinition<Row = unknown> {
  /** Lower case with hyphens; it names the table too. */
  readonly name: string;
  /** Raised whenever the fold gives other rows; the rows are then made again. */
  readonly version: number;
  /** There is one row for each subject of this kind; its id is the key. All its events must be of one programme. */
  readonly subject: SubjectKind;
  readonly on: Handlers<Row>;
  /** By name, in snake_case: the name of the column in the table. */
  readonly columns?: { readonly [name: string]: Column<Row> };
  /** What its rows are made of, when these are other rows and not events; `on` is empty then. */
  readonly derived?: Derivation;
}

/**
 * How the rows of a derived view come from the rows of other views in the same programme. As the engine sees it; a view
 * is written with `defineDerived` or `defineRollUp`.
 */
export type Derivation = PerRow | RollUp;

/** The rows of one view in one programme, by their key. */
export type RowsByKey<Row = unknown> = ReadonlyMap<string, Row>;

/** The keys of the derived rows that a change concerns; `all` of the programme when nobody can tell. */
export type Concerned = 'all' | readonly string[];

/** One row for each row of `each`, with the same key. */
export interface PerRow {
  readonly kind: 'per-row';
  readonly each: ViewDefinition;
  readonly among: Readonly<Record<string, ViewDefinition>>;
  /** What a change of a row of the view of that name concerns; each side is undefined when there was no row. */
  concerns(name: string, before: unknown, after: unknown): Concerned;
  of(row: unknown, among: Readonly<Record<string, RowsByKey>>, key: string): unknown;
}

/** Whole numbers that every row of `each` adds to. */
export interface RollUp {
  readonly kind: 'roll-up';
  readonly each: ViewDefinition;
  counts(row: unknown, key: string): readonly Count[];
}

/** A number, for the row with that key and under that name in it. */
export interface Count {
  readonly key: string;
  readonly name: string;
  /** A whole number; it may be negative. */
  readonly count: number;
}

/** A row of a roll-up: the sums by name. What comes to nothing is left out, and a row of nothing does not exist. */
export interface RollUpRow {
  readonly key: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** The views whose rows it is made of. */
export function inputsOf(derivation: Derivation): readonly ViewDefinition[] {
  if (derivation.kind === 'roll-up') return [derivation.each];
  return [derivation.each, ...Object.values(derivation.among)];
}

/** How many steps a view is away from the events: 0 when it is folded, one more than what it is derived from otherwise. */
export function depthOf({ derived }: Pick<ViewDefinition, 'derived'>): number {
  return derived ? 1 + Math.max(...inputsOf(derived).map(depthOf)) : 0;
}

/** A view whose row type is known to its queries. */
export function defineView<Row>(definition: ViewDefinition<Row>): ViewDefinition<Row> {
  return definition;
}

/** The keys of the rows that an event with these subjects concerns. */
export function keysOf(view: Pick<ViewDefinition, 'subject'>, subjects: readonly string[]): string[] {
  return subjectIds(subjects, view.subject);
}

/** The subject whose story the row is the fold of. */
export function subjectOf(view: Pick<ViewDefinition, 'subject'>, key: string): Subject {
  return subject(view.subject, key);
}

/** The types under which events can stand in the log and its index that the view does something with. */
export function typesOf(view: Pick<ViewDefinition, 'on'>): readonly string[] {
  return storedTypes(Object.keys(view.on));
}

/** One step of the fold. */
export function fold<Row>(
  view: ViewDefinition<Row>,
  row: Row | undefined,
  event: Recorded<AnyEvent>,
  key: string,
): Row | undefined {
  // The handler that is found under an event's type takes events of that type; the compiler cannot follow the lookup.
  const handle = view.on[event.type] as
    | ((row: Row | undefined, event: unknown, key: string) => Row | undefined)
    | undefined;
  return handle ? handle(row, event, key) : row;
}
