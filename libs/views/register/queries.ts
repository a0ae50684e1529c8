import type { Organisation } from '#domain/register/events';
import { existedOn } from '#domain/register/state';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type Page, type PageRequest, pageOf } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';
import type { OrganisationsAsked, Register } from './register.ts';

export interface OrganisationFilter extends PageRequest, OrganisationsAsked {
  readonly cbs?: string | undefined;
  readonly kind?: Organisation['kind'] | undefined;
  /** Only those that existed on this day. */
  readonly on?: string | undefined;
}

/** The organisation register, as the log's last release has it. */
export class OrganisationQueries {
  constructor(private readonly reader: Reader) {}

  /** The organisations that fit, by name. */
  find(filter: OrganisationFilter, asOf: AsOf): Promise<Answer<Page<Organisation>>> {
    const asked = { ...filter, list: 'organisations' };
    return this.reader.read(asOfPage(asOf, asked), 'index', async (snapshot) => {
      const register = await snapshot.register();
      return pageOf(chosen(register, filter), asked, snapshot);
    });
  }

  /** One organisation by its id. */
  get(id: string, asOf: AsOf): Promise<Answer<Organisation | undefined>> {
    return this.reader.read(asOf, 'index', async (snapshot) => (await snapshot.register()).get(id));
  }
}

function chosen(register: Register, { cbs, kind, on, ...asked }: OrganisationFilter): Organisation[] {
  const matching = register.matching(asked);
  const ids = matching && new Set(matching);
  const { ranks } = register;
  return register.organisations
    .filter(
      (organisation) =>
        (cbs === undefined || organisation.cbs === cbs) &&
        (kind === undefined || organisation.kind === kind) &&
        (ids === undefined || ids.has(organisation.id)) &&
        (on === undefined || existedOn(organisation, on)),
    )
    .sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
}
