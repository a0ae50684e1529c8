import type { NetworkState } from '../network/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { TrajectoryState } from '../trajectory/state.ts';

/** What was read from other streams for a decision about a meeting. */
export interface MeetingContext {
  readonly programme: ProgrammeState;
  readonly network?: NetworkState | undefined;
  /** Those that a record of attendance names, by id. */
  readonly trajectories: ReadonlyMap<string, TrajectoryState>;
}
