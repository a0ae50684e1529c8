import type { CommitmentFact } from './commitment.ts';
import { addByDay, type CourseFact, type Dated } from './course.ts';

/** How far a request for local support is. */
export type SupportPhase = 'requested' | 'matched' | 'delivered' | 'completed';

/** The change at home, as it was told of a day. */
export interface LocalChange extends Dated {
  readonly name: string;
  readonly stage: string;
  readonly ownerRole: string;
}

export interface KnownTrajectory {
  readonly status: 'known';
  readonly trajectory: string;
  readonly programme: string;
  readonly organisation: string;
  /** Of the application, or else of the interest. */
  readonly network: string | undefined;
  readonly contactRole: string;
  /** When the last application that stands was recorded (UTC), whatever day it tells; a correction of it is no new one. */
  readonly appliedAt: string | undefined;
  /** In the order in which they happened; `courseOf` says where they lead. */
  readonly course: readonly CourseFact[];
  /** By layer, in the order in which they happened; `commitmentOf` says where they lead. */
  readonly commitments: Readonly<Record<string, readonly CommitmentFact[]>>;
  /** Questions that were brought in, by id, with their category. */
  readonly questions: Readonly<Record<string, string>>;
  readonly support: Readonly<Record<string, SupportPhase>>;
  /** In the order in which it was so: the last one is how it is. */
  readonly localChanges: readonly LocalChange[];
}

export type TrajectoryState = { readonly status: 'unknown' } | KnownTrajectory;

export function withCourseFact(state: KnownTrajectory, fact: CourseFact): KnownTrajectory {
  return { ...state, course: addByDay(state.course, fact) };
}

/** The facts of a layer; none of one that is only called like something that every object has. */
export function commitmentsOf<F>(commitments: Readonly<Record<string, readonly F[]>>, layer: string): readonly F[] {
  return (Object.hasOwn(commitments, layer) && commitments[layer]) || [];
}

export function withCommitmentFact(state: KnownTrajectory, layer: string, fact: CommitmentFact): KnownTrajectory {
  const facts = addByDay(commitmentsOf(state.commitments, layer), fact);
  return { ...state, commitments: { ...state.commitments, [layer]: facts } };
}
