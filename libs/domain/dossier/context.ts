import type { GroupState } from '../group/state.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { NetworkState } from '../network/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { RegisterState } from '../register/state.ts';
import type { TrajectoryState } from '../trajectory/state.ts';
import { organisationsNamed } from './named-items.ts';
import type { ItemState } from './state.ts';

/** What was read from other streams for a fact about an item: what its data names. */
export interface ItemContext {
  readonly programme: ProgrammeState;
  /** `unreadRegister` where the decision needs none. */
  readonly register: RegisterState;
  readonly trajectory?: TrajectoryState | undefined;
  /** Those that stand in lists, by id. */
  readonly trajectories?: ReadonlyMap<string, TrajectoryState> | undefined;
  readonly network?: NetworkState | undefined;
  readonly meeting?: MeetingState | undefined;
  readonly group?: GroupState | undefined;
  /** The other items that it names, by id. */
  readonly items?: ReadonlyMap<string, ItemState> | undefined;
}

/** Whether what is told of an item, or what it is corrected to, names an organisation that must be in the register. */
export function itemNeedsRegister(data: object): boolean {
  return organisationsNamed(data).length > 0;
}
