import type { Organisation } from './events.ts';

/** The organisations that are known: those of the last release, and those that were added to it. */
export interface RegisterState {
  /** The day of the source; absent as long as nothing was released. */
  readonly release?: string;
  readonly source?: string;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Which of them the source does not list. */
  readonly added: ReadonlySet<string>;
}

/** Whether the organisation existed on that day; both ends of its validity are inclusive. */
export function existedOn(organisation: Organisation, on: string): boolean {
  const { validFrom, validUntil } = organisation;
  return (validFrom === undefined || validFrom <= on) && (validUntil === undefined || on <= validUntil);
}

/** Whether there was a day on which both existed. */
export function overlap(one: Organisation, other: Organisation): boolean {
  const begins = (of: Organisation) => of.validFrom ?? '';
  const ends = (of: Organisation) => of.validUntil ?? '9999-12-31';
  return begins(one) <= ends(other) && begins(other) <= ends(one);
}

/** The organisation with that CBS code that existed on that day, or else the last one that ever had the code. */
export function organisationByCode(register: RegisterState, code: string, on: string): Organisation | undefined {
  const all = [...register.organisations.values()].filter((organisation) => organisation.cbs === code);
  return all.find((organisation) => existedOn(organisation, on)) ?? all.at(-1);
}

/** The organisation that a person meant: by its id, or by its CBS code on that day. */
export function findOrganisation(register: RegisterState, idOrCode: string, on: string): Organisation | undefined {
  return register.organisations.get(idOrCode) ?? organisationByCode(register, idOrCode, on);
}
