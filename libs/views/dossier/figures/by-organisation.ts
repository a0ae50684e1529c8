import { compare, plain } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';

interface OfOrganisation {
  readonly organisation: NamedOrganisation | null;
}

/** By the name of the organisation; what is of none comes last. */
export function byOrganisation({ organisation: a }: OfOrganisation, { organisation: b }: OfOrganisation): number {
  if (!a || !b) return Number(a === null) - Number(b === null);
  return compare(plain(a.name), plain(b.name)) || compare(a.id, b.id);
}
