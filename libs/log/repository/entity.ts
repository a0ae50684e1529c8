import { type Aggregate, evolveAll } from '#domain/kernel/decision';
import { type Content, inPlace, type Recorded } from '#domain/kernel/event';
import type { LoggedEvent } from '../contract/codec.ts';
import { AbsorbedCommands } from './absorbed.ts';

/** An event of a stream of this aggregate. */
export type EventOf<E extends Content> = LoggedEvent & Recorded<E>;

/**
 * A stream as the cache holds it, made of acknowledged events only, and never changed. It holds no events: they would be
 * nearly all of its memory, and only a correction and a conflict ask for them.
 */
export interface Entity<State> {
  readonly stream: string;
  /** Of the last event; -1 before the first. */
  readonly revision: number;
  readonly state: State;
  readonly absorbed: AbsorbedCommands;
}

/** Whether the entity is made of this event, too: whether it absorbed its command, up to there. */
export function isOf({ absorbed, revision }: Entity<unknown>, event: LoggedEvent): boolean {
  const { actor, command } = event.envelope;
  return event.revision <= revision && absorbed.get(actor, command.id) !== undefined;
}

/** A stream in which nothing has happened yet. */
export function emptyEntity<S, C, E extends Content, X>(stream: string, aggregate: Aggregate<S, C, E, X>): Entity<S> {
  return { stream, revision: -1, state: aggregate.initial, absorbed: AbsorbedCommands.none };
}

/** A stream of which these are all events. A correction stands in the place of what it corrects. */
export function folded<S, C, E extends Content, X>(
  stream: string,
  aggregate: Aggregate<S, C, E, X>,
  events: readonly LoggedEvent[],
): Entity<S> {
  const empty = emptyEntity(stream, aggregate);
  if (!events.some((event) => event.corrects)) return extended(empty, aggregate, events) ?? empty;
  const state = evolveAll(aggregate, inPlace(events as readonly EventOf<E>[]));
  return { stream, revision: events.at(-1)?.revision ?? -1, state, absorbed: empty.absorbed.with(events) };
}

/**
 * The entity after these events, which follow its last one; undefined when one of them is a correction, which may change
 * what any earlier event comes to: then the stream has to be folded from its beginning.
 */
export function extended<S, C, E extends Content, X>(
  entity: Entity<S>,
  aggregate: Aggregate<S, C, E, X>,
  events: readonly LoggedEvent[],
): Entity<S> | undefined {
  const last = events.at(-1);
  if (!last) return entity;
  let { state } = entity;
  for (const event of events) {
    if (event.corrects) return undefined;
    state = aggregate.evolve(state, event as EventOf<E>);
  }
  return { stream: entity.stream, revision: last.revision, state, absorbed: entity.absorbed.with(events) };
}
