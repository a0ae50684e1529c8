import type { MeetingState } from '../meeting/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { RegisterState } from '../register/state.ts';
import type { TrajectoryState } from '../trajectory/state.ts';

/** What was read from other streams for a decision about a pledge. */
export interface PledgeContext {
  readonly programme: ProgrammeState;
  readonly register: RegisterState;
  /** The trajectory that the command names, or else the pledge's own. */
  readonly trajectory?: TrajectoryState | undefined;
  /** The meeting in which the command says that it was asked or made. */
  readonly meeting?: MeetingState | undefined;
}
