import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { common } from '#domain/dossier/kinds/common';
import type { DossierRequest } from '#views/dossier/queries';
import { PathId } from '../http/path-id.ts';
import { AsksList, asOf, pageRequest } from './ask.ts';
import { DossierDto } from './dossier.dto.ts';
import { AskViews } from './follow.queries.ts';
import { yesOrNo } from './follow.requests.ts';
import { ofKnownProgramme } from './known-programme.ts';

/** Everything in the dossier of a programme, of whatever kind. */
@Controller('v1')
export class DossierListController {
  constructor(private readonly bus: QueryBus) {}

  @ApiTags(common.heading)
  @AsksList('programmes/:id/dossier', 'Items of the dossier, of every kind: where they are and what is late', 'follow')
  dossier(@PathId() id: string, @Query() query: DossierDto) {
    return this.bus.execute(
      new AskViews(async (views) =>
        ofKnownProgramme(await views.dossier.ofProgramme(id, dossierAsked(query), asOf(query))),
      ),
    );
  }
}

function dossierAsked(query: DossierDto): DossierRequest {
  const { kind, step, publication, trajectory, network, meeting, group, title, search, province, sort } = query;
  const open = yesOrNo(query.open);
  const late = yesOrNo(query.late);
  const filter = { kind, step, trajectory, network, meeting, group, title, search, province, publication, late, open };
  return { ...pageRequest(query), filter, sort };
}
