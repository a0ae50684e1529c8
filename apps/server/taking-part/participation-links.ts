import { Inject, Injectable } from '@nestjs/common';
import { type Access, accessGiven, accessOn, knownItem } from '#domain/dossier/taking-part';
import { daysBetween } from '#domain/kernel/days';
import { TokenAuthority } from '#identity/token-authority';
import type { CommandMeta } from '#log/contract/envelope';
import { text } from '../commands/mapping.ts';
import type { Reply } from '../commands/reply.ts';
import { Sender } from '../commands/sender.ts';
import { Engines } from '../engines.ts';
import { badRequest, fieldError, problem } from '../http/problem.ts';
import { notSeenBy } from '../mail/before-it-goes.ts';
import { inTurn, type Send } from '../mail/in-turn.ts';
import { type LinkDto, type LinkMailDto, linkPlace } from './taking-part.dto.ts';

const aDay = 24 * 60 * 60;

/** The link of an access that was given: made when it is asked for, kept nowhere. */
@Injectable()
export class ParticipationLinks {
  constructor(
    private readonly engines: Engines,
    private readonly sender: Sender,
    @Inject(TokenAuthority) private readonly tokens: TokenAuthority,
  ) {}

  /** @throws Problem 404 when there is no such access, 409 when it holds no more. */
  async of(id: string): Promise<LinkDto> {
    const today = await this.engines.today();
    const { access, trajectory, until } = await this.holding(id, today);
    const validFor = (daysBetween(today, until) + 1) * aDay;
    const token = await this.tokens.issueParticipationLink({ access, trajectory }, validFor);
    return { address: `/deelname#${token}`, until };
  }

  /**
   * Sends the mail and records that the link was sent, in this order: what is recorded as sent was sent. A command that is
   * sent again sends no second mail once the first is recorded; while the first is under way, it waits.
   *
   * @throws Problem 404 and 409 as `of`; as `sendMail` and `inTurn`.
   */
  mail(id: string, body: LinkMailDto, meta: CommandMeta): Promise<Reply> {
    const content = { ...body, linkOf: id };
    return inTurn(this.engines.parts, { id, meta, content }, (send) => this.mailOnce(id, body, meta, send));
  }

  private async mailOnce(id: string, body: LinkMailDto, meta: CommandMeta, send: Send): Promise<Reply> {
    const { to, subject, text: words } = body;
    const history = await this.engines.parts.useCases.itemHistory(id);
    const sent = history.find(({ envelope }) => envelope.command.id === meta.commandId);
    const conflict = sent ? undefined : notSeenBy(meta, history);
    if (conflict) return { id, outcome: conflict };
    if (!sent) {
      const link = new URL((await this.of(id)).address, originOf(body.pages)).href;
      const letter = words.includes(linkPlace) ? words.replaceAll(linkPlace, link) : `${words}\n\n${link}`;
      await send({ to, subject, text: letter });
    }
    const occurredOn = sent?.occurredOn ?? { precision: 'moment' as const, value: meta.at };
    const fact = 'participation-access.link-sent.v1';
    const data = { by: 'mail', text: text(words) };
    const command = { type: 'send-participation-link', at: meta.at, occurredOn, item: id, fact, data };
    return this.sender.item({ id }, command, meta);
  }

  private async holding(id: string, today: string): Promise<Access> {
    const item = knownItem(await this.engines.parts.useCases.itemState(id));
    if (item?.kind !== 'participation-access' || !accessGiven(item)) throw problem(404, 'not-found');
    const access = accessOn(item, today);
    if (!access) throw problem(409, 'access-ended');
    return access;
  }
}

function originOf(pages: string): string {
  const url = URL.canParse(pages) ? new URL(pages) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol)) return url.origin;
  throw badRequest([fieldError('pages', 'not-a-web-address')]);
}
