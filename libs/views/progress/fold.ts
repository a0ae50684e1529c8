import { itemFactTypes } from '#domain/dossier/kinds/index';
import type { Recorded } from '#domain/kernel/event';
import type { AnyEvent } from '#domain/registry';
import type { CommitmentEvent } from '#domain/trajectory/commitment-events';
import { addByDay } from '#domain/trajectory/course';
import { commitmentFactOf, courseFactOf, dayOfFact, type ParticipationEvent } from '#domain/trajectory/facts';
import { type AboutApplication, applicationsOf } from '#domain/trajectory/participation';
import { commitmentsOf } from '#domain/trajectory/state';
import type { TracedCommitmentFact } from '../commitment/view.ts';
import type { EventOf, Handlers } from '../engine/view-definition.ts';
import { changed, firstOf } from '../folding.ts';
import { dayTold } from '../meeting/attendance-day.ts';
import { type QuestionEvent, withSaid } from '../question/said.ts';
import { isLeftOut } from './listed.ts';
import { isOfLocalChange, withLocalChange } from './local-change.ts';
import { lastJoining, lastNetwork } from './networks.ts';
import type { PlaceDecision, TracedCourseFact, TrajectoryRow } from './row.ts';
import { toldFactOf, withTold } from './told.ts';

type Row = TrajectoryRow | undefined;

/**
 * The row as it is before this event. Every event about a trajectory can be the first that stands, for the registration
 * may have been retracted; it names the programme and, if it is the trajectory's own, the organisation. Attendance names no
 * organisation, and an item of the dossier perhaps another one: then the next event of its own tells it.
 */
export function known(row: Row, event: Recorded, key: string): TrajectoryRow {
  const programme = row?.programme || (firstOf(event, 'programme') ?? '');
  const organisation = row?.organisation || (isOwn(event) ? (firstOf(event, 'organisation') ?? '') : '');
  if (row) return { ...row, programme, organisation, lastRecordedAt: event.recordedAt };
  return {
    trajectory: key,
    programme,
    organisation,
    network: null,
    contactRole: '',
    course: [],
    places: [],
    commitments: {},
    questions: [],
    localChanges: [],
    attendance: [],
    support: [],
    contacts: [],
    judgements: [],
    told: {},
    dossierDays: [],
    lastRecordedAt: event.recordedAt,
  };
}

function isOwn({ type }: Recorded): boolean {
  return type.startsWith('trajectory.');
}

/** A fact of participation. */
export function withCourse(row: Row, event: Recorded<ParticipationEvent>, key: string): TrajectoryRow {
  const before = known(row, event, key);
  const reported = event.type === 'trajectory.intake-held.v1' && { reported: event.data.report !== undefined };
  const fact: TracedCourseFact = {
    ...courseFactOf(event, before.course),
    event: event.id,
    ...reported,
    ...(isJoining(event) && { network: event.data.network ?? null }),
  };
  return { ...before, course: addByDay<TracedCourseFact>(before.course, fact) };
}

type Joining = EventOf<'trajectory.interest-shown.v1' | 'trajectory.applied.v1'>;

function isJoining(event: Recorded<ParticipationEvent>): event is Joining {
  return event.type === 'trajectory.interest-shown.v1' || event.type === 'trajectory.applied.v1';
}

/** Who takes part, from an interest or an application; an application counts for more. */
export function registered(row: Row, event: Joining, key: string): TrajectoryRow {
  const told = withCourse(row, event, key);
  const after = { ...told, network: lastNetwork(told) };
  if (row !== undefined && lastJoining(told)?.event !== event.id) return after;
  const { programme, organisation, contactRole } = event.data;
  return { ...after, programme, organisation, contactRole };
}

