import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Engines } from '../engines.ts';
import {
  ChangeGroup,
  ChangeImport,
  ChangeItem,
  ChangeMeeting,
  ChangeNetwork,
  ChangePledge,
  ChangeProgramme,
  ChangeRegister,
  ChangeTrajectory,
} from './commands.ts';

@CommandHandler(ChangeRegister)
export class ChangeRegisterHandler implements ICommandHandler<ChangeRegister> {
  constructor(private readonly engines: Engines) {}
  execute({ command, meta }: ChangeRegister) {
    return this.engines.parts.useCases.register(command, meta);
  }
}

@CommandHandler(ChangeProgramme)
export class ChangeProgrammeHandler implements ICommandHandler<ChangeProgramme> {
  constructor(private readonly engines: Engines) {}
  execute({ id, command, meta }: ChangeProgramme) {
    return this.engines.parts.useCases.programme(id, command, meta);
  }
}

@CommandHandler(ChangeNetwork)
export class ChangeNetworkHandler implements ICommandHandler<ChangeNetwork> {
  constructor(private readonly engines: Engines) {}
  execute({ id, command, meta }: ChangeNetwork) {
    return this.engines.parts.useCases.network(id, command, meta);
  }
}

@CommandHandler(ChangeTrajectory)
export class ChangeTrajectoryHandler implements ICommandHandler<ChangeTrajectory> {
  constructor(private readonly engines: Engines) {}
  execute({ id, command, meta }: ChangeTrajectory) {
    return this.engines.parts.useCases.trajectory(id, command, meta);
  }
}

@CommandHandler(ChangeMeeting)
export class ChangeMeetingHandler implements ICommandHandler<ChangeMeeting> {
  constructor(private readonly engines: Engines) {}
  execute({ id, command, meta }: ChangeMeeting) {
    return this.engines.parts.useCases.meeting(id, command, meta);
  }
}

@CommandHandler(ChangePledge)
export class ChangePledgeHandler implements ICommandHandler<ChangePledge> {
  constructor(private readonly engines: Engines) {}
  execute({ id, command, meta }: ChangePledge) {
    return this.engines.parts.useCases.pledge(id, command, meta);
  }
}

@CommandHandler(ChangeGroup)
export class ChangeGroupHandler implements ICommandHandler<ChangeGroup> {
  constructor(private readonly engines: Engines) {}
  execute({ id, command, meta }: ChangeGroup) {
    return this.engines.parts.useCases.group(id, command, meta);
  }
}

@CommandHandler(ChangeItem)
export class ChangeItemHandler implements ICommandHandler<ChangeItem> {
  constructor(private readonly engines: Engines) {}
  execute({ id, command, meta }: ChangeItem) {
    return this.engines.parts.useCases.item(id, command, meta);
  }
}

@CommandHandler(ChangeImport)
export class ChangeImportHandler implements ICommandHandler<ChangeImport> {
  constructor(private readonly engines: Engines) {}
  execute({ id, command, meta }: ChangeImport) {
    return this.engines.parts.useCases.import(id, command, meta);
  }
}

/** All of them, for the module. */
export const commandHandlers = [
  ChangeRegisterHandler,
  ChangeProgrammeHandler,
  ChangeNetworkHandler,
  ChangeTrajectoryHandler,
  ChangeMeetingHandler,
  ChangePledgeHandler,
  ChangeGroupHandler,
  ChangeItemHandler,
  ChangeImportHandler,
];
