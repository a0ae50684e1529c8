import type { DataOf, FromIsOptional, Note } from '../kernel/command.ts';
import type { CommitmentEvent } from './commitment-events.ts';

type Data<T extends CommitmentEvent['type']> = DataOf<CommitmentEvent, T>;

/** What one layer of the organisation was asked, gave, confirmed or took back. */
export type CommitmentCommand =
  | Note<'ask-commitment', Data<'trajectory.commitment-asked.v1'>>
  | Note<'move-commitment-due', FromIsOptional<Data<'trajectory.commitment-due-moved.v1'>>>
  | Note<'put-commitment-on-agenda', Data<'trajectory.commitment-put-on-agenda.v1'>>
  | Note<'give-commitment', Data<'trajectory.commitment-given.v1'>>
  | Note<'confirm-commitment', Data<'trajectory.commitment-confirmed.v1'>>
  | Note<'refuse-commitment', Data<'trajectory.commitment-refused.v1'>>
  | Note<'put-commitment-under-pressure', Data<'trajectory.commitment-put-under-pressure.v1'>>
  | Note<'relieve-commitment-pressure', Data<'trajectory.commitment-pressure-relieved.v1'>>
  | Note<'put-commitment-in-question', Data<'trajectory.commitment-put-in-question.v1'>>
  | Note<'lapse-commitment', Data<'trajectory.commitment-lapsed.v1'>>
  | Note<'withdraw-commitment', Data<'trajectory.commitment-withdrawn.v1'>>
  | Note<'end-commitment', Data<'trajectory.commitment-ended.v1'>>;
