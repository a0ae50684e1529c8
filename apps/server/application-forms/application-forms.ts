import { Injectable } from '@nestjs/common';
import { textsIn } from '#audit/story/texts';
import { formOn, knownItem, type OpenForm } from '#domain/dossier/taking-part';
import type { FormChoices } from '#views/taking-part/queries';
import { Engines } from '../engines.ts';
import type { Language } from '../http/messages.ts';
import { problem } from '../http/problem.ts';
import type { ApplicantsDto, FormDto } from './application-form.dto.ts';

/** Who can apply by a form. */
const kinds = ['municipality', 'province'] as const;
/** Of each kind, as many as one can choose from at a glance. */
const most = 10;

/** The forms that are open, as everybody may see them. */
@Injectable()
export class ApplicationForms {
  constructor(private readonly engines: Engines) {}

  /** @throws Problem 404 when no form of it is open, whether the programme is there or not. */
  async get(programme: string, language: Language): Promise<FormDto> {
    const { basis, data } = await this.engines.parts.views.takingPart.form(programme, {});
    if (!data) throw problem(404, 'not-found');
    const { form, name, client, from, programmeUntil: until, networks, categories } = data;
    const text = await this.textOf(data.event, language);
    const { fictitious } = basis;
    return { form, name, client, from, until, openUntil: data.until ?? null, text, networks, categories, fictitious };
  }

  /** Between what one chooses in a form that takes applications, whether it is the one that is shown or not. */
  async choices({ programme, network }: OpenForm): Promise<FormChoices> {
    const { data } = await this.engines.parts.views.takingPart.choices(programme, network, {});
    if (!data) throw problem(404, 'not-found');
    return data;
  }

  /**
   * The form as the log has it at this moment, for who fills it in.
   *
   * @throws Problem 404 when there is no such form of that programme, 409 when it takes no more.
   */
  async open(id: string, programme: string): Promise<OpenForm> {
    const item = knownItem(await this.engines.parts.useCases.itemState(id));
    if (item?.kind !== 'application-form' || item.programme !== programme) throw problem(404, 'not-found');
    const form = formOn(item, await this.engines.today());
    if (!form) throw problem(409, 'application-form-closed');
    return form;
  }

  /** Municipalities and provinces of today, by a part of their name. */
  async applicants(search: string | undefined): Promise<ApplicantsDto> {
    const on = await this.engines.today();
    const { organisations } = this.engines.parts.views;
    const found = await Promise.all(kinds.map((kind) => organisations.find({ kind, on, search, limit: most }, {})));
    const items = found.flatMap(({ data }) => data.items);
    return { items: items.map(({ id, name, kind }) => ({ id, name, kind })) };
  }

  private async textOf(event: string, language: Language): Promise<string | null> {
    const { views, vault } = this.engines.parts;
    const { data: found } = await views.story.standing(event, {});
    if (!found) return null;
    const pair = { data: found.event.data, envelope: found.event.envelope };
    const opened = await vault.open(pair, found.event.id, '');
    return textsIn(opened.data, language)['text'] ?? null;
  }
}
