import { Controller, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { common } from '#domain/dossier/kinds/common';
import { PathId } from '../http/path-id.ts';
import { AsksOne, asOf } from './ask.ts';
import { type DetailKind, GetDetail } from './queries.ts';
import { AsOfDto } from './query.dto.ts';

/** One thing each; the answer carries the `ETag` that a command can be made conditional on. */
@Controller('v1')
export class DetailsController {
  constructor(private readonly bus: QueryBus) {}

  @ApiTags("Programma's")
  @AsksOne('programmes/:id', 'A programme: period, client, template, networks, meetings, schedules', 'follow')
  programme(@PathId() id: string, @Query() query: AsOfDto, @Res({ passthrough: true }) response: Response) {
    return this.detail('programme', id, query, response);
  }

  @ApiTags('Netwerken')
  @AsksOne('networks/:id', 'A network: places, waiting list, proposals', 'follow')
  network(@PathId() id: string, @Query() query: AsOfDto, @Res({ passthrough: true }) response: Response) {
    return this.detail('network', id, query, response);
  }

  @ApiTags('Deelnames')
  @AsksOne('trajectories/:id', 'A trajectory: status, milestones, commitments, questions, support', 'inspect')
  trajectory(@PathId() id: string, @Query() query: AsOfDto, @Res({ passthrough: true }) response: Response) {
    return this.detail('trajectory', id, query, response);
  }

  @ApiTags('Bijeenkomsten')
  @AsksOne('meetings/:id', 'A meeting: date, status, attendance', 'follow')
  meeting(@PathId() id: string, @Query() query: AsOfDto, @Res({ passthrough: true }) response: Response) {
    return this.detail('meeting', id, query, response);
  }

  @ApiTags('Groepen')
  @AsksOne('groups/:id', 'A group and its members', 'follow')
  group(@PathId() id: string, @Query() query: AsOfDto, @Res({ passthrough: true }) response: Response) {
    return this.detail('group', id, query, response);
  }

  @ApiTags('Toezeggingen')
  @AsksOne('pledges/:id', 'A pledge: by whom, to whom, by when, and what became of it', 'follow')
  pledge(@PathId() id: string, @Query() query: AsOfDto, @Res({ passthrough: true }) response: Response) {
    return this.detail('pledge', id, query, response);
  }

  @ApiTags(common.heading)
  @AsksOne('dossier-items/:id', 'An item of the dossier: what it is, where it is, every fact, what names it', 'follow')
  item(@PathId() id: string, @Query() query: AsOfDto, @Res({ passthrough: true }) response: Response) {
    return this.detail('item', id, query, response);
  }

  @ApiTags('Import')
  @AsksOne('imports/:id', 'An import, and whether all of its lines are recorded', 'inspect')
  import(@PathId() id: string, @Query() query: AsOfDto, @Res({ passthrough: true }) response: Response) {
    return this.detail('import', id, query, response);
  }

  private async detail(kind: DetailKind, id: string, query: AsOfDto, response: Response) {
    const { answer, revision } = await this.bus.execute(new GetDetail(kind, id, asOf(query)));
    if (revision !== undefined) response.set('ETag', `"${revision}"`);
    return answer;
  }
}
