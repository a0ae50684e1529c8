import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { PathId } from '../http/path-id.ts';
import { AsksFile, Reader } from './ask.ts';
import { GetManagementReport, type Reading } from './queries.ts';
import { ManagementReportDto } from './query.dto.ts';

@ApiTags('Rapporten')
@Controller('v1/programmes/:id/reports')
export class ReportsController {
  constructor(private readonly bus: QueryBus) {}

  @ApiOkResponse({
    description: 'The report, stamped with its ordinal.',
    content: {
      'application/json': { schema: { type: 'object', additionalProperties: true } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @AsksFile('management', 'The management report of a programme', 'report')
  async management(
    @PathId() id: string,
    @Query() { format = 'json', on, ordinal, minPosition }: ManagementReportDto,
    @Reader() { language }: Reading,
    @Res() response: Response,
  ): Promise<void> {
    const knownAt = ordinal === undefined ? undefined : { ordinal: Number(ordinal) };
    const asked = new GetManagementReport(id, format, language, { knownAt, validOn: on, minPosition });
    const report = await this.bus.execute(asked);
    response.set('Samenspel-Ordinal', String(report.ordinal));
    if (format === 'csv')
      response.set('Content-Disposition', `attachment; filename="managementrapportage-${report.ordinal}.csv"`);
    response.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json').send(report.bytes);
  }
}
