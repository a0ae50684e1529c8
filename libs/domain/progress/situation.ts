import { type Course, type CourseFact, endedSteps } from '../trajectory/course.ts';
import type { PlaceFact } from './inputs.ts';

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

/** What the facts up to a day come to, and the day of the opening by the plan. */
export interface Standings extends Pick<Situation, 'course' | 'place' | 'joinedOn'> {
  readonly opening: string | undefined;
}

export function situationOf({ course, place, joinedOn, opening }: Standings): Situation {
  const goesOn = course !== undefined && !endedSteps.includes(course.step);
  const isOut =
    place !== undefined && (place.place === 'waiting' || place.place === 'rejected' || place.place === 'referred');
  return {
    course,
    place,
    joinedOn,
    latecomer: joinedOn !== undefined && opening !== undefined && joinedOn > opening,
    measured: goesOn && joinedOn !== undefined && (!isOut || isRunning(course)),
  };
}

/** By its own facts; it may have started without a place. */
function isRunning({ step }: Course): boolean {
  const running: readonly CourseFact['fact'][] = ['started', 'paused', 'completed', 'after-measured'];
  return running.some((fact) => fact === step);
}
