import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { alive } from '#operations/http';
import { Open } from '../auth/access.ts';
import { Engines } from '../engines.ts';
import { ApiDocument } from './api-document.ts';

/** What is open to everyone, beside the pages: the description of the API, the health of the service. */
@ApiTags('Dienst')
@Open()
@Controller()
export class ServiceController {
  constructor(
    private readonly engines: Engines,
    private readonly document: ApiDocument,
  ) {}

  @Get('v1/openapi.json')
  @Header('Access-Control-Allow-Origin', '*')
  @ApiOperation({ summary: 'This API, described' })
  @ApiOkResponse({ description: 'An OpenAPI 3 document.' })
  openapi() {
    return this.document.get();
  }

  @Get('v1/health')
  @ApiOperation({ summary: 'Whether the parts can be reached and how far the data are' })
  @ApiOkResponse({ description: 'All parts are there.' })
  @ApiServiceUnavailableResponse({ description: 'A part is away.' })
  async health(@Res({ passthrough: true }) response: Response) {
    const health = await this.engines.health();
    if (health.status !== 'pass') response.status(503).set('Retry-After', '2');
    return health;
  }

  @Get('v1/health/live')
  @ApiOperation({ summary: 'That this server lives: it answers. Start it again when it does not' })
  @ApiOkResponse({ description: 'It lives.' })
  live() {
    return alive;
  }

  @Get('v1/health/ready')
  @ApiOperation({
    summary: 'Whether this server can do its work: log, database, views, clock. Send it nothing when not',
  })
  @ApiOkResponse({ description: 'It can. `checks` says what was found.' })
  @ApiServiceUnavailableResponse({ description: 'It cannot; `checks` says why.' })
  async ready(@Res({ passthrough: true }) response: Response) {
    const report = await this.engines.readiness();
    if (report.status !== 'pass') response.status(503).set('Retry-After', '2');
    return report;
  }
}
