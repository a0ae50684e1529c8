import { type Course, type CourseFact, courseOf, endedSteps } from '../trajectory/course.ts';
import { meetingDay } from './due.ts';
import type { PlaceFact, Plan, ProgressFacts } from './inputs.ts';

/** Where a trajectory is on a day, as far as progress is concerned. */
export interface Situation {
  readonly course: Course | undefined;
  readonly place: PlaceFact | undefined;
  /** Since when it takes part: the day of its place, or else of its application; undefined before that. */
  readonly joinedOn: string | undefined;
  /** It joined after the opening: what went before is not asked of it. */
  readonly latecomer: boolean;
  /** Whether it is measured at all: it applied, it goes on, and it is not waiting or turned away. */
  readonly measured: boolean;
}

export function situationOn(facts: ProgressFacts, plan: Plan, day: string): Situation {
  const course = courseOf(sortedByDay(facts.course), day);
  const place = sortedByDay(facts.places).findLast(({ on }) => on <= day);
  const placedOn = firstDayOfThePlace(facts.places, day);
  const joinedOn = placedOn ?? facts.course.find(({ fact, on }) => fact === 'applied' && on <= day)?.on;
  const opening = meetingDay(plan.meetings, 'opening', 1);
  const goesOn = course !== undefined && !endedSteps.includes(course.step);
  const inOrIn = place === undefined || place.place === 'given' || (course && isRunning(course));
  return {
    course,
    place,
    joinedOn,
    latecomer: joinedOn !== undefined && opening !== undefined && joinedOn > opening,
    measured: goesOn && joinedOn !== undefined && inOrIn === true,
  };
}

/** The first day of the place that it has now; a lifted reservation does not make it a new place. */
function firstDayOfThePlace(places: readonly PlaceFact[], day: string): string | undefined {
  let since: string | undefined;
  for (const { on, place } of sortedByDay(places)) {
    if (on > day) break;
    since = place === 'given' ? (since ?? on) : undefined;
  }
  return since;
}

/** By its own facts; it may have started without a place. */
function isRunning({ step }: Course): boolean {
  const running: readonly CourseFact['fact'][] = ['started', 'paused', 'completed', 'after-measured'];
  return running.some((fact) => fact === step);
}

/** In the order in which they happened; those of one day stay as they were. */
export function sortedByDay<F extends { readonly on: string }>(facts: readonly F[]): F[] {
  return [...facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
