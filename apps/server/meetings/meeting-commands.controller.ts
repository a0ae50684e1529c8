import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { correctedData, noted, text } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Sender } from '../commands/sender.ts';
import { CorrectionDto, ReasonedFactDto, RetractionDto } from '../commands/shared.dto.ts';
import { Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import { MoveDto } from '../trajectories/trajectory.dto.ts';
import { AgreementDto, AttendanceDto, SessionDto } from './meeting.dto.ts';

@ApiTags('Bijeenkomsten')
@Controller('v1/meetings/:id')
export class MeetingCommandsController {
  constructor(private readonly sender: Sender) {}

  @Step('agreements', 'The date was agreed')
  agree(@PathId() id: string, @Body() body: AgreementDto, @Meta() meta: CommandMeta) {
    return this.sender.meeting({ id }, { type: 'agree-date', ...noted(body, meta), date: body.date }, meta);
  }

  @Step('moves', 'The meeting was moved')
  move(@PathId() id: string, @Body() body: MoveDto, @Meta() meta: CommandMeta) {
    const { to, from, status, by } = body;
    const move = { to, from, status, by, reason: text(body.reason) };
    return this.sender.meeting({ id }, { type: 'move-meeting', ...noted(body, meta), ...move }, meta);
  }

  @Step('sessions', 'The meeting was held')
  hold(@PathId() id: string, @Body() body: SessionDto, @Meta() meta: CommandMeta) {
    return this.sender.meeting({ id }, { type: 'hold-meeting', ...noted(body, meta), minutes: body.minutes }, meta);
  }

  @Step('attendance', 'Who was there')
  recordAttendance(@PathId() id: string, @Body() body: AttendanceDto, @Meta() meta: CommandMeta) {
    const entries = body.entries.map(({ trajectory, attendance, roles }) => ({ trajectory, attendance, roles }));
    return this.sender.meeting({ id }, { type: 'record-attendance', ...noted(body, meta), entries }, meta);
  }

  @Step('cancellations', 'The meeting was cancelled')
  cancel(@PathId() id: string, @Body() body: ReasonedFactDto, @Meta() meta: CommandMeta) {
    const reason = text(body.reason);
    return this.sender.meeting({ id }, { type: 'cancel-meeting', ...noted(body, meta), reason }, meta);
  }

  @Step('corrections', 'Record a fact again, in the place of one that was wrong')
  correct(@PathId() id: string, @Body() body: CorrectionDto, @Meta() meta: CommandMeta) {
    const fact = { event: body.event, data: correctedData(body.data), reason: text(body.reason) };
    return this.sender.meeting({ id }, { type: 'correct-fact', ...noted(body, meta), ...fact }, meta);
  }

  @Step('retractions', 'Say that a fact did not happen')
  retract(@PathId() id: string, @Body() body: RetractionDto, @Meta() meta: CommandMeta) {
    const fact = { event: body.event, reason: text(body.reason) };
    return this.sender.meeting({ id }, { type: 'retract-fact', at: meta.at, ...fact }, meta);
  }
}
