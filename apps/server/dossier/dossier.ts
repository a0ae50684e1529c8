import { Injectable } from '@nestjs/common';
import { derivedId } from '#commands/ids';
import type { KnownFactType } from '#domain/dossier/kinds/index';
import { remindedOf } from '#domain/dossier/kinds/reminders';
import type { CommandMeta } from '#log/contract/envelope';
import { noted, text } from '../commands/mapping.ts';
import { Organisations } from '../commands/organisations.ts';
import type { Reply } from '../commands/reply.ts';
import { Sender } from '../commands/sender.ts';
import type { FactBody } from './fact-body.pipe.ts';
import type { FieldShape } from './field-shape.ts';

/** Puts what was sent about an item into words of the domain, and sends it on. */
@Injectable()
export class Dossier {
  constructor(
    private readonly sender: Sender,
    private readonly organisations: Organisations,
  ) {}

  /**
   * A new item of that programme; its id follows from the command, so that a repeat is about the same item.
   *
   * @throws Problem 422 `organisation-unknown`, about the field.
   */
  async begin(type: KnownFactType, shape: FieldShape, programme: string, body: FactBody, meta: CommandMeta) {
    const item = derivedId(meta.commandId, 'item');
    const data = { item, programme, ...(await this.dataOf(shape, body)) };
    return this.send(type, item, { body, data }, meta);
  }

  /** A fact about an item that is there. Throws as `begin`. */
  async tell(type: KnownFactType, shape: FieldShape, item: string, body: FactBody, meta: CommandMeta) {
    return this.send(type, item, { body, data: await this.dataOf(shape, body) }, meta);
  }

  private send(
    { type: fact, command }: KnownFactType,
    item: string,
    { body, data }: { body: FactBody; data: Record<string, unknown> },
    meta: CommandMeta,
  ): Promise<Reply> {
    return this.sender.item({ id: item }, { type: command, ...noted(body, meta), item, fact, data }, meta);
  }

  private async dataOf({ properties = {} }: FieldShape, { fields, occurredOn }: FactBody) {
    const data: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(fields)) {
      const shape = properties[field];
      if (shape && value !== undefined) data[field] = await this.mapped(shape, value, field, occurredOn);
    }
    return data;
  }

  private async mapped(shape: FieldShape, value: unknown, path: string, occurredOn: string): Promise<unknown> {
    if (typeof value === 'string') {
      if (shape.format === 'protected-text') return text(value);
      // The id of one thing is one text: what comes in capitals is the same id.
      if (shape.format === 'organisation') return this.organisations.idOf(path, value.toLowerCase(), occurredOn);
      const isId = shape.format === 'uuid' || shape.pattern === remindedOf.source;
      return isId ? value.toLowerCase() : value;
    }
    const { items, properties = {} } = shape;
    if (Array.isArray(value)) {
      if (!items) return value;
      return Promise.all(value.map((entry, index) => this.mapped(items, entry, `${path}.${index}`, occurredOn)));
    }
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(async ([field, inner]) => {
      const of = properties[field];
      return [field, of ? await this.mapped(of, inner, `${path}.${field}`, occurredOn) : inner] as const;
    });
    return Object.fromEntries(await Promise.all(fields));
  }
}
