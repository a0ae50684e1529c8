import { Body, Controller, createParamDecorator, type ExecutionContext, Get, Post, Query, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { TakesPart } from '../auth/access.ts';
import type { Participant } from '../auth/participants.ts';
import { noted, text, textIfAny } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import type { Reply } from '../commands/reply.ts';
import { Sender } from '../commands/sender.ts';
import { RecordsFor } from '../commands/step.ts';
import { languageOf } from '../http/language.ts';
import { PathId } from '../http/path-id.ts';
import { badRequest, fieldError, problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { OwnParts } from './own-part.ts';
import { DatesDto, DoneDto, OwnPartDto } from './taking-part.dto.ts';

/** Who takes part; the guard saw to it. */
const Taker = createParamDecorator((_: unknown, context: ExecutionContext): Participant => {
  const { participant } = context.switchToHttp().getRequest<ApiRequest>();
  if (!participant) throw problem(401, 'link-invalid');
  return participant;
});

/**
 * What somebody who takes part sees and tells, of the own trajectory alone. It is recorded by the same commands as when the
 * lead does so; what is not on the own page does not exist here.
 */
@ApiTags('Meedoen')
@TakesPart()
@Controller('v1/participation')
export class TakingPartController {
  constructor(
    private readonly parts: OwnParts,
    private readonly sender: Sender,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The own page of who takes part: dates to answer, own pledges and actions, own story' })
  @ApiOkResponse({ description: '`{ basis, data }`, of now.' })
  @ApiBadRequestResponse({ description: 'Everything that is wrong with the question, at once.' })
  @ApiNotFoundResponse({ description: 'There is no such trajectory any more.' })
  @ApiServiceUnavailableResponse({ description: '`not-there-yet`: the data are not that far; ask again.' })
  page(@Taker() participant: Participant, @Query() { minPosition }: OwnPartDto, @Req() request: ApiRequest) {
    return this.parts.page(participant, languageOf(request.headers['accept-language']), minPosition);
  }

  @Post('date-polls/:id/answers')
  @RecordsFor('Answer on which of the proposed dates one can come', 200)
  async answer(
    @PathId() id: string,
    @Taker() participant: Participant,
    @Body() body: DatesDto,
    @Meta() meta: CommandMeta,
  ): Promise<Reply> {
    const { part } = await this.parts.rows(participant);
    const poll = part.polls.find((own) => own.poll === id);
    if (!poll) throw problem(404, 'not-found');
    const other = body.possible.find((day) => !poll.dates.includes(day));
    if (other !== undefined) throw badRequest([fieldError('possible', 'date-not-proposed', { day: other })]);
    const { trajectory, organisation, role } = participant;
    const data = { trajectory, organisation, role, possible: [...new Set(body.possible)].sort() };
    const fact = 'date-poll.answered.v1';
    return this.sender.item({ id }, { type: 'answer-date-poll', ...noted(body, meta), item: id, fact, data }, meta);
  }

  @Post('pledges/:id/keepings')
  @RecordsFor('Tell that an own pledge was kept', 200)
  keep(@PathId() id: string, @Taker() participant: Participant, @Body() body: DoneDto, @Meta() meta: CommandMeta) {
    return this.kept('keep-pledge', { id, participant, body, meta });
  }

  @Post('pledges/:id/partial-keepings')
  @RecordsFor('Tell that a part of an own pledge was kept', 200)
  keepPartly(
    @PathId() id: string,
    @Taker() participant: Participant,
    @Body() body: DoneDto,
    @Meta() meta: CommandMeta,
  ) {
    return this.kept('keep-pledge-partly', { id, participant, body, meta });
  }

  @Post('actions/:id/completions')
  @RecordsFor('Tell that an own action was done', 200)
  async complete(
    @PathId() id: string,
    @Taker() participant: Participant,
    @Body() body: DoneDto,
    @Meta() meta: CommandMeta,
  ): Promise<Reply> {
    const { part } = await this.parts.rows(participant);
    if (!part.actions.some(({ action }) => action === id)) throw problem(404, 'not-found');
    const data = body.result === undefined ? {} : { result: text(body.result) };
    const fact = 'action.done.v1';
    return this.sender.item({ id }, { type: 'do-action', ...noted(body, meta), item: id, fact, data }, meta);
  }

  private async kept(type: 'keep-pledge' | 'keep-pledge-partly', { id, participant, body, meta }: Telling) {
    const { part } = await this.parts.rows(participant);
    if (!part.pledges.some(({ pledge }) => pledge === id)) throw problem(404, 'not-found');
    return this.sender.pledge({ id }, { type, ...noted(body, meta), result: textIfAny(body.result) }, meta);
  }
}

interface Telling {
  readonly id: string;
  readonly participant: Participant;
  readonly body: DoneDto;
  readonly meta: CommandMeta;
}
