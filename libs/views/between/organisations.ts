import type { Organisation } from '#domain/register/events';
import { plain } from '../query/plain.ts';
import type { Register } from '../register/register.ts';

/** Whom a filter names: an organisation by its id or CBS code, a province by its name too, however that is written. */
export interface Named {
  readonly organisation?: string | undefined;
  readonly province?: string | undefined;
}

/**
 * The ids of the organisations that a filter means, by that register; undefined when it names none, and empty when there
 * is no such organisation. A code that changed hands means all that ever had it; a province means itself and everything
 * in it.
 */
export function organisationsWithin(
  { organisations }: Pick<Register, 'organisations'>,
  { organisation, province }: Named,
): readonly string[] | undefined {
  if (organisation === undefined && province === undefined) return undefined;
  const provinces = organisations.filter((one) => one.kind === 'province' && means(one, province));
  const names = new Set(provinces.map(({ name }) => plain(name)));
  const inProvince = (one: Organisation) => names.has(plain(one.kind === 'province' ? one.name : (one.province ?? '')));
  return organisations
    .filter((one) => organisation === undefined || one.id === organisation || one.cbs === organisation)
    .filter((one) => province === undefined || inProvince(one))
    .map(({ id }) => id);
}

function means({ id, cbs, name }: Organisation, asked: string | undefined): boolean {
  return asked !== undefined && (asked === id || asked === cbs || plain(asked) === plain(name));
}
