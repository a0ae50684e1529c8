import type { PlaceState } from '../network/state.ts';
import type { Course, CourseFact } from './course.ts';

/** The one state of participation that is shown: the trajectory's own facts and the place that the network keeps. */
export type Participation =
  | Course
  | { readonly step: 'admitted' }
  | { readonly step: 'admitted-with-reservation'; readonly decisionExpectedOn: string }
  | { readonly step: 'waiting'; readonly number: number }
  | { readonly step: 'rejected' }
  | { readonly step: 'referred'; readonly to: string };

export type ParticipationStep = Participation['step'];

const steps: Record<ParticipationStep, true> = {
  interested: true,
  applied: true,
  'intake-planned': true,
  'intake-held': true,
  admitted: true,
  'admitted-with-reservation': true,
  waiting: true,
  rejected: true,
  referred: true,
  started: true,
  paused: true,
  completed: true,
  'after-measured': true,
  closed: true,
  withdrawn: true,
  stopped: true,
  'passed-on': true,
};

/** Every step there is, in the order of a course that goes well. A new step that is not here does not compile. */
export const participationSteps = Object.keys(steps) as readonly ParticipationStep[];

const beforeAPlaceCounts: readonly Course['step'][] = ['interested', 'applied', 'intake-planned', 'intake-held'];

/** Before the start the network's decision says where a trajectory is; from the start on its own facts do. */
export function participation(course: Course, place: PlaceState): Participation {
  if (!beforeAPlaceCounts.includes(course.step)) return course;
  switch (place.place) {
    case 'given':
      return place.decisionExpectedOn === undefined
        ? { step: 'admitted' }
        : { step: 'admitted-with-reservation', decisionExpectedOn: place.decisionExpectedOn };
    case 'waiting':
      return { step: 'waiting', number: place.number };
    case 'rejected':
      return { step: 'rejected' };
    case 'referred':
      return { step: 'referred', to: place.to };
    default:
      return course;
  }
}

/** A decision of the network: on which day, and about which of the applications of the trajectory. */
export interface AboutApplication {
  readonly on: string;
  /** How many times it had applied when this was decided, by the order of the log. */
  readonly application: number;
}

/** How many times it had applied by that day. */
export function applicationsOf(course: readonly CourseFact[], upTo?: string): number {
  return course.filter(({ on, fact }) => fact === 'applied' && (upTo === undefined || on <= upTo)).length;
}

/**
 * What the network had decided last by that day; undefined when that was about an earlier application than the last one.
 * Whoever was turned away and applies again is yet to be decided about.
 */
export function decisionOn<D extends AboutApplication>(
  decisions: readonly D[],
  course: readonly CourseFact[],
  day: string,
): D | undefined {
  const last = decisions.findLast(({ on }) => on <= day);
  return last && isAboutTheLast(last, applicationsOf(course, day)) ? last : undefined;
}

/** Whether it is about the last of so many applications. */
export function isAboutTheLast({ application }: AboutApplication, applications: number): boolean {
  return application >= applications;
}

/** A decision of the network, as far as it says where a trajectory is. */
export interface PlaceDecided {
  readonly place: 'given' | 'waiting' | 'rejected' | 'referred' | 'freed';
  readonly decisionExpectedOn?: string | undefined;
}

/** The step alone, without what goes with it. */
export function participationStep(course: Course['step'], place: PlaceDecided | undefined): ParticipationStep {
  if (place === undefined || place.place === 'freed' || !beforeAPlaceCounts.includes(course)) return course;
  if (place.place !== 'given') return place.place;
  return place.decisionExpectedOn === undefined ? 'admitted' : 'admitted-with-reservation';
}
