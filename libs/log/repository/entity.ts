import { type Aggregate, evolveAll } from '#domain/kernel/decision';
import { type Content, inPlace, type Recorded } from '#domain/kernel/event';
import type { LoggedEvent } from '../contract/codec.ts';
import { AbsorbedCommands } from './absorbed.ts';

/** A stream as the cache holds it: only acknowledged events, never changed, protected text sealed. */
export interface Entity<State, E extends Content> {
  readonly stream: string;
  /** Of the last event; -1 before the first. */
  readonly revision: number;
  readonly history: readonly (LoggedEvent & Recorded<E>)[];
  readonly state: State;
  readonly absorbed: AbsorbedCommands;
}

/** A stream in which nothing has happened yet. */
export function emptyEntity<S, C, E extends Content, X>(
  stream: string,
  aggregate: Aggregate<S, C, E, X>,
): Entity<S, E> {
  return { stream, revision: -1, history: [], state: aggregate.initial, absorbed: AbsorbedCommands.none };
}

/** The entity after these events, which follow its last one. A correction makes the state be folded anew, in place. */
export function extended<S, C, E extends Content, X>(
  entity: Entity<S, E>,
  aggregate: Aggregate<S, C, E, X>,
  events: readonly LoggedEvent[],
): Entity<S, E> {
  if (events.length === 0) return entity;
  const added = events as readonly (LoggedEvent & Recorded<E>)[];
  const history = [...entity.history, ...added];
  const corrected = added.some((event) => event.corrects);
  const state = corrected
    ? evolveAll(aggregate, inPlace(history))
    : added.reduce((s: S, event) => aggregate.evolve(s, event), entity.state);
  return {
    stream: entity.stream,
    revision: events.at(-1)?.revision ?? entity.revision,
    history,
    state,
    absorbed: entity.absorbed.with(events),
  };
}