/** A fact of commitment of one layer. */
export function withCommitment(row: Row, event: Recorded<CommitmentEvent>, key: string): TrajectoryRow {
  const before = known(row, event, key);
  const { layer } = event.data;
  const told = commitmentsOf(before.commitments, layer);
  const fact: TracedCommitmentFact = { ...commitmentFactOf(event, told), event: event.id };
  const facts = addByDay<TracedCommitmentFact>(told, fact);
  return { ...before, commitments: { ...before.commitments, [layer]: facts } };
}

type NetworkDecision = EventOf<
  | 'network.place-given.v1'
  | 'network.reservation-lifted.v1'
  | 'network.put-on-waiting-list.v1'
  | 'network.rejected.v1'
  | 'network.referred.v1'
  | 'network.place-freed.v1'
>;

/**
 * A decision of the network about one trajectory. Of a freed place also the one that it is proposed to is named. A place
 * that comes free in a network after another decided, was left before: it says nothing of where the trajectory is.
 */
export function withPlace(row: Row, event: NetworkDecision, key: string): Row {
  if (event.data.trajectory !== key) return row;
  const before = known(row, event, key);
  const last = before.places.at(-1);
  const isLeft = last !== undefined && last.network !== firstOf(event, 'network');
  if (event.type === 'network.place-freed.v1' && isLeft) return before;
  const about = { on: dayOfFact(event), application: applicationsOf(before.course) };
  return { ...before, places: [...before.places, placeDecision(event, about)] };
}

function placeDecision(event: NetworkDecision, about: AboutApplication): PlaceDecision {
  const around = { ...about, event: event.id, network: firstOf(event, 'network') ?? '' };
  switch (event.type) {
    case 'network.place-given.v1':
      return { ...around, place: 'given', decisionExpectedOn: event.data.reservation?.decisionExpectedOn ?? null };
    case 'network.reservation-lifted.v1':
      return { ...around, place: 'given', decisionExpectedOn: null };
    case 'network.put-on-waiting-list.v1':
      return { ...around, place: 'waiting' };
    case 'network.rejected.v1':
      return { ...around, place: 'rejected' };
    case 'network.referred.v1':
      return { ...around, place: 'referred', to: event.data.to };
    case 'network.place-freed.v1':
      return { ...around, place: 'freed', cause: event.data.cause };
  }
}

/** A question keeps its place in the list. */
export function withQuestion(row: Row, event: QuestionEvent, key: string): TrajectoryRow {
  const before = known(row, event, key);
  const { question } = event.data;
  const isKnown = before.questions.some((q) => q.question === question);
  const all = isKnown ? before.questions : [...before.questions, { question, said: [] }];
  const questions = changed(
    all,
    (q) => q.question === question,
    (q) => ({ ...q, said: withSaid(q.said, event) }),
  );
  return { ...before, questions };
}

/** Who was there; of several recordings for one meeting the last one counts. */
export function withAttendance(row: Row, event: EventOf<'meeting.attendance-recorded.v2'>, key: string): Row {
  const meeting = firstOf(event, 'meeting');
  const entry = event.data.entries.find(({ trajectory }) => trajectory === key);
  if (!meeting || !entry) return row;
  const before = known(row, event, key);
  const others = before.attendance.filter((a) => a.meeting !== meeting);
  return { ...before, attendance: [...others, { meeting, attendance: entry.attendance, ...dayTold(event) }] };
}

/** Facts about items of the dossier that name the trajectory. */
export const toldOfItems: Handlers<TrajectoryRow> = Object.fromEntries(
  [...itemFactTypes.keys()].map((type) => [
    type,
    (row: Row, event: Recorded<AnyEvent>, key: string): Row => {
      if (isLeftOut(event, row, key)) return row;
      const now = known(row, event, key);
      const before = isOfLocalChange(event) ? withLocalChange(now, event) : now;
      const told = { ...before.told, [type]: withTold(before.told[type] ?? [], toldFactOf(event)) };
      return { ...before, told, dossierDays: withDay(before.dossierDays, dayOfFact(event)) };
    },
  ]),
);

function withDay(days: readonly string[], day: string): readonly string[] {
  return days.includes(day) ? days : [...days, day].sort();
}
