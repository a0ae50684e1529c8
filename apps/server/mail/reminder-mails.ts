import { Injectable } from '@nestjs/common';
import { derivedId } from '#commands/ids';
import type { ItemCommand } from '#domain/dossier/commands';
import { item } from '#domain/dossier/decider';
import type { CommandMeta } from '#log/contract/envelope';
import { text } from '../commands/mapping.ts';
import type { Reply } from '../commands/reply.ts';
import { Sender } from '../commands/sender.ts';
import { Engines } from '../engines.ts';
import { notSeenBy } from './before-it-goes.ts';
import { inTurn, type Send } from './in-turn.ts';
import type { ReminderMailDto } from './reminder-mail.dto.ts';

/** Sends a reminder by mail and records that it was sent, in this order: what is recorded as sent was sent. */
@Injectable()
export class ReminderMails {
  constructor(
    private readonly engines: Engines,
    private readonly sender: Sender,
  ) {}

  /**
   * A command that is sent again sends no second mail once the first is recorded; while the first is under way, it waits.
   * When the log went away in between, the mail goes twice, under one id of its own, by which mail programs know it as one.
   *
   * @throws Problem as `sendMail` and `inTurn`.
   */
  send(programme: string, body: ReminderMailDto, meta: CommandMeta): Promise<Reply> {
    const id = derivedId(meta.commandId, 'item');
    const content = { ...body, reminderIn: programme };
    return inTurn(this.engines.parts, { id, meta, content }, (send) => this.sendOnce(programme, body, meta, send));
  }

  private async sendOnce(programme: string, body: ReminderMailDto, meta: CommandMeta, send: Send): Promise<Reply> {
    const id = derivedId(meta.commandId, 'item');
    const history = await this.engines.parts.useCases.itemHistory(id);
    const [sent] = history;
    const occurredOn = sent?.occurredOn ?? { precision: 'moment', value: meta.at };
    const command = reminderOf(id, programme, { ...body, occurredOn }, meta);
    const conflict = sent ? undefined : notSeenBy(meta, history);
    if (conflict) return { id, outcome: conflict };
    if (!sent && (await this.isAllowed(command))) {
      const { to, subject, text: words } = body;
      await send({ to, subject, text: words });
    }
    return this.sender.item({ id }, command, meta);
  }

  /** Whether it will be recorded: nobody gets a mail of which the reminder is refused. */
  private async isAllowed(command: ItemCommand): Promise<boolean> {
    const context = await this.engines.parts.contexts.ofItem(command, item.initial);
    return item.decide(command, item.initial, context).outcome === 'accepted';
  }
}

type Reminder = ReminderMailDto & Pick<ItemCommand, 'occurredOn'>;

function reminderOf(id: string, programme: string, reminder: Reminder, { at }: CommandMeta): ItemCommand {
  const { about, subject: title, role, trajectory, text: words, occurredOn } = reminder;
  const belongs = { item: id, programme, ...(trajectory !== undefined && { trajectory }) };
  const data = { ...belongs, about, title, role, by: 'mail', text: text(words) };
  return { type: 'send-reminder', at, occurredOn, item: id, fact: 'reminder.sent.v1', data };
}
