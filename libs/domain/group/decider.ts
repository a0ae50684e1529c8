import { dataOf } from '../kernel/command.ts';
import { type Aggregate, accept, type Decision, never, type Refusal, refuse } from '../kernel/decision.ts';
import type { Recorded } from '../kernel/event.ts';
import { networkUnknown, nothingChanged, programmeUnknown } from '../kernel/refusals.ts';
import { type Subject, subject } from '../kernel/subject.ts';
import { type NetworkState, placeOf } from '../network/state.ts';
import type { ProgrammeState } from '../programme/state.ts';
import type { GroupCommand } from './commands.ts';
import type { GroupEvent } from './events.ts';
import * as refusals from './refusals.ts';
import type { GroupState, KnownGroup } from './state.ts';

export interface GroupContext {
  readonly programme: ProgrammeState;
  readonly network?: NetworkState | undefined;
}

type ComposeGroup = Extract<GroupCommand, { type: 'compose-group' }>;

function decide(command: GroupCommand, state: GroupState, context: GroupContext): Decision<GroupEvent> {
  if (command.type === 'compose-group') {
    const refused = refuseComposition(command, state, context);
    if (refused) return refuse(refused);
    return accept<GroupEvent>([
      { type: 'group.composed.v1', data: dataOf(command), subjects: subjectsOf(command, command.members) },
    ]);
  }
  if (state.status === 'unknown') return refuse(refusals.groupUnknown());
  switch (command.type) {
    case 'recompose-group': {
      const refused = refuseRecomposition(command.members, state, context);
      if (refused) return refuse(refused);
      // Those who leave the group are concerned as much as those who stay or come.
      const concerned = subjectsOf(state, [...new Set([...state.members, ...command.members])]);
      return accept<GroupEvent>([{ type: 'group.recomposed.v1', data: dataOf(command), subjects: concerned }]);
    }
    case 'freeze-group':
      if (state.status === 'frozen') return refuse(nothingChanged());
      return accept<GroupEvent>([
        { type: 'group.frozen.v1', data: dataOf(command), subjects: subjectsOf(state, state.members) },
      ]);
    default:
      return never(command);
  }
}

function refuseComposition(command: ComposeGroup, state: GroupState, context: GroupContext): Refusal | undefined {
  const { programme, network } = context;
  if (state.status !== 'unknown') return refusals.alreadyComposed(command.group);
  if (programme.status === 'unknown' || programme.programme !== command.programme) {
    return programmeUnknown(command.programme);
  }
  const found =
    network?.status === 'open' && network.network === command.network && network.programme === command.programme;
  return found ? refuseMembers(command.members, context) : networkUnknown(command.network);
}

function refuseRecomposition(
  members: readonly string[],
  state: KnownGroup,
  context: GroupContext,
): Refusal | undefined {
  if (state.status === 'frozen') return refusals.groupFrozen(state.group);
  const same = members.length === state.members.length && members.every((m) => state.members.includes(m));
  return refuseMembers(members, context) ?? (same ? nothingChanged() : undefined);
}

function refuseMembers(members: readonly string[], { network }: GroupContext): Refusal | undefined {
  const twice = members.find((member, index) => members.indexOf(member) !== index);
  if (twice !== undefined) return refusals.memberTwice(twice);
  const placeless = members.find((member) => placeOf(network, member).place !== 'given');
  return placeless === undefined ? undefined : refusals.memberWithoutAPlace(placeless);
}

type Group = Pick<KnownGroup, 'programme' | 'network' | 'group'>;

function subjectsOf({ programme, network, group }: Group, members: readonly string[]): Subject[] {
  return [
    subject('programme', programme),
    subject('network', network),
    subject('group', group),
    ...members.map((member) => subject('trajectory', member)),
  ];
}

function evolve(state: GroupState, event: Recorded<GroupEvent>): GroupState {
  if (event.type === 'group.composed.v1') {
    const { group, programme, network, name, members } = event.data;
    return { status: 'composed', group, programme, network, name, members };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'group.recomposed.v1':
      return { ...state, members: event.data.members };
    case 'group.frozen.v1':
      return { ...state, status: 'frozen' };
    default:
      return never(event);
  }
}

/** A learning group of trajectories that have a place; once frozen its composition stands. */
export const group: Aggregate<GroupState, GroupCommand, GroupEvent, GroupContext> = {
  name: 'group',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
