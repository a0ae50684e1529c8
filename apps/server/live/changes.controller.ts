import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Subject } from '#domain/kernel/subject';
import { TokenAuthority } from '#identity/token-authority';
import { May } from '../auth/access.ts';
import { Id } from '../fields/fields.ts';
import { SubjectOf, WholeInQuery } from '../fields/query-fields.ts';
import { badRequest, fieldError } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { LiveChanges } from './live-changes.ts';

const mostOrdinal = 999_999_999_999_999;

export class LiveChangesDto {
  @Id({ optional: true, description: 'Only what belongs to this programme.' })
  programme?: string;
  @SubjectOf()
  subject?: string;
  @WholeInQuery(0, mostOrdinal, 'Begin after this ordinal, such as the `basis.ordinal` of an answer; by default now.')
  after?: string;
}

const example = `retry: 2000

id: 118
event: begin
data: {"log":"0197…","fictitious":false,"after":118}

id: 119
event: change
data: {"ordinal":119,"event":"0197…","type":"trajectory.intake-held.v1","recordedAt":"2026-03-18T09:30:00.000Z","programme":"0197…","subjects":["programme:0197…","trajectory:0197…"]}
`;

/** Live updates (Server-Sent Events). */
@ApiTags('Dienst')
@Controller('v1')
export class ChangesController {
  constructor(
    private readonly live: LiveChanges,
    private readonly tokens: TokenAuthority,
  ) {}

  @Get('changes')
  @May('follow')
  @ApiOperation({
    summary: 'What is recorded, as it happens (Server-Sent Events): each change once, in order, once it can be read',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event; goes before `after`.' })
  @ApiOkResponse({
    description: '`begin`, then `change` for each change, then `end` with a reason. No text that is protected.',
    content: { 'text/event-stream': { schema: { type: 'string' }, example } },
  })
  @ApiBadRequestResponse({ description: 'Everything that is wrong with the question, at once.' })
  @ApiServiceUnavailableResponse({ description: 'Too many readers, or a part is away; come back.' })
  async changes(@Query() query: LiveChangesDto, @Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    if (request.method === 'HEAD') return void response.type('text/event-stream').end();
    const after = lastEventId(request) ?? (query.after === undefined ? undefined : Number(query.after));
    const filter = { programme: query.programme, subject: query.subject as Subject | undefined };
    await this.live.tell(response, { after, filter, until: this.tokens.expiryOf(request.token ?? '') });
  }
}

/** What `EventSource` sends when it comes back; empty before the first event. */
function lastEventId(request: ApiRequest): number | undefined {
  const told = request.headers['last-event-id'];
  if (told === undefined || told === '') return undefined;
  if (typeof told === 'string' && /^\d{1,15}$/.test(told)) return Number(told);
  throw badRequest([fieldError('Last-Event-ID', 'not-a-number', { min: 0, max: mostOrdinal })]);
}
