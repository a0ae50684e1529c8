import type { Organisation } from '#domain/register/events';
import { compare, plain } from '../query/plain.ts';
import type { RegisterRow } from './view.ts';

/** An organisation as it is named beside what it does. */
export interface NamedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly cbs: string | null;
  readonly province: string | null;
}

/** What the organisations of a list must be. */
export interface OrganisationsAsked {
  /** A part of the name; accents, case and punctuation do not matter. */
  readonly search?: string | undefined;
  /** The name of the province, or its CBS code. */
  readonly province?: string | undefined;
}

/** The last release of the register and what was added to it, with its ways in. */
export class Register {
  private readonly byId: ReadonlyMap<string, Organisation>;
  private order: ReadonlyMap<string, number> | undefined;

  constructor(
    readonly release: string | undefined,
    readonly organisations: readonly Organisation[],
  ) {
    this.byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  }

  get(id: string): Organisation | undefined {
    return this.byId.get(id);
  }

  /** Where each organisation stands in the order of names, from 0. What the register does not know comes after them. */
  get ranks(): ReadonlyMap<string, number> {
    this.order ??= new Map(inOrder(this.organisations).map(({ id }, rank) => [id, rank]));
    return this.order;
  }

  /** The ids of the organisations that fit; undefined when nothing is asked, so that all do. */
  matching({ search, province }: OrganisationsAsked): string[] | undefined {
    if (search === undefined && province === undefined) return undefined;
    const sought = plain(search ?? '');
    const within = province === undefined ? undefined : this.provinceOf(province);
    return this.organisations
      .filter((one) => plain(one.name).includes(sought) && (within === undefined || isWithin(one, within)))
      .map(({ id }) => id);
  }

  /** The ids that a CBS code or an id stands for. A code that changed hands means all that ever had it. */
  called(asked: string): string[] {
    // What is not a code of the register is an id, also one that the register does not know.
    const byCode = this.organisations.filter(({ cbs }) => cbs === asked).map(({ id }) => id);
    return byCode.length > 0 ? byCode : [asked];
  }

  private provinceOf(asked: string): string {
    const byCode = this.organisations.find(({ kind, cbs }) => kind === 'province' && cbs === asked);
    return plain(byCode?.name ?? asked);
  }

  /** Its name and codes; one that the register does not know is named by its id. */
  named(id: string): NamedOrganisation {
    const { name = id, cbs = null, province = null } = this.byId.get(id) ?? {};
    return { id, name, cbs, province };
  }
}

/** Before the first release. */
export const emptyRegister = new Register(undefined, []);

const kept = 4;

/** Releases are large and never change, so the last few that were asked for are kept in memory. */
export class RegisterCache {
  private readonly releases = new Map<string, Register>();

  /** The register of which `version` names the rows' generation and ordinals; `read` reads them when it is not here. */
  async get(version: string, read: () => Promise<readonly RegisterRow[]>): Promise<Register> {
    const known = this.releases.get(version);
    if (known) return known;
    const rows = await read();
    const release = rows.flatMap((row) => row.release ?? [])[0];
    const register = new Register(
      release,
      rows.flatMap(({ organisations }) => organisations),
    );
    this.releases.set(version, register);
    const oldest = this.releases.keys().next();
    if (this.releases.size > kept && !oldest.done) this.releases.delete(oldest.value);
    return register;
  }
}

/** A municipality is within its province, and a province within itself; of others it is what was said of them. */
function isWithin({ kind, name, province }: Organisation, sought: string): boolean {
  return plain(kind === 'province' ? name : (province ?? '')) === sought;
}

function inOrder(organisations: readonly Organisation[]): Organisation[] {
  const named = organisations.map((organisation) => ({ organisation, by: plain(organisation.name) }));
  return named
    .sort((a, b) => compare(a.by, b.by) || compare(a.organisation.id, b.organisation.id))
    .map(({ organisation }) => organisation);
}
