import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ItemCommand } from '#domain/dossier/commands';
import type { GroupCommand } from '#domain/group/commands';
import type { CorrectionCommand } from '#domain/kernel/corrections';
import type { MeetingCommand } from '#domain/meeting/commands';
import type { NetworkCommand } from '#domain/network/commands';
import type { PledgeCommand } from '#domain/pledge/commands';
import type { ProgrammeCommand } from '#domain/programme/commands';
import type { RegisterCommand } from '#domain/register/commands';
import type { TrajectoryCommand } from '#domain/trajectory/commands';
import type { CommandMeta } from '#log/contract/envelope';
import {
  ChangeGroup,
  ChangeItem,
  ChangeMeeting,
  ChangeNetwork,
  ChangePledge,
  ChangeProgramme,
  ChangeRegister,
  ChangeTrajectory,
} from './commands.ts';
import type { Reply } from './reply.ts';

/** Where a command goes: to which stream, and the id to answer with when that is not the stream's own. */
export interface Address {
  readonly id: string;
  readonly answer?: string;
}

/** Puts commands on the bus, typed by aggregate. */
@Injectable()
export class Sender {
  constructor(private readonly bus: CommandBus) {}

  /** There is one register; the id is that of the organisation. */
  async register({ id, answer = id }: Address, command: RegisterCommand, meta: CommandMeta): Promise<Reply> {
    return { id: answer, outcome: await this.bus.execute(new ChangeRegister(id, command, meta)) };
  }

  async programme({ id, answer = id }: Address, command: ProgrammeCommand, meta: CommandMeta): Promise<Reply> {
    return { id: answer, outcome: await this.bus.execute(new ChangeProgramme(id, command, meta)) };
  }

  async network({ id, answer = id }: Address, command: NetworkCommand, meta: CommandMeta): Promise<Reply> {
    return { id: answer, outcome: await this.bus.execute(new ChangeNetwork(id, command, meta)) };
  }

  async trajectory(
    { id, answer = id }: Address,
    command: TrajectoryCommand | CorrectionCommand,
    meta: CommandMeta,
  ): Promise<Reply> {
    return { id: answer, outcome: await this.bus.execute(new ChangeTrajectory(id, command, meta)) };
  }

  async meeting(
    { id, answer = id }: Address,
    command: MeetingCommand | CorrectionCommand,
    meta: CommandMeta,
  ): Promise<Reply> {
    return { id: answer, outcome: await this.bus.execute(new ChangeMeeting(id, command, meta)) };
  }

  async pledge(
    { id, answer = id }: Address,
    command: PledgeCommand | CorrectionCommand,
    meta: CommandMeta,
  ): Promise<Reply> {
    return { id: answer, outcome: await this.bus.execute(new ChangePledge(id, command, meta)) };
  }

  async group({ id, answer = id }: Address, command: GroupCommand, meta: CommandMeta): Promise<Reply> {
    return { id: answer, outcome: await this.bus.execute(new ChangeGroup(id, command, meta)) };
  }

  async item(
    { id, answer = id }: Address,
    command: ItemCommand | CorrectionCommand,
    meta: CommandMeta,
  ): Promise<Reply> {
    return { id: answer, outcome: await this.bus.execute(new ChangeItem(id, command, meta)) };
  }
}
