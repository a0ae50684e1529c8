import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { derivedId } from '#commands/ids';
import type { CommandMeta } from '#log/contract/envelope';
import { text } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { Makes } from '../commands/step.ts';
import { StreamsOf } from '../commands/streams-of.ts';
import { PathId } from '../http/path-id.ts';
import { ComposeGroupDto } from './network.dto.ts';

/** A group of a network has a stream of its own. */
@Controller('v1/networks/:id')
export class NetworkGatheringsController {
  constructor(
    private readonly sender: Sender,
    private readonly streams: StreamsOf,
  ) {}

  @ApiTags('Groepen')
  @Makes('groups', 'Compose a learning group')
  async compose(@PathId() network: string, @Body() body: ComposeGroupDto, @Meta() meta: CommandMeta) {
    const programme = await this.streams.programmeOfNetwork(network);
    const group = derivedId(meta.commandId, 'group');
    const composed = { ...body, group, programme, network, reason: text(body.reason) };
    return this.sender.group({ id: group }, { type: 'compose-group', at: meta.at, ...composed }, meta);
  }
}
