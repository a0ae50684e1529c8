import type { Recorded } from '#domain/kernel/event';
import { type Subject, type SubjectKind, subject, subjectIds } from '#domain/kernel/subject';
import type { AnyEvent, EventType } from '#domain/registry';

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

/** The event types that the view does something with. */
export function typesOf(view: Pick<ViewDefinition, 'on'>): string[] {
  return Object.keys(view.on);
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
