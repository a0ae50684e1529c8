import { Injectable } from '@nestjs/common';
import { derivedId } from '#commands/ids';
import { trajectoryUnknown } from '#domain/kernel/refusals';
import type { CommandMeta } from '#log/contract/envelope';
import { noted, text } from '../commands/mapping.ts';
import { Organisations } from '../commands/organisations.ts';
import { refusal } from '../commands/reply.interceptor.ts';
import type { Reply } from '../commands/reply.ts';
import { Sender } from '../commands/sender.ts';
import { Engines } from '../engines.ts';
import type { ProgrammePledgeDto, TrajectoryPledgeDto } from './pledge.dto.ts';

/** How a pledge begins: somebody asks for it, or it is made without having been asked for. */
export type Beginning = 'ask-pledge' | 'make-pledge';

/** Pledges that are new, each with a stream of its own. */
@Injectable()
export class NewPledges {
  constructor(
    private readonly engines: Engines,
    private readonly sender: Sender,
    private readonly organisations: Organisations,
  ) {}

  /** @throws Problem 404 `trajectory-unknown`; 422 `organisation-unknown`, about the field. */
  async ofTrajectory(
    beginning: Beginning,
    trajectory: string,
    body: TrajectoryPledgeDto,
    meta: CommandMeta,
  ): Promise<Reply> {
    const state = await this.engines.parts.useCases.trajectoryState(trajectory);
    if (state.status === 'unknown') {
      throw refusal({ outcome: 'refused', refusal: trajectoryUnknown(trajectory) }, { id: trajectory });
    }
    const named = body.organisation;
    const organisation =
      named === undefined ? state.organisation : await this.organisations.idOf('organisation', named, body.occurredOn);
    return this.begin(beginning, { programme: state.programme, trajectory, organisation }, body, meta);
  }

  /** @throws Problem 422 `organisation-unknown`, about the field. */
  async ofProgramme(
    beginning: Beginning,
    programme: string,
    body: ProgrammePledgeDto,
    meta: CommandMeta,
  ): Promise<Reply> {
    const organisation = await this.organisations.idOf('organisation', body.organisation, body.occurredOn);
    return this.begin(beginning, { programme, organisation }, body, meta);
  }

  private begin(
    beginning: Beginning,
    whose: { programme: string; trajectory?: string; organisation: string },
    body: ProgrammePledgeDto | TrajectoryPledgeDto,
    meta: CommandMeta,
  ): Promise<Reply> {
    const pledge = derivedId(meta.commandId, 'pledge');
    const { role, toRole, due, meeting } = body;
    const content = { pledge, ...whose, role, toRole, what: text(body.what), due, meeting };
    return this.sender.pledge({ id: pledge }, { type: beginning, ...noted(body, meta), ...content }, meta);
  }
}
