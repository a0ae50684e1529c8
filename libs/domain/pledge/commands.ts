import type { DataOf, FromIsOptional, Note } from '../kernel/command.ts';
import type { PledgeEvent } from './events.ts';

type Data<T extends PledgeEvent['type']> = DataOf<PledgeEvent, T>;

/** What an answer to a request adds to it; who pledges and to whom are those who were asked, unless it says otherwise. */
export type Promised = Pick<Data<'pledge.made.v1'>, 'what' | 'due' | 'meeting'> & {
  readonly role?: string | undefined;
  readonly toRole?: string | undefined;
};

export type PledgeCommand =
  | Note<'ask-pledge', Data<'pledge.asked.v1'>>
  | Note<'make-pledge', Data<'pledge.made.v1'>>
  | Note<'promise-pledge', Promised>
  | Note<'keep-pledge-partly', Data<'pledge.partly-kept.v1'>>
  | Note<'keep-pledge', Data<'pledge.kept.v1'>>
  | Note<'postpone-pledge', FromIsOptional<Data<'pledge.postponed.v1'>>>
  | Note<'take-pledge-over', Data<'pledge.taken-over.v1'>>
  | Note<'withdraw-pledge', Data<'pledge.withdrawn.v1'>>
  | Note<'lapse-pledge', Data<'pledge.lapsed.v1'>>;
