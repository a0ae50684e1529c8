import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { NetworkRequest } from '#views/network/list';
import { PathId } from '../http/path-id.ts';
import { AsksList, asOf, pageRequest } from './ask.ts';
import { AskViews } from './follow.queries.ts';
import { yesOrNo } from './follow.requests.ts';
import { ofKnownProgramme } from './known-programme.ts';
import { NetworksDto } from './networks.dto.ts';

/** Which networks there are: where a place is free, and who waits. */
@Controller('v1')
export class NetworksController {
  constructor(private readonly bus: QueryBus) {}

  @ApiTags('Netwerken')
  @AsksList(
    'programmes/:id/networks',
    'Networks of the programme: places, waiting list, what is free, and the demand in their region',
    'follow',
  )
  networks(@PathId() id: string, @Query() query: NetworksDto) {
    return this.bus.execute(
      new AskViews(async (views) =>
        ofKnownProgramme(await views.networks.ofProgramme(id, networksAsked(query), asOf(query))),
      ),
    );
  }
}

function networksAsked(query: NetworksDto): NetworkRequest {
  const { region, search, sort } = query;
  const filter = { region, search, free: yesOrNo(query.free), waiting: yesOrNo(query.waiting) };
  return { ...pageRequest(query), filter, sort };
}
