import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { madeWithin } from '../commands/made-within.ts';
import { noted, text } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { Makes, Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { SupportCompletionDto, SupportDeliveryDto, SupportMatchDto, SupportRequestDto } from './trajectory.dto.ts';

/** Local support: asked for, matched with an expert, delivered in minutes, completed. */
@ApiTags('Deelnames')
@Controller('v1/trajectories/:id/support-requests')
export class SupportController {
  constructor(private readonly sender: Sender) {}

  @Makes('', 'Local support was asked for')
  request(@PathId() id: string, @Body() body: SupportRequestDto, @Meta() meta: CommandMeta) {
    return madeWithin({ name: 'support', within: id }, meta, (support) => {
      const asked = { support, request: text(body.request) };
      const to = { id, answer: support };
      return this.sender.trajectory(to, { type: 'request-support', ...noted(body, meta), ...asked }, meta);
    });
  }

  @Step(':support/matches', 'An expert was found')
  match(
    @PathId() id: string,
    @PathId('support') support: string,
    @Body() body: SupportMatchDto,
    @Meta() meta: CommandMeta,
  ) {
    const { expert, plannedMinutes } = body;
    const matched = { support, expert, plannedMinutes };
    return this.sender.trajectory({ id }, { type: 'match-support', ...noted(body, meta), ...matched }, meta);
  }

  @Step(':support/deliveries', 'Support was delivered')
  deliver(
    @PathId() id: string,
    @PathId('support') support: string,
    @Body() body: SupportDeliveryDto,
    @Meta() meta: CommandMeta,
  ) {
    const delivered = { support, minutes: body.minutes };
    return this.sender.trajectory({ id }, { type: 'deliver-support', ...noted(body, meta), ...delivered }, meta);
  }

  @Step(':support/completions', 'The support was completed')
  complete(
    @PathId() id: string,
    @PathId('support') support: string,
    @Body() body: SupportCompletionDto,
    @Meta() meta: CommandMeta,
  ) {
    const completed = { support, result: text(body.result) };
    return this.sender.trajectory({ id }, { type: 'complete-support', ...noted(body, meta), ...completed }, meta);
  }
}
