import type { DataOf, FromIsOptional, Note } from '../kernel/command.ts';
import type { CommitmentCommand } from './commitment-commands.ts';
import type { TrajectoryEvent } from './events.ts';

type Data<T extends TrajectoryEvent['type']> = DataOf<TrajectoryEvent, T>;

/** From interest to closing. */
export type ParticipationCommand =
  | Note<'show-interest', Data<'trajectory.interest-shown.v1'>>
  | Note<'apply', Data<'trajectory.applied.v1'>>
  | Note<'plan-intake', Data<'trajectory.intake-planned.v1'>>
  | Note<'move-intake', FromIsOptional<Data<'trajectory.intake-moved.v1'>>>
  | Note<'hold-intake', Data<'trajectory.intake-held.v1'>>
  | Note<'start', Data<'trajectory.started.v1'>>
  | Note<'pause', Data<'trajectory.paused.v1'>>
  | Note<'resume', Data<'trajectory.resumed.v1'>>
  | Note<'complete', Data<'trajectory.completed.v1'>>
  | Note<'measure-afterwards', Data<'trajectory.after-measured.v1'>>
  | Note<'close', Data<'trajectory.closed.v1'>>
  | Note<'withdraw', Data<'trajectory.withdrawn.v1'>>
  | Note<'stop', Data<'trajectory.stopped.v1'>>
  | Note<'pass-on', Data<'trajectory.passed-on.v1'>>;

/** What a trajectory is about and what is done for it. */
export type ContentCommand =
  | Note<'bring-in-local-change', Data<'trajectory.local-change-brought-in.v1'>>
  | Note<'bring-in-question', Data<'trajectory.question-brought-in.v1'>>
  | Note<'sharpen-question', Data<'trajectory.question-sharpened.v1'>>
  | Note<'record-contact', Data<'trajectory.contacted.v1'>>
  | Note<'judge', Data<'trajectory.lead-judged.v1'>>
  | Note<'request-support', Data<'trajectory.support-requested.v1'>>
  | Note<'match-support', Data<'trajectory.support-matched.v1'>>
  | Note<'deliver-support', Data<'trajectory.support-delivered.v1'>>
  | Note<'complete-support', Data<'trajectory.support-completed.v1'>>;

export type TrajectoryCommand = ParticipationCommand | ContentCommand | CommitmentCommand;
