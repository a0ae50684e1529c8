import { Body, Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CommandMeta } from '#log/contract/envelope';
import { May } from '../auth/access.ts';
import { Meta } from '../commands/meta.ts';
import { Makes } from '../commands/step.ts';
import { Engines } from '../engines.ts';
import { PathId } from '../http/path-id.ts';
import { ReminderMailDto } from './reminder-mail.dto.ts';
import { ReminderMails } from './reminder-mails.ts';

class MailDto {
  @ApiProperty({ description: 'Whether a mail server was set; whether it can be reached shows when it is used.' })
  available!: boolean;
}

/** Mail that a lead has read and sends. */
@ApiTags('Herinneringen')
@Controller('v1')
export class ReminderMailsController {
  constructor(
    private readonly mails: ReminderMails,
    private readonly engines: Engines,
  ) {}

  @Get('mail')
  @May('follow')
  @ApiOperation({ summary: 'Whether mail can be sent from here' })
  @ApiOkResponse({ type: MailDto })
  mail(): MailDto {
    return { available: this.engines.parts.mailer !== undefined };
  }

  @Makes('programmes/:id/reminder-mails', 'Send a reminder by mail, and record that it was sent')
  send(@PathId() id: string, @Body() body: ReminderMailDto, @Meta() meta: CommandMeta) {
    return this.mails.send(id, body, meta);
  }
}
