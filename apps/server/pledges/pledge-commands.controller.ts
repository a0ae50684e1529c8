import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { correctedData, noted, text, textIfAny } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Organisations } from '../commands/organisations.ts';
import { Sender } from '../commands/sender.ts';
import { CorrectionDto, ReasonedFactDto, RetractionDto } from '../commands/shared.dto.ts';
import { Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { KeepingDto, PostponementDto, PromiseDto, TakeoverDto } from './pledge.dto.ts';

/** What became of a pledge. */
@ApiTags('Toezeggingen')
@Controller('v1/pledges/:id')
export class PledgeCommandsController {
  constructor(
    private readonly sender: Sender,
    private readonly organisations: Organisations,
  ) {}

  @Step('promises', 'What was asked for was pledged')
  promise(@PathId() id: string, @Body() body: PromiseDto, @Meta() meta: CommandMeta) {
    const { due, meeting, role, toRole } = body;
    const answer = { what: text(body.what), due, meeting, role, toRole };
    return this.sender.pledge({ id }, { type: 'promise-pledge', ...noted(body, meta), ...answer }, meta);
  }

  @Step('keepings', 'The pledge was kept')
  keep(@PathId() id: string, @Body() body: KeepingDto, @Meta() meta: CommandMeta) {
    const kept = { result: textIfAny(body.result), evidence: body.evidence };
    return this.sender.pledge({ id }, { type: 'keep-pledge', ...noted(body, meta), ...kept }, meta);
  }

  @Step('partial-keepings', 'A part of the pledge was kept')
  keepPartly(@PathId() id: string, @Body() body: KeepingDto, @Meta() meta: CommandMeta) {
    const kept = { result: textIfAny(body.result), evidence: body.evidence };
    return this.sender.pledge({ id }, { type: 'keep-pledge-partly', ...noted(body, meta), ...kept }, meta);
  }

  @Step('postponements', 'The day by which it is to be kept was moved; the first day is kept')
  postpone(@PathId() id: string, @Body() body: PostponementDto, @Meta() meta: CommandMeta) {
    const move = { to: body.to, from: body.from, reason: text(body.reason) };
    return this.sender.pledge({ id }, { type: 'postpone-pledge', ...noted(body, meta), ...move }, meta);
  }

  @Step('takeovers', 'Another organisation or role took it over')
  async takeOver(@PathId() id: string, @Body() body: TakeoverDto, @Meta() meta: CommandMeta) {
    const organisation = await this.organisations.idOf('organisation', body.organisation, body.occurredOn);
    const taken = { organisation, role: body.role, reason: textIfAny(body.reason) };
    return this.sender.pledge({ id }, { type: 'take-pledge-over', ...noted(body, meta), ...taken }, meta);
  }

  @Step('withdrawals', 'The pledge was withdrawn')
  withdraw(@PathId() id: string, @Body() body: ReasonedFactDto, @Meta() meta: CommandMeta) {
    const reason = text(body.reason);
    return this.sender.pledge({ id }, { type: 'withdraw-pledge', ...noted(body, meta), reason }, meta);
  }

  @Step('lapses', 'The pledge lapsed')
  lapse(@PathId() id: string, @Body() body: ReasonedFactDto, @Meta() meta: CommandMeta) {
    const reason = text(body.reason);
    return this.sender.pledge({ id }, { type: 'lapse-pledge', ...noted(body, meta), reason }, meta);
  }

  @Step('corrections', 'Record a fact again, in the place of one that was wrong')
  correct(@PathId() id: string, @Body() body: CorrectionDto, @Meta() meta: CommandMeta) {
    const fact = { event: body.event, data: correctedData(body.data), reason: text(body.reason) };
    return this.sender.pledge({ id }, { type: 'correct-fact', ...noted(body, meta), ...fact }, meta);
  }

  @Step('retractions', 'Say that a fact did not happen')
  retract(@PathId() id: string, @Body() body: RetractionDto, @Meta() meta: CommandMeta) {
    const fact = { event: body.event, reason: text(body.reason) };
    return this.sender.pledge({ id }, { type: 'retract-fact', at: meta.at, ...fact }, meta);
  }
}
