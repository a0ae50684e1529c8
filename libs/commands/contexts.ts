import { validate as isId } from 'uuid';
import type { ItemCommand } from '#domain/dossier/commands';
import { type ItemContext, itemNeedsRegister } from '#domain/dossier/context';
import { item } from '#domain/dossier/decider';
import { itemsNamed, type NamedItem, trajectoriesListed } from '#domain/dossier/named-items';
import type { ItemState } from '#domain/dossier/state';
import type { GroupCommand } from '#domain/group/commands';
import { type GroupContext, group } from '#domain/group/decider';
import type { GroupState } from '#domain/group/state';
import type { ImportCommand } from '#domain/import/commands';
import type { ImportContext } from '#domain/import/decider';
import type { ImportState } from '#domain/import/state';
import { type CorrectionCommand, isCorrection } from '#domain/kernel/corrections';
import type { MeetingCommand } from '#domain/meeting/commands';
import type { MeetingContext } from '#domain/meeting/context';
import { meeting } from '#domain/meeting/decider';
import type { MeetingState } from '#domain/meeting/state';
import type { NetworkContext } from '#domain/network/admission';
import type { NetworkCommand } from '#domain/network/commands';
import { network } from '#domain/network/decider';
import type { NetworkState } from '#domain/network/state';
import type { PledgeCommand } from '#domain/pledge/commands';
import type { PledgeContext } from '#domain/pledge/context';
import type { PledgeState } from '#domain/pledge/state';
import { programme } from '#domain/programme/decider';
import type { ProgrammeState } from '#domain/programme/state';
import { register } from '#domain/register/decider';
import type { RegisterState } from '#domain/register/state';
import { unreadRegister } from '#domain/register/unread';
import type { TrajectoryCommand } from '#domain/trajectory/commands';
import { type TrajectoryContext, trajectoryNeeds } from '#domain/trajectory/context';
import { trajectory } from '#domain/trajectory/decider';
import type { TrajectoryState } from '#domain/trajectory/state';
import type { Repository } from '#log/repository/repository';

/** The register is one stream. */
export const registerId = 'organisations';

/**
 * What a decision needs from other streams, read fresh each time: the expected revision guards only the stream that is
 * written, so nothing here may come from a cache that is not read up to its end.
 */
export class Contexts {
  constructor(private readonly repository: Repository) {}

  async ofNetwork(command: NetworkCommand, state: NetworkState): Promise<NetworkContext> {
    return {
      programme: await this.programme(named(command, 'programme') ?? known(state, 'programme')),
      trajectory: await this.trajectory(named(command, 'trajectory')),
    };
  }

  /**
   * Only what the command needs is read. `within` is the programme of the stream, for a trajectory whose registration was
   * retracted.
   */
  async ofTrajectory(
    command: TrajectoryCommand | CorrectionCommand,
    state: TrajectoryState,
    within?: string,
  ): Promise<TrajectoryContext> {
    const needs = isCorrection(command)
      ? { register: true, network: false, appliedFor: false }
      : trajectoryNeeds(command.type);
    const own = known(state, 'network');
    const asked = named(command, 'network') ?? own;
    const [ofProgramme, ofRegister, ofNetwork, appliedFor] = await Promise.all([
      this.programme(named(command, 'programme') ?? known(state, 'programme') ?? within),
      needs.register ? this.registerState() : unreadRegister,
      needs.network ? this.network(asked) : undefined,
      needs.appliedFor && own !== asked ? this.network(own) : undefined,
    ]);
    return { programme: ofProgramme, register: ofRegister, network: ofNetwork, appliedFor };
  }

  /** `within` is the programme of the stream, for a meeting of which the planning was retracted. */
  async ofMeeting(
    command: MeetingCommand | CorrectionCommand,
    state: MeetingState,
    within?: string,
  ): Promise<MeetingContext> {
    const [ofProgramme, ofNetwork, trajectories] = await Promise.all([
      this.programme(named(command, 'programme') ?? known(state, 'programme') ?? within),
      this.network(named(command, 'network') ?? known(state, 'network')),
      this.trajectories(attendanceIn(command)),
    ]);
    return { programme: ofProgramme, network: ofNetwork, trajectories };
  }

  /** `within` is the programme of the stream, for a pledge of which everything was retracted. */
  async ofPledge(
    command: PledgeCommand | CorrectionCommand,
    state: PledgeState,
    within?: string,
  ): Promise<PledgeContext> {
    const corrected = command.type === 'correct-fact' ? dataIn(command) : {};
    const [ofProgramme, ofRegister, ofTrajectory, ofMeeting] = await Promise.all([
      this.programme(named(command, 'programme') ?? known(state, 'programme') ?? within),
      this.registerState(),
      this.trajectory(named(command, 'trajectory')),
      this.meeting(named(command, 'meeting') ?? named(corrected, 'meeting')),
    ]);
    return { programme: ofProgramme, register: ofRegister, trajectory: ofTrajectory, meeting: ofMeeting };
  }

