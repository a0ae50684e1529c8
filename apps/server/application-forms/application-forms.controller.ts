import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
} from '@nestjs/swagger';
import { Open } from '../auth/access.ts';
import type { Reply } from '../commands/reply.ts';
import { RecordsFor } from '../commands/step.ts';
import { languageOf } from '../http/language.ts';
import { PathId } from '../http/path-id.ts';
import type { ApiRequest } from '../http/request.ts';
import { ApplicantsDto, FindApplicantDto, FormApplicationDto, FormDto } from './application-form.dto.ts';
import { ApplicationForms } from './application-forms.ts';
import { Applications } from './applications.ts';

/** Applying without signing in, where the lead opened a form for it. */
@ApiTags('Meedoen')
@Open()
@Controller('v1/public')
export class ApplicationFormsController {
  constructor(
    private readonly forms: ApplicationForms,
    private readonly applications: Applications,
  ) {}

  @Get('programmes/:id/application-form')
  @ApiOperation({ summary: 'The form by which one applies to a programme; without signing in' })
  @ApiOkResponse({ type: FormDto })
  @ApiNotFoundResponse({ description: 'No form is open here; whether there is such a programme is not told.' })
  @ApiServiceUnavailableResponse({ description: 'A part is away; ask again.' })
  form(@PathId() id: string, @Req() request: ApiRequest): Promise<FormDto> {
    return this.forms.get(id, languageOf(request.headers['accept-language']));
  }

  @Get('organisations')
  @ApiOperation({ summary: 'Municipalities and provinces of today, at most ten of each; without signing in' })
  @ApiOkResponse({ type: ApplicantsDto })
  @ApiBadRequestResponse({ description: 'Everything that is wrong with the question, at once.' })
  @ApiServiceUnavailableResponse({ description: 'A part is away; ask again.' })
  organisations(@Query() { search }: FindApplicantDto): Promise<ApplicantsDto> {
    return this.forms.applicants(search);
  }

  @Post('programmes/:id/applications')
  @RecordsFor('Apply by an open form; without signing in', 201)
  @ApiNotFoundResponse({ description: 'There is no such form here.' })
  @ApiTooManyRequestsResponse({ description: 'Too much came in within an hour.' })
  apply(@PathId() id: string, @Body() body: FormApplicationDto, @Req() request: ApiRequest): Promise<Reply> {
    return this.applications.apply(id, body, request);
  }
}
