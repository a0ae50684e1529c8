import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { Meta } from '../commands/meta.ts';
import { Makes } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { NewPledges } from './new-pledges.ts';
import { ProgrammePledgeDto, TrajectoryPledgeDto } from './pledge.dto.ts';

/** What was pledged within a trajectory. */
@ApiTags('Toezeggingen')
@Controller('v1/trajectories/:id')
export class TrajectoryPledgesController {
  constructor(private readonly pledges: NewPledges) {}

  @Makes('pledges', 'A pledge was made')
  make(@PathId() id: string, @Body() body: TrajectoryPledgeDto, @Meta() meta: CommandMeta) {
    return this.pledges.ofTrajectory('make-pledge', id, body, meta);
  }

  @Makes('pledge-requests', 'A pledge was asked for')
  ask(@PathId() id: string, @Body() body: TrajectoryPledgeDto, @Meta() meta: CommandMeta) {
    return this.pledges.ofTrajectory('ask-pledge', id, body, meta);
  }
}

/** What any other organisation of the programme pledged. */
@ApiTags('Toezeggingen')
@Controller('v1/programmes/:id')
export class ProgrammePledgesController {
  constructor(private readonly pledges: NewPledges) {}

  @Makes('pledges', 'A pledge was made, by any organisation of the programme')
  make(@PathId() id: string, @Body() body: ProgrammePledgeDto, @Meta() meta: CommandMeta) {
    return this.pledges.ofProgramme('make-pledge', id, body, meta);
  }

  @Makes('pledge-requests', 'A pledge was asked for, of any organisation of the programme')
  ask(@PathId() id: string, @Body() body: ProgrammePledgeDto, @Meta() meta: CommandMeta) {
    return this.pledges.ofProgramme('ask-pledge', id, body, meta);
  }
}
