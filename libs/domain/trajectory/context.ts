import type { NetworkState } from '../network/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { RegisterState } from '../register/state.ts';
import type { TrajectoryCommand } from './commands.ts';

/** What was read from other streams for a decision about a trajectory. */
export interface TrajectoryContext {
  readonly programme: ProgrammeState;
  /** `unreadRegister` where the decision needs none. */
  readonly register: RegisterState;
  /** The network that the command names, or else the trajectory's own; undefined where the decision needs none. */
  readonly network?: NetworkState | undefined;
  /** The network that it applied for before, where the command names another one. */
  readonly appliedFor?: NetworkState | undefined;
}

/** What a decision needs besides the programme. */
export interface TrajectoryNeeds {
  readonly register: boolean;
  readonly network: boolean;
  readonly appliedFor?: boolean;
}

const nothing: TrajectoryNeeds = { register: false, network: false };

/** Each reading is of the very moment and costs as much as the recording, so what is not looked at is not read. */
const needs: { readonly [Type in TrajectoryCommand['type']]?: TrajectoryNeeds } = {
  'show-interest': { register: true, network: true },
  apply: { register: true, network: true, appliedFor: true },
  start: { register: false, network: true },
  'pass-on': { register: true, network: false },
};

/** What is read for a decision about a trajectory; what a correction is judged by, depends on the fact. */
export function trajectoryNeeds(type: TrajectoryCommand['type']): TrajectoryNeeds {
  return needs[type] ?? nothing;
}
