import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { noted, text, textIfAny } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Organisations } from '../commands/organisations.ts';
import { Sender } from '../commands/sender.ts';
import { FactDto, ReasonedFactDto } from '../commands/shared.dto.ts';
import { Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { AppointmentDto, CompletionDto, MoveDto, PauseDto, ReportedFactDto, SuccessionDto } from './trajectory.dto.ts';

/** The course of a participation, from intake to closing. */
@ApiTags('Deelnames')
@Controller('v1/trajectories/:id')
export class ParticipationController {
  constructor(
    private readonly sender: Sender,
    private readonly organisations: Organisations,
  ) {}

  @Step('intake-appointments', 'An intake was planned')
  planIntake(@PathId() id: string, @Body() body: AppointmentDto, @Meta() meta: CommandMeta) {
    const { date, status } = body;
    return this.sender.trajectory({ id }, { type: 'plan-intake', ...noted(body, meta), date, status }, meta);
  }

  @Step('intake-moves', 'The intake was moved')
  moveIntake(@PathId() id: string, @Body() body: MoveDto, @Meta() meta: CommandMeta) {
    const { to, from, status, by } = body;
    const move = { to, from, status, by, reason: text(body.reason) };
    return this.sender.trajectory({ id }, { type: 'move-intake', ...noted(body, meta), ...move }, meta);
  }

  @Step('intakes', 'The intake was held')
  holdIntake(@PathId() id: string, @Body() body: ReportedFactDto, @Meta() meta: CommandMeta) {
    return this.sender.trajectory({ id }, { type: 'hold-intake', ...noted(body, meta), report: body.report }, meta);
  }

  @Step('starts', 'The trajectory started')
  start(@PathId() id: string, @Body() body: FactDto, @Meta() meta: CommandMeta) {
    return this.sender.trajectory({ id }, { type: 'start', ...noted(body, meta) }, meta);
  }

  @Step('pauses', 'The trajectory paused')
  pause(@PathId() id: string, @Body() body: PauseDto, @Meta() meta: CommandMeta) {
    const why = { reason: text(body.reason), until: body.until };
    return this.sender.trajectory({ id }, { type: 'pause', ...noted(body, meta), ...why }, meta);
  }

  @Step('resumptions', 'The trajectory went on after a pause')
  resume(@PathId() id: string, @Body() body: FactDto, @Meta() meta: CommandMeta) {
    return this.sender.trajectory({ id }, { type: 'resume', ...noted(body, meta) }, meta);
  }

  @Step('completions', 'The trajectory was completed')
  complete(@PathId() id: string, @Body() body: CompletionDto, @Meta() meta: CommandMeta) {
    const result = textIfAny(body.result);
    return this.sender.trajectory({ id }, { type: 'complete', ...noted(body, meta), result }, meta);
  }

  @Step('after-measurements', 'The measurement afterwards was done')
  measureAfterwards(@PathId() id: string, @Body() body: ReportedFactDto, @Meta() meta: CommandMeta) {
    const { report } = body;
    return this.sender.trajectory({ id }, { type: 'measure-afterwards', ...noted(body, meta), report }, meta);
  }

  @Step('closings', 'The trajectory was closed')
  close(@PathId() id: string, @Body() body: FactDto, @Meta() meta: CommandMeta) {
    return this.sender.trajectory({ id }, { type: 'close', ...noted(body, meta) }, meta);
  }

  @Step('withdrawals', 'The organisation withdrew before the start')
  withdraw(@PathId() id: string, @Body() body: ReasonedFactDto, @Meta() meta: CommandMeta) {
    const reason = text(body.reason);
    return this.sender.trajectory({ id }, { type: 'withdraw', ...noted(body, meta), reason }, meta);
  }

  @Step('stops', 'The organisation stopped after the start')
  stop(@PathId() id: string, @Body() body: ReasonedFactDto, @Meta() meta: CommandMeta) {
    const reason = text(body.reason);
    return this.sender.trajectory({ id }, { type: 'stop', ...noted(body, meta), reason }, meta);
  }

  @Step('successions', 'The trajectory was passed on to the successor after a merger')
  async passOn(@PathId() id: string, @Body() body: SuccessionDto, @Meta() meta: CommandMeta) {
    const successor = await this.organisations.idOf('successor', body.successor, body.occurredOn);
    return this.sender.trajectory({ id }, { type: 'pass-on', ...noted(body, meta), successor }, meta);
  }
}
