import type { Organisation } from '#domain/register/events';
import type { RegisterRow } from './view.ts';

/** An organisation as it is named beside what it does. */
export interface NamedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly cbs: string | null;
  readonly province: string | null;
}

/** One release of the register, with its ways in. */
export class Register {
  private readonly byId: ReadonlyMap<string, Organisation>;

  constructor(
    readonly release: string | undefined,
    readonly organisations: readonly Organisation[],
  ) {
    this.byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  }

  get(id: string): Organisation | undefined {
    return this.byId.get(id);
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
  private readonly releases = new Map<number, Register>();

  /** The release that came at that ordinal; `read` reads it when it is not here. */
  async get(ordinal: number, read: () => Promise<RegisterRow | undefined>): Promise<Register> {
    const known = this.releases.get(ordinal);
    if (known) return known;
    const row = await read();
    if (!row) return emptyRegister;
    const register = new Register(row.release, row.organisations);
    this.releases.set(ordinal, register);
    const oldest = this.releases.keys().next();
    if (this.releases.size > kept && !oldest.done) this.releases.delete(oldest.value);
    return register;
  }
}
