import { addByDay } from '#domain/trajectory/course';
import { dayOfFact } from '#domain/trajectory/facts';
import { defineView } from '../engine/view-definition.ts';
import {
  known,
  registered,
  toldOfItems,
  withAttendance,
  withCommitment,
  withCourse,
  withPlace,
  withQuestion,
} from './fold.ts';
import { withLocalChange } from './local-change.ts';
import type { Contact, Judgement, TrajectoryRow } from './row.ts';
import { withSupport } from './support.ts';

/** One row for each trajectory: everything that its progress is computed from. */
export const progressView = defineView<TrajectoryRow>({
  name: 'progress',
  version: 12,
  subject: 'trajectory',
  on: {
    'trajectory.interest-shown.v1': registered,
    'trajectory.applied.v1': registered,
    'trajectory.intake-planned.v1': withCourse,
    'trajectory.intake-moved.v1': withCourse,
    'trajectory.intake-held.v1': withCourse,
    'trajectory.started.v1': withCourse,
    'trajectory.paused.v1': withCourse,
    'trajectory.resumed.v1': withCourse,
    'trajectory.completed.v1': withCourse,
    'trajectory.after-measured.v1': withCourse,
    'trajectory.closed.v1': withCourse,
    'trajectory.withdrawn.v1': withCourse,
    'trajectory.stopped.v1': withCourse,
    'trajectory.passed-on.v1': withCourse,
    'network.place-given.v1': withPlace,
    'network.reservation-lifted.v1': withPlace,
    'network.put-on-waiting-list.v1': withPlace,
    'network.rejected.v1': withPlace,
    'network.referred.v1': withPlace,
    'network.place-freed.v1': withPlace,
    'trajectory.local-change-brought-in.v1': (row, event, key) => withLocalChange(known(row, event, key), event),
    'trajectory.question-brought-in.v1': withQuestion,
    'trajectory.question-sharpened.v1': withQuestion,
    'trajectory.contacted.v1': (row, event, key) => {
      const before = known(row, event, key);
      const { kind, roles } = event.data;
      const contact: Contact = { on: dayOfFact(event, before.contacts), kind, roles, event: event.id };
      return { ...before, contacts: addByDay(before.contacts, contact) };
    },
    'trajectory.lead-judged.v1': (row, event, key) => {
      const before = known(row, event, key);
      const on = dayOfFact(event, before.judgements);
      const judgement: Judgement = { on, judgement: event.data.judgement, event: event.id };
      return { ...before, judgements: addByDay(before.judgements, judgement) };
    },
    'trajectory.support-requested.v1': withSupport,
    'trajectory.support-matched.v1': withSupport,
    'trajectory.support-delivered.v1': withSupport,
    'trajectory.support-completed.v1': withSupport,
    'meeting.attendance-recorded.v2': withAttendance,
    'trajectory.commitment-asked.v1': withCommitment,
    'trajectory.commitment-due-moved.v1': withCommitment,
    'trajectory.commitment-put-on-agenda.v1': withCommitment,
    'trajectory.commitment-given.v1': withCommitment,
    'trajectory.commitment-confirmed.v1': withCommitment,
    'trajectory.commitment-refused.v1': withCommitment,
    'trajectory.commitment-put-under-pressure.v1': withCommitment,
    'trajectory.commitment-pressure-relieved.v1': withCommitment,
    'trajectory.commitment-put-in-question.v1': withCommitment,
    'trajectory.commitment-lapsed.v1': withCommitment,
    'trajectory.commitment-withdrawn.v1': withCommitment,
    'trajectory.commitment-ended.v1': withCommitment,
    ...toldOfItems,
  },
});
