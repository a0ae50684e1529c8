import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { reservation, text, textIfAny } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import {
  AboutTrajectoryDto,
  AdmissionDto,
  PlaceChangeDto,
  ReasonedDecisionDto,
  ReferralDto,
  TentativePlaceDto,
  WaitingListEntryDto,
} from './network.dto.ts';

@ApiTags('Netwerken')
@Controller('v1/networks/:id')
export class NetworkCommandsController {
  constructor(private readonly sender: Sender) {}

  @Step('admissions', 'Give a place, perhaps with reservation')
  admit(@PathId() id: string, @Body() body: AdmissionDto, @Meta() meta: CommandMeta) {
    const { trajectory } = body;
    const about = { trajectory, reservation: reservation(body.reservation) };
    return this.sender.network({ id }, { type: 'give-place', at: meta.at, ...about }, meta);
  }

  @Step('tentative-places', 'Hold a place tentatively, until and including a day')
  hold(@PathId() id: string, @Body() body: TentativePlaceDto, @Meta() meta: CommandMeta) {
    const { trajectory, until } = body;
    const held = { trajectory, until, reason: textIfAny(body.reason) };
    return this.sender.network({ id }, { type: 'hold-place', at: meta.at, ...held }, meta);
  }

  @Step('released-places', 'Release a tentative place')
  release(@PathId() id: string, @Body() body: WaitingListEntryDto, @Meta() meta: CommandMeta) {
    const released = { trajectory: body.trajectory, reason: textIfAny(body.reason) };
    return this.sender.network({ id }, { type: 'release-place', at: meta.at, ...released }, meta);
  }

  @Step('lifted-reservations', 'Lift the reservation of a place')
  lift(@PathId() id: string, @Body() { trajectory }: AboutTrajectoryDto, @Meta() meta: CommandMeta) {
    return this.sender.network({ id }, { type: 'lift-reservation', at: meta.at, trajectory }, meta);
  }

  @Step('waiting-list-entries', 'Put on the waiting list')
  putOnWaitingList(@PathId() id: string, @Body() body: WaitingListEntryDto, @Meta() meta: CommandMeta) {
    const about = { trajectory: body.trajectory, reason: textIfAny(body.reason) };
    return this.sender.network({ id }, { type: 'put-on-waiting-list', at: meta.at, ...about }, meta);
  }

  @Step('rejections', 'Reject an application')
  reject(@PathId() id: string, @Body() body: ReasonedDecisionDto, @Meta() meta: CommandMeta) {
    const about = { trajectory: body.trajectory, reason: text(body.reason) };
    return this.sender.network({ id }, { type: 'reject', at: meta.at, ...about }, meta);
  }

  @Step('referrals', 'Refer an application to elsewhere')
  refer(@PathId() id: string, @Body() body: ReferralDto, @Meta() meta: CommandMeta) {
    const about = { trajectory: body.trajectory, to: body.to, reason: text(body.reason) };
    return this.sender.network({ id }, { type: 'refer', at: meta.at, ...about }, meta);
  }

  @Step('declined-proposals', 'Decline to give the freed place to the one proposed')
  decline(@PathId() id: string, @Body() body: ReasonedDecisionDto, @Meta() meta: CommandMeta) {
    const about = { trajectory: body.trajectory, reason: text(body.reason) };
    return this.sender.network({ id }, { type: 'decline-proposal', at: meta.at, ...about }, meta);
  }

  @Step('place-changes', 'Change the number of places')
  changePlaces(@PathId() id: string, @Body() body: PlaceChangeDto, @Meta() meta: CommandMeta) {
    const places = { ...body, reason: text(body.reason) };
    return this.sender.network({ id }, { type: 'change-places', at: meta.at, ...places }, meta);
  }
}
