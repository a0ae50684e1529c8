import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { TokenAuthority, TokenRefused } from '#identity/token-authority';
import { calendarOf } from '#reporting/calendar/calendar';
import { May, Open } from '../auth/access.ts';
import { Engines } from '../engines.ts';
import { text } from '../fields/checks.ts';
import { field } from '../fields/fields.ts';
import { languageOf } from '../http/language.ts';
import { PathId } from '../http/path-id.ts';
import { problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';

const challenge = { 'WWW-Authenticate': 'Bearer realm="samenspel-calendar"' };

class CalendarLinkDto {
  @ApiProperty({ description: 'To be given to a calendar program, which asks it by itself.' })
  address!: string;
}

class CalendarDto {
  @field({ check: text(2_000), api: { type: String }, description: 'What the link of the calendar holds.' })
  link!: string;
}

/** The meetings of a programme in the calendars of those who come: what is moved here, moves there. */
@ApiTags('Bijeenkomsten')
@Controller('v1')
export class CalendarController {
  constructor(
    private readonly engines: Engines,
    private readonly tokens: TokenAuthority,
  ) {}

  @Get('programmes/:id/calendar-link')
  @May('follow')
  @ApiOperation({
    summary: 'The link by which a calendar program follows the meetings; whoever has it sees them, for a year',
  })
  @ApiOkResponse({ type: CalendarLinkDto })
  @ApiNotFoundResponse({ description: 'There is no such programme.' })
  async link(@PathId() id: string): Promise<CalendarLinkDto> {
    const { data } = await this.engines.parts.views.programmes.get(id, {});
    if (!data) throw problem(404, 'not-found');
    return { address: `/v1/calendar?link=${await this.tokens.issueCalendarLink(id)}` };
  }

  @Get('calendar')
  @Open()
  @ApiOperation({ summary: 'The meetings that a calendar link opens, as iCalendar: titles and days, nobody’s names' })
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ApiBadRequestResponse({ description: 'There is no link.' })
  @ApiNotFoundResponse({ description: 'The programme of the link is not there.' })
  @ApiUnauthorizedResponse({ description: 'The link has expired, or is none.' })
  @ApiServiceUnavailableResponse({ description: 'A part is away; a calendar program comes back by itself.' })
  async calendar(@Query() { link }: CalendarDto, @Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    const programme = await this.programmeOf(link);
    const { basis, data } = await this.engines.parts.views.meetings.calendar(programme, {});
    if (!data) throw problem(404, 'not-found');
    const language = languageOf(request.headers['accept-language']);
    const calendar = calendarOf({ ...data, language, at: basis.knownAt, fictitious: basis.fictitious });
    response.set('Cache-Control', 'private, max-age=300').type('text/calendar; charset=utf-8').send(calendar);
  }

  private async programmeOf(link: string): Promise<string> {
    try {
      return await this.tokens.programmeOfCalendarLink(link);
    } catch (error) {
      if (error instanceof TokenRefused) throw problem(401, error.code, {}, { headers: challenge });
      throw error;
    }
  }
}
