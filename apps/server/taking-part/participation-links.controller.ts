import { Body, Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import type { Answer } from '#views/query/as-of';
import type { Views } from '#views/views';
import { May } from '../auth/access.ts';
import { actorOf } from '../auth/participants.ts';
import { Meta } from '../commands/meta.ts';
import { Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { AsksList, asOf } from '../queries/ask.ts';
import { AskViews } from '../queries/follow.queries.ts';
import { AsOfDto } from '../queries/query.dto.ts';
import { ParticipationLinks } from './participation-links.ts';
import { LinkDto, LinkMailDto } from './taking-part.dto.ts';

/** Access for those who take part, as the lead gives it. */
@ApiTags('Meedoen')
@Controller('v1')
export class ParticipationLinksController {
  constructor(
    private readonly links: ParticipationLinks,
    private readonly bus: QueryBus,
  ) {}

  @AsksList(
    'trajectories/:id/participation-accesses',
    'Who was given access, until when, and whether it holds',
    'follow',
  )
  accesses(@PathId() id: string, @Query() query: AsOfDto): Promise<Answer<unknown>> {
    return this.bus.execute(new AskViews((views) => this.given(views, id, query)));
  }

  /** With the actor under whom everything stands that was done by it: what `actor` of the changes asks for. */
  private async given(views: Views, id: string, query: AsOfDto): Promise<Answer<unknown>> {
    const { basis, data } = await views.takingPart.accesses(id, asOf(query));
    const items = data?.items.map((given) => ({ ...given, actor: actorOf(given.access) }));
    return { basis, data: items && { items, total: items.length } };
  }

  @Get('participation-accesses/:id/link')
  @May('change')
  @ApiOperation({
    summary: 'The link of an access: whoever has it takes part, until its last day or until it is revoked',
  })
  @ApiOkResponse({ type: LinkDto })
  @ApiNotFoundResponse({ description: 'There is no such access.' })
  @ApiConflictResponse({ description: 'It has expired or was revoked.' })
  link(@PathId() id: string): Promise<LinkDto> {
    return this.links.of(id);
  }

  @Step('participation-accesses/:id/link-mails', 'Send the link by mail, and record that it was sent')
  mail(@PathId() id: string, @Body() body: LinkMailDto, @Meta() meta: CommandMeta) {
    return this.links.mail(id, body, meta);
  }
}
