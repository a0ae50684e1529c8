import { daysBetween } from '../kernel/days.ts';
import type { Commitment, CommitmentFact } from '../trajectory/commitment.ts';
import { type Course, type CourseFact, courseOf, endedSteps } from '../trajectory/course.ts';
import {
  type AboutApplication,
  decisionOn,
  type ParticipationStep,
  type PlaceDecided,
  participationStep,
} from '../trajectory/participation.ts';

/** `due` is the day on which it should have been there, `days` how many days ago that is. */
export interface Lateness {
  readonly due: string;
  readonly days: number;
}

/**
 * The day by which the next word about this commitment is due: the answer that was asked for, the decision that a
 * reservation waits for, or the new confirmation.
 */
export function dueOf(commitment: Commitment): string | undefined {
  switch (commitment.step) {
    case 'asked':
    case 'in-question':
      return commitment.due;
    case 'on-agenda':
      return commitment.due ?? (commitment.before && dueOf(commitment.before));
    case 'given-with-reservation':
      return commitment.decisionExpectedOn;
    case 'under-pressure':
      return dueOf(commitment.before);
    default:
      return undefined;
  }
}

/**
 * The day by which that word was due at first, however often the term was moved: since it was last asked for, or last put in
 * question. Undefined when none is due. The facts are those up to the day that is asked, in their order.
 */
export function firstDueOf(facts: readonly CommitmentFact[], commitment: Commitment): string | undefined {
  const due = dueOf(commitment);
  if (due === undefined || !('due' in commitment) || commitment.due === undefined) return due;
  const opening = facts.findLast(({ fact }) => fact === 'asked' || fact === 'put-in-question');
  return opening && 'due' in opening ? opening.due : due;
}

/** How late a commitment is on that day; on the day itself it is not late yet. */
export function latenessOn(commitment: Commitment, day: string): Lateness | undefined {
  const due = dueOf(commitment);
  return due !== undefined && due < day ? { due, days: daysBetween(due, day) } : undefined;
}

/** Whether it is late on that day. */
export function isLateOn(commitment: Commitment, day: string): boolean {
  const due = dueOf(commitment);
  return due !== undefined && due < day;
}

/** Of what has ended, or was turned away by the network, no answer is awaited. Who waits for a place is still asked. */
export const notAwaited: readonly ParticipationStep[] = [...endedSteps, 'rejected', 'referred'];

/** Whether an answer is still awaited of a trajectory whose participation is so far; if it is not, nothing of it is late. */
export function isAwaited(participation: { readonly step: ParticipationStep } | undefined): boolean {
  return participation === undefined || !notAwaited.includes(participation.step);
}

interface CourseAndPlace {
  readonly course: Course | undefined;
  readonly place: PlaceDecided | undefined;
}

/** The same, of its course and its place. */
export function isAwaitedIn({ course, place }: CourseAndPlace): boolean {
  return isAwaited(course && { step: participationStep(course.step, place) });
}

/** The same, of all facts that are known, on that day. */
export function isAwaitedOn(
  {
    course,
    places,
  }: {
    readonly course: readonly CourseFact[];
    readonly places: readonly (AboutApplication & Pick<PlaceDecided, 'place'>)[];
  },
  day: string,
): boolean {
  const decision = decisionOn(places, course, day);
  return isAwaitedIn({ course: courseOf(course, day), place: decision && { place: decision.place } });
}
