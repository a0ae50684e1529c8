import type { Organisation } from '#domain/register/events';
import { existedOn } from '#domain/register/state';
import type { Answer, AsOf } from '../query/as-of.ts';
import { asOfPage, type Page, type PageRequest, pageOf } from '../query/paging.ts';
import type { Reader } from '../query/reader.ts';

export interface OrganisationFilter extends PageRequest {
  readonly cbs?: string | undefined;
  readonly kind?: Organisation['kind'] | undefined;
  /** Only those that existed on this day. */
  readonly on?: string | undefined;
  /** A part of the name. */
  readonly search?: string | undefined;
}

/** The organisation register, as the log's last release has it. */
export class OrganisationQueries {
  constructor(private readonly reader: Reader) {}

  /** The organisations that fit, by name. */
  find(filter: OrganisationFilter, asOf: AsOf): Promise<Answer<Page<Organisation>>> {
    return this.reader.read(asOfPage(asOf, filter), 'index', async (snapshot) => {
      const { organisations } = await snapshot.register();
      const found = organisations.filter((organisation) => fits(organisation, filter)).sort(byName);
      return pageOf(found, filter, snapshot.basis);
    });
  }

  /** One organisation by its id. */
  get(id: string, asOf: AsOf): Promise<Answer<Organisation | undefined>> {
    return this.reader.read(asOf, 'index', async (snapshot) => (await snapshot.register()).get(id));
  }
}

function fits(organisation: Organisation, { cbs, kind, on, search }: OrganisationFilter): boolean {
  if (cbs !== undefined && organisation.cbs !== cbs) return false;
  if (kind !== undefined && organisation.kind !== kind) return false;
  if (search !== undefined && !organisation.name.toLowerCase().includes(search.toLowerCase())) return false;
  return on === undefined || existedOn(organisation, on);
}

function byName(a: Organisation, b: Organisation): number {
  return a.name.localeCompare(b.name, 'nl') || a.id.localeCompare(b.id);
}
