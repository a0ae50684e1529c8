import type { NetworkState } from '../network/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { RegisterState } from '../register/state.ts';

/** What was read from other streams for a decision about a trajectory. */
export interface TrajectoryContext {
  readonly programme: ProgrammeState;
  readonly register: RegisterState;
  /** The network that the command names, or else the trajectory's own. */
  readonly network?: NetworkState | undefined;
}
