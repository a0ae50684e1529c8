import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { derivedId } from '#commands/ids';
import type { Organisation } from '#domain/register/events';
import type { CommandMeta } from '#log/contract/envelope';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { Makes, Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { OrganisationDto } from './organisation.dto.ts';

/** Associations, suppliers, and whoever else the source of the register does not list. */
@ApiTags('Partijen')
@Controller('v1/organisations')
export class OrganisationsController {
  constructor(private readonly sender: Sender) {}

  @Makes('', 'Add an organisation to the register')
  add(@Body() body: OrganisationDto, @Meta() meta: CommandMeta) {
    const id = derivedId(meta.commandId, 'organisation');
    return this.sender.register({ id }, { type: 'add-organisation', at: meta.at, ...organisationOf(id, body) }, meta);
  }

  @Step(':id/changes', 'Change an organisation that was added: its name, its last day, who came after it')
  change(@PathId() id: string, @Body() body: OrganisationDto, @Meta() meta: CommandMeta) {
    const changed = organisationOf(id, body);
    return this.sender.register({ id }, { type: 'change-organisation', at: meta.at, ...changed }, meta);
  }
}

function organisationOf(id: string, { successors = [], ...said }: OrganisationDto): Organisation {
  return { id, ...said, successors };
}
