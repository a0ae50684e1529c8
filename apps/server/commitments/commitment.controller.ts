import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { noted, reservation, text } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { FactDto, ReasonedFactDto } from '../commands/shared.dto.ts';
import { Step } from '../commands/step.ts';
import { PathId, PathKey } from '../http/path-id.ts';
import {
  AgendaItemDto,
  CommitmentRequestDto,
  ConfirmationDto,
  DoubtDto,
  DueMoveDto,
  GrantDto,
} from './commitment.dto.ts';

/** The commitment of one layer (executive, council, officials …) of an organisation. */
@ApiTags('Commitment')
@Controller('v1/trajectories/:id/commitments/:layer')
export class CommitmentController {
  constructor(private readonly sender: Sender) {}

  @Step('requests', 'A layer was asked for its commitment')
  request(
    @PathId() id: string,
    @PathKey('layer') layer: string,
    @Body() body: CommitmentRequestDto,
    @Meta() meta: CommandMeta,
  ) {
    const step = { ...noted(body, meta), layer, due: body.due };
    return this.sender.trajectory({ id }, { type: 'ask-commitment', ...step }, meta);
  }

  @Step('due-moves', 'The day on which an answer is due was moved')
  moveDue(@PathId() id: string, @PathKey('layer') layer: string, @Body() body: DueMoveDto, @Meta() meta: CommandMeta) {
    const step = { ...noted(body, meta), layer, to: body.to, from: body.from, reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'move-commitment-due', ...step }, meta);
  }

  @Step('agenda-items', 'It was put on the agenda')
  putOnAgenda(
    @PathId() id: string,
    @PathKey('layer') layer: string,
    @Body() body: AgendaItemDto,
    @Meta() meta: CommandMeta,
  ) {
    const step = { ...noted(body, meta), layer, on: body.on };
    return this.sender.trajectory({ id }, { type: 'put-commitment-on-agenda', ...step }, meta);
  }

  @Step('grants', 'The commitment was given, perhaps with reservation')
  grant(@PathId() id: string, @PathKey('layer') layer: string, @Body() body: GrantDto, @Meta() meta: CommandMeta) {
    const step = { ...noted(body, meta), layer, reservation: reservation(body.reservation) };
    return this.sender.trajectory({ id }, { type: 'give-commitment', ...step }, meta);
  }

  @Step('confirmations', 'The commitment was confirmed by evidence')
  confirm(
    @PathId() id: string,
    @PathKey('layer') layer: string,
    @Body() body: ConfirmationDto,
    @Meta() meta: CommandMeta,
  ) {
    const step = { ...noted(body, meta), layer, evidence: body.evidence };
    return this.sender.trajectory({ id }, { type: 'confirm-commitment', ...step }, meta);
  }

  @Step('refusals', 'The commitment was refused')
  refuse(
    @PathId() id: string,
    @PathKey('layer') layer: string,
    @Body() body: ReasonedFactDto,
    @Meta() meta: CommandMeta,
  ) {
    const step = { ...noted(body, meta), layer, reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'refuse-commitment', ...step }, meta);
  }

  @Step('pressures', 'The commitment came under pressure')
  putUnderPressure(
    @PathId() id: string,
    @PathKey('layer') layer: string,
    @Body() body: ReasonedFactDto,
    @Meta() meta: CommandMeta,
  ) {
    const step = { ...noted(body, meta), layer, reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'put-commitment-under-pressure', ...step }, meta);
  }

  @Step('reliefs', 'The pressure is off')
  relieve(@PathId() id: string, @PathKey('layer') layer: string, @Body() body: FactDto, @Meta() meta: CommandMeta) {
    const step = { ...noted(body, meta), layer };
    return this.sender.trajectory({ id }, { type: 'relieve-commitment-pressure', ...step }, meta);
  }

  @Step('doubts', 'An election, a new portfolio holder or a merger put it in question')
  putInQuestion(
    @PathId() id: string,
    @PathKey('layer') layer: string,
    @Body() body: DoubtDto,
    @Meta() meta: CommandMeta,
  ) {
    const step = { ...noted(body, meta), layer, cause: body.cause, due: body.due };
    return this.sender.trajectory({ id }, { type: 'put-commitment-in-question', ...step }, meta);
  }

  @Step('lapses', 'The commitment lapsed')
  lapse(
    @PathId() id: string,
    @PathKey('layer') layer: string,
    @Body() body: ReasonedFactDto,
    @Meta() meta: CommandMeta,
  ) {
    const step = { ...noted(body, meta), layer, reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'lapse-commitment', ...step }, meta);
  }

  @Step('withdrawals', 'The commitment was withdrawn')
  withdraw(
    @PathId() id: string,
    @PathKey('layer') layer: string,
    @Body() body: ReasonedFactDto,
    @Meta() meta: CommandMeta,
  ) {
    const step = { ...noted(body, meta), layer, reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'withdraw-commitment', ...step }, meta);
  }

  @Step('endings', 'The commitment ended')
  end(@PathId() id: string, @PathKey('layer') layer: string, @Body() body: FactDto, @Meta() meta: CommandMeta) {
    const step = { ...noted(body, meta), layer };
    return this.sender.trajectory({ id }, { type: 'end-commitment', ...step }, meta);
  }
}
