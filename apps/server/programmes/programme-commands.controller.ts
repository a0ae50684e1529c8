import { Body, Controller, Delete } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { derivedId, trajectoryId } from '#commands/ids';
import type { CommandMeta } from '#log/contract/envelope';
import { madeWithin } from '../commands/made-within.ts';
import { noted, text, textIfAny } from '../commands/mapping.ts';
import { Meta } from '../commands/meta.ts';
import { Organisations } from '../commands/organisations.ts';
import { Sender } from '../commands/sender.ts';
import { Makes, Records, Step } from '../commands/step.ts';
import { PathId } from '../http/path-id.ts';
import {
  ApplicationDto,
  ChangeTemplateDto,
  InterestDto,
  OpenNetworkDto,
  ReportScheduleDto,
  SetUpProgrammeDto,
} from './programme.dto.ts';
import { templateOf, wholeTemplate } from './templates.ts';

@Controller('v1/programmes')
export class ProgrammeCommandsController {
  constructor(
    private readonly sender: Sender,
    private readonly organisations: Organisations,
  ) {}

  @ApiTags("Programma's")
  @Makes('', 'Set up a programme and adopt its template')
  async setUp(@Body() body: SetUpProgrammeDto, @Meta() meta: CommandMeta) {
    const programme = derivedId(meta.commandId, 'programme');
    const client = await this.organisations.idOf('client', body.client, body.from);
    const template = templateOf(body.template);
    const command = { type: 'set-up-programme', at: meta.at, ...body, programme, client, template } as const;
    return this.sender.programme({ id: programme }, command, meta);
  }

  @ApiTags("Programma's")
  @Step(':id/template-changes', 'Take a later version of the template: from here on all are judged by it')
  changeTemplate(@PathId() id: string, @Body() body: ChangeTemplateDto, @Meta() meta: CommandMeta) {
    const template = wholeTemplate(body.template);
    const command = { type: 'change-template', at: meta.at, template, reason: text(body.reason) } as const;
    return this.sender.programme({ id }, command, meta);
  }

  @ApiTags('Netwerken')
  @Makes(':id/networks', 'Open a network with its places')
  openNetwork(@PathId() programme: string, @Body() body: OpenNetworkDto, @Meta() meta: CommandMeta) {
    const network = derivedId(meta.commandId, 'network');
    const command = { type: 'open-network', at: meta.at, ...body, network, programme } as const;
    return this.sender.network({ id: network }, command, meta);
  }

  @ApiTags('Deelnames')
  @Makes(':id/interests', 'An organisation showed interest')
  async showInterest(@PathId() programme: string, @Body() body: InterestDto, @Meta() meta: CommandMeta) {
    const { contactRole, network } = body;
    const organisation = await this.organisations.idOf('organisation', body.organisation, body.occurredOn);
    const trajectory = trajectoryId(programme, organisation);
    const who = { trajectory, programme, organisation, contactRole, network };
    return this.sender.trajectory({ id: trajectory }, { type: 'show-interest', ...noted(body, meta), ...who }, meta);
  }

  @ApiTags('Deelnames')
  @Makes(':id/applications', 'An organisation applied')
  async apply(@PathId() programme: string, @Body() body: ApplicationDto, @Meta() meta: CommandMeta) {
    const { contactRole, network } = body;
    const organisation = await this.organisations.idOf('organisation', body.organisation, body.occurredOn);
    const trajectory = trajectoryId(programme, organisation);
    const who = { trajectory, programme, organisation, contactRole, network, motivation: textIfAny(body.motivation) };
    return this.sender.trajectory({ id: trajectory }, { type: 'apply', ...noted(body, meta), ...who }, meta);
  }

  @ApiTags('Rapporten')
  @Makes(':id/report-schedules', 'Schedule a report')
  schedule(@PathId() id: string, @Body() body: ReportScheduleDto, @Meta() meta: CommandMeta) {
    return madeWithin({ name: 'report-schedule', within: id }, meta, (schedule) => {
      const command = { type: 'schedule-report', at: meta.at, ...body, schedule } as const;
      return this.sender.programme({ id, answer: schedule }, command, meta);
    });
  }

  @ApiTags('Rapporten')
  @Delete(':id/report-schedules/:schedule')
  @Records('End a schedule', 200)
  unschedule(@PathId() id: string, @PathId('schedule') schedule: string, @Meta() meta: CommandMeta) {
    return this.sender.programme({ id, answer: schedule }, { type: 'unschedule-report', at: meta.at, schedule }, meta);
  }
}
