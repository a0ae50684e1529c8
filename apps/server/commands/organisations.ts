import { Injectable } from '@nestjs/common';
import { dayItHappened } from '#domain/kernel/days';
import { organisationUnknown } from '#domain/kernel/refusals';
import { findOrganisation } from '#domain/register/state';
import { Engines } from '../engines.ts';
import { readMoment } from '../fields/checks.ts';
import { refusal } from './reply.interceptor.ts';

/** Organisations as people write them, a CBS code or an id, found in the register. */
@Injectable()
export class Organisations {
  constructor(private readonly engines: Engines) {}

  /**
   * The id of the organisation. A code is looked up on the day of the fact, because codes change hands; whether the
   * organisation existed on that day is for the domain to say.
   *
   * @throws Problem 422 `organisation-unknown`, about that field.
   */
  async idOf(field: string, idOrCode: string, occurredOn: string): Promise<string> {
    const register = await this.engines.parts.useCases.registerState();
    const moment = readMoment(occurredOn);
    if (!moment) throw new Error('occurredOn was not checked');
    const found = findOrganisation(register, idOrCode, dayItHappened(moment));
    if (found) return found.id;
    throw refusal({ outcome: 'refused', refusal: organisationUnknown(idOrCode, field) });
  }
}
