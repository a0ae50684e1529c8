import { Controller, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { PathId } from '../http/path-id.ts';
import { AsksFile, Reader } from './ask.ts';
import { GetManagementReport, GetReportRun, type Reading } from './queries.ts';
import { ManagementReportDto } from './query.dto.ts';

@ApiTags('Rapporten')
@Controller('v1/programmes/:id')
export class ReportsController {
  constructor(private readonly bus: QueryBus) {}

  @ApiOkResponse({
    description: 'The report, stamped with its ordinal.',
    content: {
      'application/json': { schema: { type: 'object', additionalProperties: true } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @AsksFile('reports/management', 'The management report of a programme', 'report')
  async management(
    @PathId() id: string,
    @Query() { format = 'json', on, ordinal, minPosition }: ManagementReportDto,
    @Reader() { language }: Reading,
    @Res() response: Response,
  ): Promise<void> {
    const knownAt = ordinal === undefined ? undefined : { ordinal: Number(ordinal) };
    const asked = new GetManagementReport(id, format, language, { knownAt, validOn: on, minPosition });
    const report = await this.bus.execute(asked);
    // Statuses are of a day: the ordinal alone would be asked again for the day on which the log came to it.
    const again = `ordinal=${report.ordinal}&on=${report.validOn}&format=${format}`;
    response.set('Samenspel-Ordinal', String(report.ordinal));
    response.set('Content-Location', `/v1/programmes/${id}/reports/management?${again}`);
    if (format === 'csv')
      response.set('Content-Disposition', `attachment; filename="managementrapportage-${report.ordinal}.csv"`);
    response.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json').send(report.bytes);
  }

  @ApiOkResponse({ description: 'The report, byte for byte as it was made.' })
  @AsksFile('report-runs/:schedule/:due', 'A report that went out on schedule', 'report')
  async run(
    @PathId() id: string,
    @PathId('schedule') schedule: string,
    @Param('due') due: string,
    @Res() response: Response,
  ): Promise<void> {
    const report = await this.bus.execute(new GetReportRun(id, schedule, due));
    response.set('Samenspel-Ordinal', String(report.ordinal)).type('application/json').send(report.bytes);
  }
}
