import { type Expected, NO_STREAM, type ProposedEvent } from '../event.ts';
import type { EventPlace } from './recent-events.ts';

/** What is known of the log when an append is decided. */
export interface Knowledge {
  /** The last revision of the stream; NO_STREAM when it does not exist. */
  lastRevision(stream: string): number;
  /** Only events that were written lately. */
  recent(id: string): EventPlace | undefined;
  /** The event at a place that exists; undefined when it must be looked up first. */
  at(stream: string, revision: number): EventPlace | undefined;
}

export type Decision =
  | { readonly kind: 'append'; readonly after: number }
  /** The same events are there already: the first answer is given again. */
  | { readonly kind: 'repeat'; readonly last: EventPlace }
  | { readonly kind: 'wrong-expected-version'; readonly current: number }
  /** Decide again once the events from `from` to `to` are known. */
  | { readonly kind: 'look-up'; readonly from: number; readonly to: number };

/**
 * Whether events may be appended to a stream, by EventStoreDB's rules. Ids make an append repeatable: with an exact
 * revision (or `no stream`), when the ids stand at the very place where they would have been put; with `any` and
 * `stream exists`, when all of them were written to this stream lately.
 */
export function decide(
  stream: string,
  expected: Expected,
  events: readonly ProposedEvent[],
  known: Knowledge,
): Decision {
  const current = known.lastRevision(stream);
  const wrong: Decision = { kind: 'wrong-expected-version', current };
  if (expected.kind === 'stream-exists' && current === NO_STREAM) return wrong;
  if (expected.kind === 'any' || expected.kind === 'stream-exists') return decideByIds(stream, events, current, known);
  const after = expected.kind === 'no-stream' ? NO_STREAM : expected.revision;
  if (after === current) return { kind: 'append', after: current };
  // Nothing to compare, or more events than there are after that place: it cannot be a repeat.
  if (after > current || events.length === 0 || after + events.length > current) return wrong;
  return decideByPlace(stream, after, events, known) ?? wrong;
}

function decideByIds(stream: string, events: readonly ProposedEvent[], current: number, known: Knowledge): Decision {
  const places = events
    .map((event) => known.recent(event.id))
    .map((place) => (place?.stream === stream ? place : null));
  const [first] = places;
  if (first === undefined || first === null) return { kind: 'append', after: current };
  const last = places.at(-1);
  // Some are there and some are not: neither a repeat nor something new.
  if (places.includes(null) || last === undefined || last === null) return { kind: 'wrong-expected-version', current };
  return { kind: 'repeat', last };
}

function decideByPlace(
  stream: string,
  after: number,
  events: readonly ProposedEvent[],
  known: Knowledge,
): Decision | null {
  let last: EventPlace | undefined;
  for (const [index, event] of events.entries()) {
    last = known.at(stream, after + 1 + index);
    if (last === undefined) return { kind: 'look-up', from: after + 1, to: after + events.length };
    if (last.id !== event.id) return null;
  }
  return last === undefined ? null : { kind: 'repeat', last };
}
