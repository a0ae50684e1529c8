import { Controller, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { Meta } from '../commands/meta.ts';
import type { Reply } from '../commands/reply.ts';
import { Makes } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { DryRunDto, ImportOptionsDto } from './import.dto.ts';
import { Imports } from './imports.ts';

@ApiTags('Import')
@Controller('v1/programmes/:id/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Makes('', 'Take in applications from a CSV file: all of it or nothing')
  @ApiConsumes('text/csv')
  @ApiBody({
    description:
      'UTF-8; columns `gemeentecode;netwerk;aangemeld_op;contactrol;categorie;vraag`, the last two may be left out.',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiOkResponse({ type: DryRunDto, description: 'The file is right; nothing was recorded.' })
  async take(
    @PathId() programme: string,
    @Query() options: ImportOptionsDto,
    @Meta() meta: CommandMeta,
    @Req() request: ApiRequest,
  ): Promise<Reply | DryRunDto> {
    if (!Buffer.isBuffer(request.body)) throw problem(400, 'body-missing');
    if (options.dryRun !== 'true') return this.imports.take(programme, request.body, meta);
    request.res?.status(200);
    return this.imports.check(programme, request.body, meta);
  }
}
