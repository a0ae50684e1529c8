import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { PathId } from '../http/path-id.ts';
import { AsksList, asOf, pageRequest } from './ask.ts';
import {
  FindOrganisations,
  ListCommitments,
  ListMeetings,
  ListProgrammes,
  ListProgress,
  ListReportRuns,
} from './queries.ts';
import { AsOfDto, CommitmentsDto, OrganisationsDto, ProgressDto } from './query.dto.ts';

@Controller('v1')
export class ListsController {
  constructor(private readonly bus: QueryBus) {}

  @ApiTags("Programma's")
  @AsksList('programmes', 'All programmes', 'follow')
  programmes(@Query() query: AsOfDto) {
    return this.bus.execute(new ListProgrammes(asOf(query)));
  }

  @ApiTags('Deelnames')
  @AsksList('programmes/:id/progress', 'How each trajectory of the programme stands', 'follow')
  progress(@PathId() id: string, @Query() query: ProgressDto) {
    const { network, participation, category, sort } = query;
    const request = { ...pageRequest(query), filter: { network, participation, category }, sort };
    return this.bus.execute(new ListProgress(id, request, asOf(query)));
  }

  @ApiTags('Commitment')
  @AsksList('programmes/:id/commitments', 'Commitments of all layers of all trajectories', 'follow')
  commitments(@PathId() id: string, @Query() query: CommitmentsDto) {
    const { layer, step, trajectory } = query;
    const request = { ...pageRequest(query), filter: { layer, step, trajectory } };
    return this.bus.execute(new ListCommitments(id, request, asOf(query)));
  }

  @ApiTags('Bijeenkomsten')
  @AsksList('programmes/:id/meetings', 'Meetings of the programme, by date', 'follow')
  meetings(@PathId() id: string, @Query() query: AsOfDto) {
    return this.bus.execute(new ListMeetings(id, asOf(query)));
  }

  @ApiTags('Rapporten')
  @AsksList('programmes/:id/report-runs', 'Reports that went out on schedule', 'report')
  reportRuns(@PathId() id: string, @Query() query: AsOfDto) {
    return this.bus.execute(new ListReportRuns(id, asOf(query)));
  }

  @ApiTags('Deelnames')
  @AsksList('organisations', 'The organisation register', 'follow')
  organisations(@Query() query: OrganisationsDto) {
    const { cbs, on, search } = query;
    return this.bus.execute(new FindOrganisations({ ...pageRequest(query), cbs, on, search }, asOf(query)));
  }
}
