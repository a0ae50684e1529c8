import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { PathId } from '../http/path-id.ts';
import { AsksList, asOf, pageRequest } from './ask.ts';
import { FindOrganisations, ListProgrammes, ListReportRuns } from './queries.ts';
import { AsOfDto, OrganisationsDto } from './query.dto.ts';

@Controller('v1')
export class ListsController {
  constructor(private readonly bus: QueryBus) {}

  @ApiTags("Programma's")
  @AsksList('programmes', 'All programmes', 'follow')
  programmes(@Query() query: AsOfDto) {
    return this.bus.execute(new ListProgrammes(asOf(query)));
  }

  @ApiTags('Rapporten')
  @AsksList('programmes/:id/report-runs', 'Reports that went out on schedule', 'report')
  reportRuns(@PathId() id: string, @Query() query: AsOfDto) {
    return this.bus.execute(new ListReportRuns(id, asOf(query)));
  }

  @ApiTags('Deelnames')
  @AsksList('organisations', 'The organisation register', 'follow')
  organisations(@Query() query: OrganisationsDto) {
    const { cbs, kind, on, search, province } = query;
    const asked = { ...pageRequest(query), cbs, kind, on, search, province };
    return this.bus.execute(new FindOrganisations(asked, asOf(query)));
  }
}
