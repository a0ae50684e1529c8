import type { DataOf, Decide } from '../kernel/command.ts';
import type { GroupEvent } from './events.ts';

type Data<T extends GroupEvent['type']> = DataOf<GroupEvent, T>;

export type GroupCommand =
  | Decide<'compose-group', Data<'group.composed.v1'>>
  | Decide<'recompose-group', Data<'group.recomposed.v1'>>
  | Decide<'freeze-group', Data<'group.frozen.v1'>>;
