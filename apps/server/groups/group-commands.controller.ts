import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { text } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { ReasonDto } from '../commands/shared.dto.ts';
import { Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { RecompositionDto } from './group.dto.ts';

@ApiTags('Groepen')
@Controller('v1/groups/:id')
export class GroupCommandsController {
  constructor(private readonly sender: Sender) {}

  @Step('recompositions', 'Compose the group anew')
  recompose(@PathId() id: string, @Body() body: RecompositionDto, @Meta() meta: CommandMeta) {
    const composed = { members: body.members, reason: text(body.reason) };
    return this.sender.group({ id }, { type: 'recompose-group', at: meta.at, ...composed }, meta);
  }

  @Step('freezes', 'Freeze the group: from here on the composition stands')
  freeze(@PathId() id: string, @Body() body: ReasonDto, @Meta() meta: CommandMeta) {
    return this.sender.group({ id }, { type: 'freeze-group', at: meta.at, reason: text(body.reason) }, meta);
  }
}
