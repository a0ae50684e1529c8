import { dayAmong, dayOf } from '../kernel/days.ts';
import { never } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import type { CommitmentFact } from './commitment.ts';
import type { CommitmentEvent } from './commitment-events.ts';
import type { ContentEvent } from './content-events.ts';
import type { CourseFact, Dated } from './course.ts';
import type { TrajectoryEvent } from './events.ts';

/** The events that say how far a trajectory is. */
export type ParticipationEvent = Exclude<
  TrajectoryEvent,
  CommitmentEvent | ContentEvent | { type: 'trajectory.fact-retracted.v1' }
>;

export function isCommitmentEvent<E extends TrajectoryEvent>(event: E): event is E & CommitmentEvent {
  return event.type.startsWith('trajectory.commitment-');
}

/** The fact of participation that an event tells, beside those that were known before it. */
export function courseFactOf(event: Recorded<ParticipationEvent>, known: readonly Dated[]): CourseFact {
  const when = whenOfFact(event, known);
  switch (event.type) {
    case 'trajectory.interest-shown.v1':
      return { ...when, fact: 'interest-shown' };
    case 'trajectory.applied.v1':
      return { ...when, fact: 'applied' };
    case 'trajectory.intake-planned.v1':
      return { ...when, fact: 'intake-planned', date: event.data.date, status: event.data.status };
    case 'trajectory.intake-moved.v1':
      return { ...when, fact: 'intake-moved', date: event.data.to, status: event.data.status };
    case 'trajectory.intake-held.v1':
    case 'trajectory.after-measured.v1': {
      const fact = event.type === 'trajectory.intake-held.v1' ? 'intake-held' : 'after-measured';
      const { report } = event.data;
      return report === undefined ? { ...when, fact } : { ...when, fact, report };
    }
    case 'trajectory.started.v1':
      return { ...when, fact: 'started' };
    case 'trajectory.paused.v1':
      return event.data.until ? { ...when, fact: 'paused', until: event.data.until } : { ...when, fact: 'paused' };
    case 'trajectory.resumed.v1':
      return { ...when, fact: 'resumed' };
    case 'trajectory.completed.v1':
      return { ...when, fact: 'completed' };
    case 'trajectory.closed.v1':
      return { ...when, fact: 'closed' };
    case 'trajectory.withdrawn.v1':
      return { ...when, fact: 'withdrawn' };
    case 'trajectory.stopped.v1':
      return { ...when, fact: 'stopped' };
    case 'trajectory.passed-on.v1':
      return { ...when, fact: 'passed-on', successor: event.data.successor };
    default:
      return never(event);
  }
}

/** The fact of commitment that an event tells, beside those of its layer that were known before it. */
export function commitmentFactOf(event: Recorded<CommitmentEvent>, known: readonly Dated[]): CommitmentFact {
  const when = whenOfFact(event, known);
  switch (event.type) {
    case 'trajectory.commitment-asked.v1':
      return { ...when, fact: 'asked', due: event.data.due };
    case 'trajectory.commitment-due-moved.v1':
      return { ...when, fact: 'due-moved', to: event.data.to };
    case 'trajectory.commitment-put-on-agenda.v1':
      return { ...when, fact: 'put-on-agenda', agendaOn: event.data.on };
    case 'trajectory.commitment-given.v1': {
      const expected = event.data.reservation?.decisionExpectedOn;
      return expected === undefined
        ? { ...when, fact: 'given' }
        : { ...when, fact: 'given', decisionExpectedOn: expected };
    }
    case 'trajectory.commitment-confirmed.v1':
      return { ...when, fact: 'confirmed', evidence: event.data.evidence };
    case 'trajectory.commitment-refused.v1':
      return { ...when, fact: 'refused' };
    case 'trajectory.commitment-put-under-pressure.v1':
      return { ...when, fact: 'put-under-pressure' };
    case 'trajectory.commitment-pressure-relieved.v1':
      return { ...when, fact: 'pressure-relieved' };
    case 'trajectory.commitment-put-in-question.v1':
      return { ...when, fact: 'put-in-question', cause: event.data.cause, due: event.data.due };
    case 'trajectory.commitment-lapsed.v1':
      return { ...when, fact: 'lapsed' };
    case 'trajectory.commitment-withdrawn.v1':
      return { ...when, fact: 'withdrawn' };
    case 'trajectory.commitment-ended.v1':
      return { ...when, fact: 'ended' };
    default:
      return never(event);
  }
}

type Told = Pick<Recorded, 'occurredOn' | 'recordedAt'>;

/**
 * The day by which a recorded fact is ordered among those that were known before it; a fact without a date of its own
 * happened when it was recorded.
 */
export function dayOfFact({ occurredOn, recordedAt }: Told, known: readonly Dated[] = []): string {
  return occurredOn ? dayAmong(known, occurredOn) : dayOf(recordedAt);
}

/** That day, and the moment where the fact tells it: facts of one day that both tell theirs go by it. */
export function whenOfFact(event: Told, known: readonly Dated[]): Dated {
  const on = dayOfFact(event, known);
  return event.occurredOn?.precision === 'moment' ? { on, at: event.occurredOn.value } : { on };
}
