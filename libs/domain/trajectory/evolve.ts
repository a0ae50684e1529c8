import type { Recorded } from '../kernel/event.ts';
import { subjectIds } from '../kernel/subject.ts';
import { isContentEvent } from './content-events.ts';
import type { TrajectoryEvent } from './events.ts';
import { evolveContent } from './evolve-content.ts';
import { commitmentFactOf, courseFactOf, isCommitmentEvent, type ParticipationEvent } from './facts.ts';
import {
  commitmentsOf,
  type KnownTrajectory,
  type TrajectoryState,
  withCommitmentFact,
  withCourseFact,
} from './state.ts';

/** The state after this event. History must be in place (`inPlace`): a retraction itself changes nothing. */
export function evolve(state: TrajectoryState, event: Recorded<TrajectoryEvent>): TrajectoryState {
  if (event.type === 'trajectory.fact-retracted.v1') return state;
  const known = state.status === 'known' ? state : firstKnown(event);
  if (isCommitmentEvent(event)) {
    const { layer } = event.data;
    return withCommitmentFact(known, layer, commitmentFactOf(event, commitmentsOf(known.commitments, layer)));
  }
  if (isContentEvent(event)) return evolveContent(known, event);
  const registered = withRegistration(known, event);
  return withCourseFact(registered, courseFactOf(event, registered.course));
}

/**
 * Every event names its trajectory, programme and organisation, so that a trajectory whose registration was retracted
 * keeps the facts that stand.
 */
function firstKnown(event: Recorded<TrajectoryEvent>): KnownTrajectory {
  const idOf = (kind: 'trajectory' | 'programme' | 'organisation') => subjectIds(event.subjects, kind)[0] ?? '';
  return {
    status: 'known',
    trajectory: idOf('trajectory'),
    programme: idOf('programme'),
    organisation: idOf('organisation'),
    network: undefined,
    contactRole: '',
    appliedAt: undefined,
    course: [],
    commitments: {},
    questions: {},
    support: {},
    localChanges: [],
  };
}

function withRegistration(state: KnownTrajectory, event: Recorded<ParticipationEvent>): KnownTrajectory {
  if (event.type === 'trajectory.applied.v1') {
    return { ...state, ...identityOf(event.data), appliedAt: event.firstRecordedAt ?? event.recordedAt };
  }
  if (event.type !== 'trajectory.interest-shown.v1') return state;
  const applied = state.course.some(({ fact }) => fact === 'applied');
  return applied ? state : { ...state, ...identityOf(event.data) };
}

type Identity = Pick<KnownTrajectory, 'trajectory' | 'programme' | 'organisation' | 'network' | 'contactRole'>;

function identityOf(data: Omit<Identity, 'network'> & { network?: string | undefined }): Identity {
  const { trajectory, programme, organisation, network, contactRole } = data;
  return { trajectory, programme, organisation, network, contactRole };
}
