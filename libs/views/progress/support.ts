import { addByDay } from '#domain/trajectory/course';
import { dayOfFact } from '#domain/trajectory/facts';
import type { EventOf } from '../engine/view-definition.ts';
import { compare } from '../query/plain.ts';
import { known } from './fold.ts';
import type { Support, SupportMatch, TrajectoryRow } from './row.ts';

type SupportEvent = EventOf<
  | 'trajectory.support-requested.v1'
  | 'trajectory.support-matched.v1'
  | 'trajectory.support-delivered.v1'
  | 'trajectory.support-completed.v1'
>;

/** Local support, from request to result. */
export function withSupport(row: TrajectoryRow | undefined, event: SupportEvent, key: string): TrajectoryRow {
  const before = known(row, event, key);
  const { support } = event.data;
  const earlier = before.support.find((s) => s.support === support);
  const now = supportAfter(earlier ?? newSupport(support, event.id), event);
  const all = earlier ? before.support.map((s) => (s.support === support ? now : s)) : [...before.support, now];
  return { ...before, support: all };
}

function newSupport(support: string, event: string): Support {
  return { support, requestedOn: null, matches: [], deliveries: [], completedOn: null, event };
}

function supportAfter(before: Support, event: SupportEvent): Support {
  const on = dayOfFact(event, daysOfSupport(before));
  const now = { ...before, event: event.id };
  switch (event.type) {
    case 'trajectory.support-requested.v1':
      return { ...now, requestedOn: on };
    case 'trajectory.support-matched.v1': {
      const { expert, plannedMinutes } = event.data;
      return { ...now, matches: addByDay(before.matches, { on, expert, plannedMinutes }) };
    }
    case 'trajectory.support-delivered.v1':
      return { ...now, deliveries: addByDay(before.deliveries, { on, minutes: event.data.minutes }) };
    case 'trajectory.support-completed.v1':
      return { ...now, completedOn: on };
  }
}

/** The days on which something of it happened, in order. */
export function daysOfSupport({ requestedOn, matches, deliveries, completedOn }: Support): { readonly on: string }[] {
  const told = [requestedOn, completedOn].flatMap((on) => (on === null ? [] : { on }));
  return [...told, ...matches, ...deliveries].sort((a, b) => compare(a.on, b.on));
}

/** Who was to give it on that day, and for how long; undefined when nobody was found by then. */
export function matchOn({ matches }: Support, day: string): SupportMatch | undefined {
  return matches.findLast(({ on }) => on <= day);
}
