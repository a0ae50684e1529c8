import { dayItHappened, dayOf } from '../kernel/days.ts';
import { never } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import type { CommitmentFact } from './commitment.ts';
import type { CommitmentEvent } from './commitment-events.ts';
import type { CourseFact } from './course.ts';
import type { TrajectoryEvent } from './events.ts';
import type { ContentEvent } from './evolve-content.ts';

/** The events that say how far a trajectory is. */
export type ParticipationEvent = Exclude<
  TrajectoryEvent,
  CommitmentEvent | ContentEvent | { type: 'trajectory.fact-retracted.v1' }
>;

export function isCommitmentEvent<E extends TrajectoryEvent>(event: E): event is E & CommitmentEvent {
  return event.type.startsWith('trajectory.commitment-');
}

/** The fact of participation that an event tells. */
export function courseFactOf(event: Recorded<ParticipationEvent>): CourseFact {
  const on = dayOfFact(event);
  switch (event.type) {
    case 'trajectory.interest-shown.v1':
      return { on, fact: 'interest-shown' };
    case 'trajectory.applied.v1':
      return { on, fact: 'applied' };
    case 'trajectory.intake-planned.v1':
      return { on, fact: 'intake-planned', date: event.data.date, status: event.data.status };
    case 'trajectory.intake-moved.v1':
      return { on, fact: 'intake-moved', date: event.data.to, status: event.data.status };
    case 'trajectory.intake-held.v1':
      return { on, fact: 'intake-held' };
    case 'trajectory.started.v1':
      return { on, fact: 'started' };
    case 'trajectory.paused.v1':
      return event.data.until ? { on, fact: 'paused', until: event.data.until } : { on, fact: 'paused' };
    case 'trajectory.resumed.v1':
      return { on, fact: 'resumed' };
    case 'trajectory.completed.v1':
      return { on, fact: 'completed' };
    case 'trajectory.after-measured.v1':
      return { on, fact: 'after-measured' };
    case 'trajectory.closed.v1':
      return { on, fact: 'closed' };
    case 'trajectory.withdrawn.v1':
      return { on, fact: 'withdrawn' };
    case 'trajectory.stopped.v1':
      return { on, fact: 'stopped' };
    case 'trajectory.passed-on.v1':
      return { on, fact: 'passed-on', successor: event.data.successor };
    default:
      return never(event);
  }
}

/** The fact of commitment that an event tells. */
export function commitmentFactOf(event: Recorded<CommitmentEvent>): CommitmentFact {
  const on = dayOfFact(event);
  switch (event.type) {
    case 'trajectory.commitment-asked.v1':
      return { on, fact: 'asked', due: event.data.due };
    case 'trajectory.commitment-due-moved.v1':
      return { on, fact: 'due-moved', to: event.data.to };
    case 'trajectory.commitment-put-on-agenda.v1':
      return { on, fact: 'put-on-agenda', agendaOn: event.data.on };
    case 'trajectory.commitment-given.v1': {
      const expected = event.data.reservation?.decisionExpectedOn;
      return expected === undefined ? { on, fact: 'given' } : { on, fact: 'given', decisionExpectedOn: expected };
    }
    case 'trajectory.commitment-confirmed.v1':
      return { on, fact: 'confirmed' };
    case 'trajectory.commitment-refused.v1':
      return { on, fact: 'refused' };
    case 'trajectory.commitment-put-under-pressure.v1':
      return { on, fact: 'put-under-pressure' };
    case 'trajectory.commitment-pressure-relieved.v1':
      return { on, fact: 'pressure-relieved' };
    case 'trajectory.commitment-put-in-question.v1':
      return { on, fact: 'put-in-question', cause: event.data.cause, due: event.data.due };
    case 'trajectory.commitment-lapsed.v1':
      return { on, fact: 'lapsed' };
    case 'trajectory.commitment-withdrawn.v1':
      return { on, fact: 'withdrawn' };
    case 'trajectory.commitment-ended.v1':
      return { on, fact: 'ended' };
    default:
      return never(event);
  }
}

/** The day by which a recorded fact is ordered; a fact without a date of its own happened when it was recorded. */
export function dayOfFact(event: Pick<Recorded, 'occurredOn' | 'recordedAt'>): string {
  return event.occurredOn ? dayItHappened(event.occurredOn) : dayOf(event.recordedAt);
}
