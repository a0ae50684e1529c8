import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { derivedId } from '#commands/ids';
import type { CommandMeta } from '#log/contract/envelope';
import { noted } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { Makes } from '../commands/step.ts';
import { StreamsOf } from '../commands/streams-of.ts';
import { PathId } from '../http/path-id.ts';
import { PlanMeetingDto } from './meeting.dto.ts';

/** A meeting is of a network, or of the whole programme. It has a stream of its own. */
@ApiTags('Bijeenkomsten')
@Controller('v1')
export class PlanMeetingController {
  constructor(
    private readonly sender: Sender,
    private readonly streams: StreamsOf,
  ) {}

  @Makes('networks/:id/meetings', 'Plan a meeting of the network')
  async ofNetwork(@PathId() network: string, @Body() body: PlanMeetingDto, @Meta() meta: CommandMeta) {
    return this.plan({ programme: await this.streams.programmeOfNetwork(network), network }, body, meta);
  }

  @Makes('programmes/:id/meetings', 'Plan a meeting of the whole programme, such as of its steering group')
  ofProgramme(@PathId() programme: string, @Body() body: PlanMeetingDto, @Meta() meta: CommandMeta) {
    return this.plan({ programme }, body, meta);
  }

  private plan(of: { programme: string; network?: string }, body: PlanMeetingDto, meta: CommandMeta) {
    const meeting = derivedId(meta.commandId, 'meeting');
    const { kind, title, date, status } = body;
    const planned = { ...of, meeting, kind, title, date, status };
    return this.sender.meeting({ id: meeting }, { type: 'plan-meeting', ...noted(body, meta), ...planned }, meta);
  }
}
