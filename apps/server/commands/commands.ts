import { Command } from '@nestjs/cqrs';
import type { ItemCommand } from '#domain/dossier/commands';
import type { GroupCommand } from '#domain/group/commands';
import type { ImportCommand } from '#domain/import/commands';
import type { CorrectionCommand } from '#domain/kernel/corrections';
import type { MeetingCommand } from '#domain/meeting/commands';
import type { NetworkCommand } from '#domain/network/commands';
import type { PledgeCommand } from '#domain/pledge/commands';
import type { ProgrammeCommand } from '#domain/programme/commands';
import type { RegisterCommand } from '#domain/register/commands';
import type { TrajectoryCommand } from '#domain/trajectory/commands';
import type { CommandMeta } from '#log/contract/envelope';
import type { Outcome } from '#log/repository/outcome';

/** A command on the bus: to which stream, what, and by whom. One class for each aggregate, because Nest routes by class. */
abstract class Change<C> extends Command<Outcome> {
  constructor(
    readonly id: string,
    readonly command: C,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

export class ChangeRegister extends Change<RegisterCommand> {}
export class ChangeProgramme extends Change<ProgrammeCommand> {}
export class ChangeNetwork extends Change<NetworkCommand> {}
export class ChangeTrajectory extends Change<TrajectoryCommand | CorrectionCommand> {}
export class ChangeMeeting extends Change<MeetingCommand | CorrectionCommand> {}
export class ChangePledge extends Change<PledgeCommand | CorrectionCommand> {}
export class ChangeGroup extends Change<GroupCommand> {}
export class ChangeItem extends Change<ItemCommand | CorrectionCommand> {}
export class ChangeImport extends Change<ImportCommand> {}