  /** `within` is the programme of the stream, for an item of which everything was retracted. */
  async ofItem(command: ItemCommand | CorrectionCommand, state: ItemState, within?: string): Promise<ItemContext> {
    const data = dataIn(command);
    const listed = trajectoriesListed(data).map(({ trajectory: id }) => id);
    const [ofProgramme, ofRegister, ofTrajectory, ofNetwork, ofMeeting, ofGroup, ofItems, trajectories] =
      await Promise.all([
        this.programme(named(data, 'programme') ?? known(state, 'programme') ?? within),
        itemNeedsRegister(data) ? this.registerState() : unreadRegister,
        this.trajectory(named(data, 'trajectory') ?? trajectoryMeasuredAfter(data, state)),
        this.network(named(data, 'network')),
        this.meeting(named(data, 'meeting')),
        this.group(named(data, 'group')),
        this.items(itemsNamed(data)),
        this.trajectories(listed),
      ]);
    return {
      programme: ofProgramme,
      register: ofRegister,
      trajectory: ofTrajectory,
      network: ofNetwork,
      meeting: ofMeeting,
      group: ofGroup,
      items: ofItems,
      trajectories,
    };
  }

  async ofGroup(command: GroupCommand, state: GroupState): Promise<GroupContext> {
    return {
      programme: await this.programme(named(command, 'programme') ?? known(state, 'programme')),
      network: await this.network(named(command, 'network') ?? known(state, 'network')),
    };
  }

  /** The networks are those that the rows name by id; a name is for the edge to look up. */
  async ofImport(command: ImportCommand, state: ImportState): Promise<ImportContext> {
    const ids = command.type === 'accept-import' ? new Set(command.rows.map((row) => row.network).filter(isId)) : [];
    const networks = await Promise.all([...ids].map((id) => this.network(id)));
    return {
      programme: await this.programme(named(command, 'programme') ?? known(state, 'programme')),
      register: await this.registerState(),
      networks: networks.filter((of) => of !== undefined),
    };
  }

  async registerState(): Promise<RegisterState> {
    return (await this.repository.fresh(register, registerId)).state;
  }

  private async programme(id: string | undefined): Promise<ProgrammeState> {
    return isReadable(id) ? (await this.repository.fresh(programme, id)).state : programme.initial;
  }

  private async network(id: string | undefined): Promise<NetworkState | undefined> {
    return isReadable(id) ? (await this.repository.fresh(network, id)).state : undefined;
  }

  private async meeting(id: string | undefined): Promise<MeetingState | undefined> {
    return isReadable(id) ? (await this.repository.fresh(meeting, id)).state : undefined;
  }

  private async group(id: string | undefined): Promise<GroupState | undefined> {
    return isReadable(id) ? (await this.repository.fresh(group, id)).state : undefined;
  }

  private async items(all: readonly NamedItem[]): Promise<ReadonlyMap<string, ItemState>> {
    const ids = [...new Set(all.map(({ item: id }) => id))].filter(isId);
    const states = await Promise.all(ids.map((id) => this.repository.fresh(item, id)));
    return new Map(ids.flatMap((id, at) => (states[at] ? [[id, states[at].state] as const] : [])));
  }

  /** Each of them once. */
  private async trajectories(all: readonly string[]): Promise<ReadonlyMap<string, TrajectoryState>> {
    const ids = [...new Set(all)].filter(isReadable);
    const states = await Promise.all(ids.map((id) => this.repository.fresh(trajectory, id)));
    return new Map(ids.flatMap((id, at) => (states[at] ? [[id, states[at].state] as const] : [])));
  }

  private async trajectory(id: string | undefined): Promise<TrajectoryState | undefined> {
    return isReadable(id) ? (await this.repository.fresh(trajectory, id)).state : undefined;
  }
}

/** What a fact is corrected to may name something that is no id: nothing stands under it, and its shape is refused later. */
function isReadable(id: string | undefined): id is string {
  return id !== undefined && isId(id);
}

/** Whose trajectory is measured afterwards, where the item named it before: how long after its completion is judged. */
function trajectoryMeasuredAfter(data: object, state: ItemState): string | undefined {
  if (textAt(data, 'moment') !== 'after' || state.status === 'unknown') return undefined;
  return named(state.begun ?? {}, 'trajectory');
}

/** What a fact says, or is corrected to; the shape is still to be checked. */
function dataIn(command: object): object {
  return 'data' in command && typeof command.data === 'object' && command.data !== null ? command.data : {};
}

/** An id that the command itself names. */
function named(
  command: object,
  field: 'programme' | 'network' | 'trajectory' | 'meeting' | 'group',
): string | undefined {
  return textAt(command, field);
}

/** An id that the state knows from before. */
function known(state: object, field: 'programme' | 'network'): string | undefined {
  return textAt(state, field);
}

function textAt(holder: object, field: string): string | undefined {
  const value: unknown = Object.entries(holder).find(([key]) => key === field)?.[1];
  return typeof value === 'string' ? value : undefined;
}

/** The trajectories that a record of attendance, or a correction of one, names. */
function attendanceIn(command: MeetingCommand | CorrectionCommand): string[] {
  const data: unknown = command.type === 'correct-fact' ? command.data : command;
  if (typeof data !== 'object' || data === null || !('entries' in data) || !Array.isArray(data.entries)) return [];
  return data.entries.flatMap((entry: unknown) => {
    const id = typeof entry === 'object' && entry !== null ? textAt(entry, 'trajectory') : undefined;
    return id === undefined ? [] : [id];
  });
}
