import { dayOf } from '../kernel/days.ts';
import type { Recorded } from '../kernel/event.ts';
import { subjectIds } from '../kernel/subject.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import type { NetworkEvent } from '../network/events.ts';
import type { AnyEvent } from '../registry.ts';
import type { TrajectoryEvent } from '../trajectory/events.ts';
import { isContentEvent } from '../trajectory/evolve-content.ts';
import { commitmentFactOf, courseFactOf, dayOfFact, isCommitmentEvent } from '../trajectory/facts.ts';
import type { PlaceFact, ProgressFacts } from './inputs.ts';

/**
 * The facts of one trajectory with this event in them. Fold the history with its corrections in place (`inPlace`);
 * events that do not concern the trajectory change nothing.
 */
export function progressFactsAfter(facts: ProgressFacts, trajectory: string, event: Recorded<AnyEvent>): ProgressFacts {
  if (isOf('trajectory', event)) {
    return event.subjects.includes(`trajectory:${trajectory}`) ? withOwnFact(facts, event) : facts;
  }
  if (isOf('network', event)) return withPlace(facts, trajectory, event);
  return isOf('meeting', event) ? withAttendance(facts, trajectory, event) : facts;
}

interface Families {
  trajectory: Recorded<TrajectoryEvent>;
  network: Recorded<NetworkEvent>;
  meeting: Recorded<MeetingEvent>;
}

function isOf<A extends keyof Families>(aggregate: A, event: Recorded<AnyEvent>): event is Families[A] {
  return event.type.startsWith(`${aggregate}.`);
}

function withOwnFact(facts: ProgressFacts, event: Recorded<TrajectoryEvent>): ProgressFacts {
  if (event.type === 'trajectory.fact-retracted.v1') return facts;
  if (isCommitmentEvent(event)) {
    const { layer } = event.data;
    const list = [...(facts.commitments[layer] ?? []), commitmentFactOf(event)];
    return { ...facts, commitments: { ...facts.commitments, [layer]: list } };
  }
  if (!isContentEvent(event)) return { ...facts, course: [...facts.course, courseFactOf(event)] };
  const on = dayOfFact(event);
  switch (event.type) {
    case 'trajectory.question-brought-in.v1':
      return { ...facts, questions: [...facts.questions, on] };
    case 'trajectory.support-completed.v1':
      return { ...facts, supportCompleted: [...facts.supportCompleted, on] };
    case 'trajectory.contacted.v1':
      return { ...facts, contacts: [...facts.contacts, on] };
    default:
      return facts;
  }
}

/** Decisions of the network count from the day on which they were recorded. */
function withPlace(facts: ProgressFacts, trajectory: string, event: Recorded<NetworkEvent>): ProgressFacts {
  if (!('trajectory' in event.data) || event.data.trajectory !== trajectory) return facts;
  const place = placeFactOf(event, dayOf(event.recordedAt));
  return place ? { ...facts, places: [...facts.places, place] } : facts;
}

function placeFactOf(event: NetworkEvent, on: string): PlaceFact | undefined {
  switch (event.type) {
    case 'network.place-given.v1': {
      const expected = event.data.reservation?.decisionExpectedOn;
      return expected === undefined ? { on, place: 'given' } : { on, place: 'given', decisionExpectedOn: expected };
    }
    case 'network.reservation-lifted.v1':
      return { on, place: 'given' };
    case 'network.put-on-waiting-list.v1':
      return { on, place: 'waiting' };
    case 'network.rejected.v1':
      return { on, place: 'rejected' };
    case 'network.referred.v1':
      return { on, place: 'referred' };
    case 'network.place-freed.v1':
      return { on, place: 'freed' };
    default:
      return undefined;
  }
}

function withAttendance(facts: ProgressFacts, trajectory: string, event: Recorded<MeetingEvent>): ProgressFacts {
  if (event.type !== 'meeting.attendance-recorded.v1') return facts;
  const entry = event.data.entries.find((e) => e.trajectory === trajectory);
  const [meeting] = subjectIds(event.subjects, 'meeting');
  if (!entry || meeting === undefined) return facts;
  const others = facts.attendance.filter((a) => a.meeting !== meeting);
  const recorded = { meeting, attendance: entry.attendance, on: dayOfFact(event) };
  return { ...facts, attendance: [...others, recorded] };
}
